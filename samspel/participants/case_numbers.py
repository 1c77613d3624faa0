"""Numbers given automatically: the year and a number that runs through it, by team."""

from collections.abc import Iterable
from datetime import date

from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant

DIGITS = 3


def next_case_number(team: Team, today: date) -> str:
    """The first free case number of the year, such as 2026-014.

    The team's row must be locked, so that two who register at once do not get the same.
    """
    prefix = f"{today.year}-"
    taken = Episode.objects.filter(team=team, case_number__startswith=prefix)
    return _next(prefix, taken.values_list("case_number", flat=True))


def next_reference(team: Team, today: date) -> str:
    """The first free reference of a person, such as P2026-014; under the same lock."""
    prefix = f"P{today.year}-"
    taken = Participant.objects.filter(team=team, reference__startswith=prefix)
    return _next(prefix, taken.values_list("reference", flat=True))


def _next(prefix: str, taken: Iterable[str]) -> str:
    """One more than the highest; what does not look like a running number is passed over."""
    rests = (number.removeprefix(prefix) for number in taken)
    highest = max((int(rest) for rest in rests if rest.isdecimal() and len(rest) < 9), default=0)
    return f"{prefix}{highest + 1:0{DIGITS}}"
