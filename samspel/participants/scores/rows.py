"""Scores as plain rows, for figures: what each form came to, in tenths of points."""

from datetime import date
from typing import NamedTuple

from django.db.models import ExpressionWrapper, F, IntegerField, QuerySet

from samspel.organisation.team import Team
from samspel.participants.participant import age_of
from samspel.participants.scores.instrument import LINES, Instrument
from samspel.participants.scores.score import Score
from samspel.participants.scores.settings import settings_of
from samspel.participants.scores.tenths import tenths_of

_Read = tuple[str, date | None, str, date, int]


class ScoreRow(NamedTuple):
    """One form. ``episode`` is the case number, ``instrument`` is ``ors`` or ``srs``.

    All numbers are tenths of points. ``cutoff_tenths`` of an outcome score is the person's cut-off
    by the age at the first outcome score of the case, of a session score the alert line.
    """

    episode: str
    instrument: str
    on: date
    total_tenths: int
    cutoff_tenths: int
    reliable_tenths: int


def score_rows(team: Team, until: date) -> list[ScoreRow]:
    """The scores of all the team's episodes up to and with a day that nobody took back, in order.

    One query, and one for the team's limits.
    """
    limits = settings_of(team).limits
    reliable, alert = tenths_of(limits.reliable_change), tenths_of(limits.srs_alert)
    lines: dict[str, int] = {}
    rows: list[ScoreRow] = []
    for case, born, instrument, on, total in _read(team, until):
        line = alert
        if instrument == Instrument.ORS:
            if case not in lines:
                lines[case] = tenths_of(limits.cutoff_at(age_of(born, on)))
            line = lines[case]
        rows.append(ScoreRow(case, instrument, on, total, line, reliable))
    return rows


def _read(team: Team, until: date) -> "QuerySet[Score, _Read]":
    """By the day. Plain values: thousands of records would take their time to be made."""
    total = ExpressionWrapper(sum(map(F, LINES[1:]), F(LINES[0])), IntegerField())
    found = Score.objects.that_hold().filter(episode__team=team, on__lte=until)
    return found.values_list(
        "episode__case_number", "episode__participant__birth_date", "instrument", "on", total
    )
