"""The models of this part, gathered where Django looks for them."""

from samspel.participants.attendance.attendance import Attendance
from samspel.participants.attendance.tap import Tap
from samspel.participants.attendance.unknown_guests import UnknownGuests

__all__ = ["Attendance", "Tap", "UnknownGuests"]
