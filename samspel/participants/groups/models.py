"""The models of this part, gathered where Django looks for them."""

from samspel.participants.groups.group import Group, Leader, Sharing
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.recess import Recess
from samspel.participants.groups.schedule import GroupTime
from samspel.participants.groups.session import Session

__all__ = [
    "Group",
    "GroupKind",
    "GroupMember",
    "GroupTime",
    "Leader",
    "Recess",
    "Session",
    "Sharing",
]
