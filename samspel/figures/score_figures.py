"""Outcome scores of the group: how many have two, and what became of them."""

import narwhals as nw

from samspel.figures.cohorts import within
from samspel.figures.definition import EventFigure, ShareFigure
from samspel.figures.happenings import SCORE_CHANGES
from samspel.figures.period import Period
from samspel.figures.score_change import ScoreChange
from samspel.figures.words import noop

OF_SCORES = ("score_change",)
RELIABLE = tuple(each.value for each in ScoreChange if each.is_reliable)


def scores_compared(period: Period) -> nw.Expr:
    """The last of two scores or more is in the period."""
    return within("last_scored_on", period)


def changed_reliably(period: Period) -> nw.Expr:
    """Up or down by more than chance."""
    return scores_compared(period) & nw.col("score_change").is_in(list(RELIABLE))


SCORE_FIGURES = (
    EventFigure(
        key="scores_compared",
        title=noop("Outcome scores compared"),
        text=noop(
            "Participants with outcome scores (ORS) of at least two days by the end of the "
            "period, the last of them in it. The first is compared with the last: recovered, "
            "improved, unchanged or deteriorated, by the team's reliable change and the cut-off "
            "for the age at the first."
        ),
        frame=SCORE_CHANGES,
        expression=scores_compared,
        dimensions=OF_SCORES,
    ),
    EventFigure(
        key="changed_reliably",
        title=noop("Reliably changed scores"),
        text=noop(
            "Of the outcome scores compared, those that went up or down by the reliable change or "
            "more: recovered, improved or deteriorated."
        ),
        frame=SCORE_CHANGES,
        expression=changed_reliably,
        dimensions=OF_SCORES,
        part_of="scores_compared",
    ),
)

SCORE_SHARES = (
    ShareFigure(
        key="reliable_change_rate",
        title=noop("Share of scores that changed reliably"),
        text=noop("Reliably changed scores as a share of the outcome scores compared."),
        part="changed_reliably",
        whole="scores_compared",
    ),
)
