"""The models of this part, gathered where Django looks for them."""

from samspel.participants.case_lists.case_taken_up import CaseTakenUp
from samspel.participants.case_lists.disclosure import Disclosure

__all__ = ["CaseTakenUp", "Disclosure"]
