"""The invitations of surveys as plain rows, for the figures."""

from collections.abc import Iterable
from datetime import date

from samspel.figures.survey_change import Result
from samspel.figures.surveys import Asked
from samspel.participants.surveys.invitation import Invitation
from samspel.participants.surveys.result import SurveyResult
from samspel.participants.surveys.survey import Survey


def asked_rows(surveys: Iterable[Survey], until: date) -> list[Asked]:
    """Who was asked in some surveys up to and with a day, by one query."""
    found = Invitation.objects.filter(survey__in=surveys, invited_on__lte=until)
    rows = found.order_by("invited_on", "pk").values_list(
        "survey_id", "episode__participant__gender", "invited_on", "answered", "settled_on"
    )
    return [
        Asked(str(survey), gender, invited_on, answered, settled_on)
        for survey, gender, invited_on, answered, settled_on in rows
    ]


def result_rows(found: Iterable[SurveyResult]) -> list[Result]:
    """The lines of a round's results."""
    return [Result(each.question, each.group, each.share, each.mean) for each in found]
