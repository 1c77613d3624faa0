"""The models of this part, gathered where Django looks for them."""

from samspel.accounts.log import LogEntry, LogHead
from samspel.accounts.user import User

__all__ = ["LogEntry", "LogHead", "User"]
