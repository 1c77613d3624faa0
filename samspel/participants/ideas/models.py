"""The models of this part, gathered where Django looks for them."""

from samspel.participants.ideas.idea import Idea
from samspel.participants.ideas.planning_day import PlanningDay, Raised
from samspel.participants.ideas.sign_up import SignUp
from samspel.participants.ideas.suggestion import Suggestion

__all__ = ["Idea", "PlanningDay", "Raised", "SignUp", "Suggestion"]
