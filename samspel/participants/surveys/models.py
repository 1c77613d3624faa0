"""The models of this part, gathered where Django looks for them."""

from samspel.participants.surveys.invitation import Invitation
from samspel.participants.surveys.result import SurveyResult
from samspel.participants.surveys.survey import Survey

__all__ = ["Invitation", "Survey", "SurveyResult"]
