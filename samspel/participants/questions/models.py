"""The models of this part, gathered where Django looks for them."""

from samspel.participants.questions.question import Question

__all__ = ["Question"]
