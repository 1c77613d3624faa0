"""The demo's scores: outcome and session forms every few weeks, and the licence for them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from samspel.accounts.models import User
from samspel.exchange.demo.casework.chance import Chance, at, working_day
from samspel.exchange.demo.casework.stays import Stay, write_all
from samspel.participants.scores.instrument import LINES, FilledIn, Instrument
from samspel.participants.scores.models import Score, ScoreLicence
from samspel.participants.scores.tenths import decimal_of

_LICENSED_DAYS_AGO = 700
_WITH_SCORES = 0.7
_LOWEST, _HIGHEST = 0, 100
"""Tenths of a line."""


def fill_scores(stays: Sequence[Stay], *, leader: User) -> None:
    """Write the team's licence, and the scores of most who have been enrolled for some weeks."""
    if not stays:
        return
    team, today = stays[0].episode.team, stays[0].today
    agreed_on = date.fromordinal(today.toordinal() - _LICENSED_DAYS_AGO)
    ScoreLicence.objects.create(
        team=team,
        holder=team.host.name if team.host else team.name,
        agreed_on=agreed_on,
        wording="Grupplicens för papper, ärende 2024-118. Kopian finns hos teamledaren.",
        confirmed_by=leader,
        confirmed_at=at(agreed_on),
    )
    write_all(score for stay in stays for score in _scores(stay))


def _scores(stay: Stay) -> Iterator[Score]:
    """Of a stay: ups and downs on the way to where it heads for; the draws are its alone."""
    chance = Chance(f"scores {stay.episode.team.slug} {stay.episode.case_number}")
    if not chance.happens(_WITH_SCORES):
        return
    lines = [chance.number(25, 65) for _line in LINES]
    heads_for = chance.number(30, 88)
    for day in _days(stay, chance):
        yield _score(stay, Instrument.ORS, day, lines, chance)
        if chance.happens(0.7):
            session = [chance.number(78, 100) for _line in LINES]
            yield _score(stay, Instrument.SRS, day, session, chance)
        lines = [_next(line, heads_for, chance) for line in lines]


def _days(stay: Stay, chance: Chance) -> Iterator[date]:
    day = working_day(stay.first + chance.days(4, 16))
    while day <= stay.until:
        if day >= stay.first:
            yield day
        day = working_day(day + chance.days(20, 40))


def _next(tenths: int, heads_for: int, chance: Chance) -> int:
    """A fifth of the way on, with days that go the other way."""
    on_the_way = tenths + (heads_for - tenths) // 5 + chance.number(-9, 9)
    return min(_HIGHEST, max(_LOWEST, on_the_way))


def _score(stay: Stay, form: Instrument, day: date, tenths: Sequence[int], chance: Chance) -> Score:
    values: dict[str, Decimal] = {
        name: decimal_of(value) for name, value in zip(LINES, tenths, strict=True)
    }
    is_together = chance.happens(0.06)
    return Score(
        episode=stay.episode,
        instrument=form,
        on=day,
        filled_in_by=FilledIn.TOGETHER if is_together else FilledIn.PARTICIPANT,
        recorded_by=stay.coach,
        recorded_at=at(day, 15),
        **values,
    )
