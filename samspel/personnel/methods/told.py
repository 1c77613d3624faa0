"""What is told of working methods in a report and is no figure: titles, names, states."""

from dataclasses import dataclass
from datetime import date, timedelta

from samspel.figures.period import Period
from samspel.figures.working_method_rows import SETTLED, state_on
from samspel.organisation.team import Team
from samspel.personnel.methods.development_area import DevelopmentArea, DevelopmentStep
from samspel.personnel.methods.rows import area_row
from samspel.personnel.methods.series import TeamMeetingSeries
from samspel.personnel.methods.staff_session import StaffSession


@dataclass(frozen=True, slots=True)
class ToldArea:
    """A development area as it stood at the end of the period.

    ``before`` is its state when the period began, None where it was not raised yet. ``note`` is
    the last one that was written within the period.
    """

    title: str
    aim: str
    raised_on: date
    state: str
    note: str
    before: str | None

    @property
    def is_settled(self) -> bool:
        """Whether it is carried no further."""
        return self.state in SETTLED

    @property
    def is_carried(self) -> bool:
        """Whether it was open when the period began, so that the report before told of it."""
        return self.before is not None and self.before not in SETTLED


@dataclass(frozen=True, slots=True)
class ToldSession:
    """Supervision or training that began in the period."""

    kind: str
    title: str
    provider: str
    on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class ToldSeries:
    """A series that went on at the end of the period: the team's kind of meeting, and how often."""

    kind: str
    rhythm: str


@dataclass(frozen=True, slots=True)
class ToldMethods:
    """Everything that fields 5 and 6 tell beside figures."""

    areas: tuple[ToldArea, ...] = ()
    sessions: tuple[ToldSession, ...] = ()
    series: tuple[ToldSeries, ...] = ()


def told_methods(team: Team, period: Period) -> ToldMethods:
    """What there is to tell of a period; four queries."""
    return ToldMethods(_areas(team, period), _sessions(team, period), _series(team, period))


def _areas(team: Team, period: Period) -> tuple[ToldArea, ...]:
    """Those that were open on any day of the period, in the order in which they were raised."""
    found = DevelopmentArea.objects.filter(team=team, raised_on__lte=period.end)
    told = (_area(each, period) for each in found.prefetch_related("steps"))
    return tuple(each for each in told if each is not None)


def _area(area: DevelopmentArea, period: Period) -> ToldArea | None:
    row = area_row(area)
    before = state_on(row, period.start - timedelta(days=1))
    state = state_on(row, period.end)
    steps = [each for each in area.steps.all() if period.start <= each.on <= period.end]
    if state is None or (before in SETTLED and not steps):
        return None
    return ToldArea(area.title, area.aim, area.raised_on, state, _note(steps), before)


def _note(steps: list[DevelopmentStep]) -> str:
    """The last note that was written; a step without one does not hide it."""
    return next((each.note for each in reversed(steps) if each.note), "")


def _sessions(team: Team, period: Period) -> tuple[ToldSession, ...]:
    found = StaffSession.objects.filter(team=team, on__range=(period.start, period.end))
    return tuple(
        ToldSession(each.kind, each.title, each.provider, each.on, each.last_on)
        for each in found.order_by("on", "pk")
    )


def _series(team: Team, period: Period) -> tuple[ToldSeries, ...]:
    found = TeamMeetingSeries.objects.running(period.end).filter(
        team=team, first_on__lte=period.end
    )
    order = found.select_related("kind").order_by("weekday", "at", "pk")
    return tuple(ToldSeries(each.kind.title, each.rhythm) for each in order)
