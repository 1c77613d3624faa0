"""The models of this part, gathered where Django looks for them."""

from samspel.personnel.staffing.leave import Leave, LeaveKind
from samspel.personnel.staffing.position import EmployedBy, Position
from samspel.personnel.staffing.share import PositionShare

__all__ = ["EmployedBy", "Leave", "LeaveKind", "Position", "PositionShare"]
