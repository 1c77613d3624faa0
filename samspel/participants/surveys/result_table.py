"""The results of a round as a table, and how they differ from the round before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Subquery
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspel.figures.survey_change import Change, Key, changes, question_key
from samspel.participants.surveys.result import Group, SurveyResult
from samspel.participants.surveys.rows import result_rows
from samspel.participants.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Cell:
    """A question's result of a group; ``change`` says in words how it differs from before."""

    result: SurveyResult
    change: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question's results: one cell for each group that the file tells of."""

    question: str
    cells: list[Cell | None]


@dataclass(frozen=True, slots=True)
class ResultTable:
    """The results of a round as a table; ``before`` is the round that they are compared with."""

    groups: list[str]
    rows: list[QuestionRow]
    before: Survey | None


def result_table(survey: Survey) -> ResultTable | None:
    """The results of a round, by two queries; None where none were taken in.

    They are compared with the team's latest round before it of which there are results.
    """
    found = list(SurveyResult.objects.filter(survey=survey))
    if not found:
        return None
    earlier = _results_before(survey)
    before = earlier[0].survey if earlier else None
    changed = changes(result_rows(found), result_rows(earlier))
    told = {each.group for each in found}
    groups = [each for each in Group if each in told]
    cells = {
        (each.question, each.group): Cell(each, _told(each, changed) if before else "")
        for each in found
    }
    questions = dict.fromkeys(each.question for each in found)
    return ResultTable(
        groups=[str(each.label) for each in groups],
        rows=[
            QuestionRow(question, [cells.get((question, each)) for each in groups])
            for question in questions
        ],
        before=before,
    )


def _results_before(survey: Survey) -> Sequence[SurveyResult]:
    rounds = Survey.objects.filter(
        team=survey.team_id, opens_on__lt=survey.opens_on, results__isnull=False
    )
    latest = rounds.order_by("-opens_on", "-closes_on", "pk").values("pk")[:1]
    found = SurveyResult.objects.filter(survey=Subquery(latest))
    return list(found.select_related("survey"))


def _told(result: SurveyResult, changed: dict[Key, Change]) -> str:
    """Such as “up 3.5 percentage points, mean down 0.15”."""
    change = changed.get((question_key(result.question), result.group))
    if change is None or (change.share is None and change.mean is None):
        return _("nothing to compare with")
    return ", ".join(_words(change))


def _words(change: Change) -> Iterable[str]:
    if change.share is not None:
        if change.share == 0:
            yield _("the same share")
        else:
            told = _("up %(n)s percentage points"), _("down %(n)s percentage points")
            yield told[change.share < 0] % {"n": number_format(abs(change.share))}
    if change.mean is not None:
        if change.mean == 0:
            yield _("the same mean")
        else:
            told = _("mean up %(n)s"), _("mean down %(n)s")
            yield told[change.mean < 0] % {"n": number_format(abs(change.mean))}
