"""The models of this part, gathered where Django looks for them."""

from samspel.participants.plans.assessment import Assessment
from samspel.participants.plans.goal import Goal, GoalStep
from samspel.participants.plans.scale import Scale, ScalePoint

__all__ = ["Assessment", "Goal", "GoalStep", "Scale", "ScalePoint"]
