"""The models of this part, gathered where Django looks for them."""

from samspel.participants.absences.absence import Absence

__all__ = ["Absence"]
