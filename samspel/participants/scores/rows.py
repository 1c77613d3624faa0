"""Scores as plain rows, for figures: what each form came to, in tenths of points."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from samspel.organisation.team import Team
from samspel.participants.scores.instrument import LINES, Instrument
from samspel.participants.scores.limits import cutoff_of
from samspel.participants.scores.score import Score
from samspel.participants.scores.settings import settings_of
from samspel.participants.scores.tenths import tenths_of


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
    found = Score.objects.that_hold().filter(episode__team=team, on__lte=until)
    found = found.select_related("episode__participant").only(
        "episode__case_number",
        "episode__participant__birth_date",
        "instrument",
        "on",
        *LINES,
    )
    cutoffs: dict[UUID, int] = {}
    rows: list[ScoreRow] = []
    for score in found:
        case, line = score.episode, tenths_of(limits.srs_alert)
        if score.instrument == Instrument.ORS:
            cutoff = cutoff_of(case.participant, score.on, limits)
            line = cutoffs.setdefault(case.pk, tenths_of(cutoff))
        total, reliable = tenths_of(score.total), tenths_of(limits.reliable_change)
        rows.append(ScoreRow(case.case_number, score.instrument, score.on, total, line, reliable))
    return rows
