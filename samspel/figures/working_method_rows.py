"""The rows of team meetings, supervision, training and development areas, and what each adds."""

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from samspel.figures.codes import Code
from samspel.figures.period import Period
from samspel.figures.words import noop

STAFF_SESSION_KINDS = (
    Code("supervision", noop("Supervision")),
    Code("training", noop("Training")),
)
PLANNED = "planned"
SETTLED = ("done", "dropped")
"""The states in which a development area is carried no further."""


class TeamMeetingRow(NamedTuple):
    """A team meeting; ``meeting_kind`` is the id of the team's own kind as text."""

    key: str
    on: date
    meeting_kind: str
    is_cancelled: bool = False


class MeetingPlaceRow(NamedTuple):
    """An agency expected at a team meeting; ``came`` is None where nobody has said."""

    key: str
    on: date
    meeting_kind: str
    agency: str
    came: bool | None = None
    is_cancelled: bool = False


class CaseTakenUpRow(NamedTuple):
    """A case on the list of a team meeting."""

    key: str
    on: date
    meeting_kind: str
    is_cancelled: bool = False


class StaffSessionRow(NamedTuple):
    """Supervision or training that begins ``on`` a day; ``cost`` in öre, None where not known."""

    key: str
    on: date
    staff_session_kind: str
    days: int = 1
    hours: Fraction | None = None
    cost: int | None = None
    people: int = 0


class AreaStep(NamedTuple):
    """Since which day a development area has been in which state."""

    on: date
    state: str


class DevelopmentAreaRow(NamedTuple):
    """A development area with its steps, by their days."""

    key: str
    raised_on: date
    steps: tuple[AreaStep, ...] = ()


def state_on(area: DevelopmentAreaRow, day: date) -> str | None:
    """How far an area had come at the end of a day; None before it was raised."""
    if area.raised_on > day:
        return None
    reached = [step.state for step in area.steps if step.on <= day]
    return reached[-1] if reached else PLANNED


def _is_held(row: TeamMeetingRow | MeetingPlaceRow | CaseTakenUpRow, period: Period) -> bool:
    return period.start <= row.on <= period.end and not row.is_cancelled


def held(row: TeamMeetingRow | CaseTakenUpRow, period: Period) -> int | None:
    """1 for a meeting or case on a day of the period that was not cancelled."""
    return 1 if _is_held(row, period) else None


def cancelled(row: TeamMeetingRow, period: Period) -> int | None:
    """1 for a cancelled meeting on a day of the period."""
    return 1 if period.start <= row.on <= period.end and row.is_cancelled else None


def told(row: MeetingPlaceRow, period: Period) -> int | None:
    """1 for an agency of which it is recorded whether it came."""
    return 1 if _is_held(row, period) and row.came is not None else None


def came(row: MeetingPlaceRow, period: Period) -> int | None:
    """1 for an agency that came."""
    return 1 if _is_held(row, period) and row.came else None


def _is_begun(row: StaffSessionRow, period: Period) -> bool:
    return period.start <= row.on <= period.end


def begun(row: StaffSessionRow, period: Period) -> int | None:
    """1 for a session that began in the period."""
    return 1 if _is_begun(row, period) else None


def hours(row: StaffSessionRow, period: Period) -> Fraction | None:
    """The hours of a session that began in the period, where they are known."""
    return row.hours if _is_begun(row, period) else None


def kronor(row: StaffSessionRow, period: Period) -> Fraction | None:
    """The cost in kronor of a session that began in the period, where it is known."""
    known = _is_begun(row, period) and row.cost is not None
    return Fraction(row.cost or 0, 100) if known else None


def staff_days(row: StaffSessionRow, period: Period) -> int | None:
    """Days times people of a session that began in the period, where anybody is named."""
    return row.days * row.people if _is_begun(row, period) and row.people else None


def still_open(row: DevelopmentAreaRow, period: Period) -> int | None:
    """1 for an area that is neither done nor dropped at the end of the period."""
    state = state_on(row, period.end)
    return 1 if state is not None and state not in SETTLED else None


def settled(row: DevelopmentAreaRow, period: Period) -> int | None:
    """1 for an area settled at the end, but not before the first day or taken up again since."""
    before = state_on(row, period.start - timedelta(days=1))
    after = state_on(row, period.end)
    return 1 if after in SETTLED and before not in SETTLED else None


def raised(row: DevelopmentAreaRow, period: Period) -> int | None:
    """1 for an area raised on a day of the period."""
    return 1 if period.start <= row.raised_on <= period.end else None
