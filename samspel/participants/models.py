"""The models of this part, gathered where Django looks for them."""

from samspel.participants.episode import Episode
from samspel.participants.participant import Participant

__all__ = ["Episode", "Participant"]
