"""The models of this part, gathered where Django looks for them."""

from samspel.participants.trial.decision import TrialDecision

__all__ = ["TrialDecision"]
