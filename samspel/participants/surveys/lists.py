"""What the pages of surveys show: the rounds with their numbers, who was asked, the results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.user import User
from samspel.figures.printing import percent
from samspel.figures.surveys import Response, genders_of, response
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.episode import Episode
from samspel.participants.participant import Protection, visible
from samspel.participants.stage import ENROLLED_STAGES
from samspel.participants.surveys.invitation import Answered, Invitation
from samspel.participants.surveys.result import Group, SurveyResult
from samspel.participants.surveys.rows import asked_rows
from samspel.participants.surveys.survey import Survey

COLUMNS = (
    Column("name", lazy("Name"), ("name_key",)),
    Column("asked", lazy("Asked"), ("invited_on",)),
    Column("answer", lazy("Answer"), ("answered",)),
)


def filters() -> list[Filter]:
    """What the list of the invited can be narrowed by."""
    answers = [(each.value, each.label.capitalize()) for each in Answered]
    return [Filter("answer", _("Answer"), [("", _("All")), *answers])]


LAST = "~"
"""Sorts after every name."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers of a round, of all or of a gender. ``rate`` is in per cent."""

    title: str
    numbers: Response
    rate: int | None


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A line of the list of rounds."""

    survey: Survey
    standing: Standing


def round_rows(teams: Sequence[Team], until: date) -> list[RoundRow]:
    """The rounds of some teams, the latest first; a query for each team and one for all."""
    asked = [row for team in teams for row in asked_rows(team, until)]
    found = Survey.objects.filter(team__in=teams).select_related("team")
    return [RoundRow(each, _standing(asked, each, until)) for each in found]


def standings(survey: Survey, until: date, titles: Mapping[str, Any]) -> list[Standing]:
    """The round's numbers: of all, and by gender where there are several; one query."""
    asked = asked_rows(survey.team, until)
    genders = genders_of(asked, survey=str(survey.pk))
    shown = [_standing(asked, survey, until)]
    if len(genders) > 1:
        shown += [_standing(asked, survey, until, each, str(titles[each])) for each in genders]
    return shown


def _standing(
    asked: Sequence[Any], survey: Survey, until: date, gender: str = "", title: str = ""
) -> Standing:
    numbers = response(asked, survey=str(survey.pk), until=until, gender=gender)
    return Standing(title or _("All"), numbers, percent(numbers.rate))


def invited(survey: Survey, user: User, chosen: str) -> QuerySet[Invitation]:
    """The invitations that ``user`` may see; a protected person only to named staff."""
    found = Invitation.objects.filter(
        visible(user, [survey.team], "episode__participant__"), survey=survey
    )
    if chosen:
        found = found.filter(answered=chosen)
    # A protected person's place among the names would tell something of the name.
    named = When(
        episode__participant__protection=Protection.NONE, then=F("episode__participant__sort_key")
    )
    ordered = found.annotate(name_key=Case(named, default=Value(LAST)))
    return ordered.select_related("episode__participant")


def candidates(survey: Survey, user: User, on: date) -> list[Episode]:
    """Those enrolled on a day who have not been asked, by name; protected ones last."""
    asked = Invitation.objects.filter(survey=survey).values("episode")
    found = Episode.objects.filter(visible(user, [survey.team], "participant__"))
    found = found.in_stages(ENROLLED_STAGES, on).exclude(pk__in=asked)
    return sorted(
        found.select_related("participant"),
        key=lambda each: (
            each.participant.is_protected,
            "" if each.participant.is_protected else each.participant.sort_key,
            each.case_number,
        ),
    )


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question's results: one cell for each group that the file tells of."""

    question: str
    cells: list[SurveyResult | None]


@dataclass(frozen=True, slots=True)
class ResultTable:
    """The results of a round as a table."""

    groups: list[str]
    rows: list[QuestionRow]


def result_table(survey: Survey) -> ResultTable | None:
    """The results of a round, by one query; None where none were taken in."""
    found = list(SurveyResult.objects.filter(survey=survey))
    if not found:
        return None
    told = {each.group for each in found}
    groups = [each for each in Group if each in told]
    by_place = {(each.question, each.group): each for each in found}
    questions = dict.fromkeys(each.question for each in found)
    return ResultTable(
        groups=[str(each.label) for each in groups],
        rows=[
            QuestionRow(question, [by_place.get((question, each)) for each in groups])
            for question in questions
        ],
    )
