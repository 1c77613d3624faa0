"""The models of this part, gathered where Django looks for them."""

from samspel.mail.message import Message
from samspel.mail.rounds import RoundDone

__all__ = ["Message", "RoundDone"]
