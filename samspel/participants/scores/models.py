"""The models of this part, gathered where Django looks for them."""

from samspel.participants.scores.licence import ScoreLicence
from samspel.participants.scores.score import Score
from samspel.participants.scores.settings import ScoreSettings

__all__ = ["Score", "ScoreLicence", "ScoreSettings"]
