"""The models of this part, gathered where Django looks for them."""

from samspel.participants.attendance.attendance import Attendance

__all__ = ["Attendance"]
