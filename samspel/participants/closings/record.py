"""What the record says of a stay, gathered for its closing statement: facts, no sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from samspel.participants.attendance.attendance import Attendance
from samspel.participants.closings.details import ClosingDetails
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.placements.observed import Observed, observed_of
from samspel.participants.plans.assessment import Assessment
from samspel.participants.plans.goal import Goal
from samspel.participants.plans.scale import Scale
from samspel.participants.referrers import referrer_titles


@dataclass(frozen=True, slots=True)
class ScaleMoved:
    """A scaling question with its first and last answer, 0–10."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class StayRecord:
    """The facts of one stay until a day."""

    episode: Episode
    until: date
    """The last day of the stay, or the day on which the statement is drafted."""
    referrer: str
    came: tuple[date, ...] = ()
    held: tuple[date, ...] = ()
    """The days of the follow-ups that were held."""
    agreed: tuple[tuple[date, str], ...] = ()
    """The follow-ups that were held, each day with what came out of it."""
    goals_reached: tuple[str, ...] = ()
    goals_open: tuple[str, ...] = ()
    best_hopes: str = ""
    scales: tuple[ScaleMoved, ...] = ()
    observed: tuple[Observed, ...] = ()
    """What was seen at the placements, the first one first."""
    details: ClosingDetails | None = field(default=None)

    @property
    def weeks(self) -> int:
        """The weeks of the stay, the begun ones included."""
        first = self.episode.enrolled_on
        return 0 if first is None else (self.until - first).days // 7 + 1

    @property
    def weeks_came(self) -> int:
        """The weeks of the stay in which the person came at least once."""
        first = self.episode.enrolled_on
        return len({(day - first).days // 7 for day in self.came}) if first else 0


def stay_record(episode: Episode, today: date) -> StayRecord:
    """Gather a stay's facts, as they stand on ``today``; at most ten queries."""
    until = min(episode.closed_on or today, today)
    goals = list(Goal.objects.filter(episode=episode).order_by("set_on", "pk"))
    story = Assessment.objects.filter(episode=episode).only("best_hopes").first()
    came = Attendance.objects.that_came().filter(episode=episode, on__lte=until).order_by("on")
    held = FollowUp.objects.filter(episode=episode, held_on__lte=until).order_by("held_on")
    meetings = [(day, told.strip()) for day, told in held.values_list("held_on", "outcome") if day]
    return StayRecord(
        episode=episode,
        until=until,
        referrer=referrer_titles(episode.team).get(episode.referred_by, ""),
        came=tuple(came.values_list("on", flat=True).distinct()),
        held=tuple(day for day, _told in meetings),
        agreed=tuple((day, told) for day, told in meetings if told),
        goals_reached=tuple(each.title for each in goals if each.reached_on),
        goals_open=tuple(each.title for each in goals if each.is_open),
        best_hopes=story.best_hopes if story else "",
        scales=tuple(_moved(Scale.objects.filter(episode=episode).prefetch_related("points"))),
        observed=observed_of(episode, until),
        details=ClosingDetails.objects.filter(episode=episode).first(),
    )


def _moved(scales: Iterable[Scale]) -> list[ScaleMoved]:
    moved = []
    for scale in scales:
        points = sorted(scale.points.all(), key=lambda point: point.on)
        if points:
            moved.append(ScaleMoved(scale.text, points[0].value, points[-1].value))
    return moved
