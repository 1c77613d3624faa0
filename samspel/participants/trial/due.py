"""What a trial period asks for: a decision at its end, and a word with who has not come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Max, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.attendance.attendance import Attendance
from samspel.participants.attendance.away import LONG_AWAY, away_since
from samspel.participants.due import Due, DueKind, due
from samspel.participants.episode import Episode
from samspel.participants.stage import Stage
from samspel.participants.trial.deciding import WAITED_FOR, awaits_decision
from samspel.participants.trial.decision import Decision, TrialDecision

RECORDS_SINCE = timedelta(days=60)
"""A team that recorded no attendance for so long does not do so, and is asked nothing."""


@dataclass(slots=True)
class Known:
    """What the records say of some teams' episodes."""

    settled: set[UUID] = field(default_factory=set)
    """Episodes of which it is decided that they go on."""
    last_came: dict[UUID, date] = field(default_factory=dict)
    """The last attendance within `RECORDS_SINCE`."""
    recording: set[int] = field(default_factory=set)
    """The teams that record attendance."""


def trial_dues(episodes: Sequence[Episode], today: date) -> Iterable[Due]:
    """The decisions to make and the people to ask after, by one query."""
    known = _known(episodes, today)
    for episode in episodes:
        yield from _decision(episode, known, today)
        yield from _absence(episode, known, today)


def _decision(episode: Episode, known: Known, today: date) -> Iterator[Due]:
    ends = episode.trial_ends_on
    is_settled = episode.pk in known.settled
    if ends is not None and awaits_decision(episode, is_settled=is_settled, today=today):
        text = _("Decide on the trial period: go on, prolong or end")
        url = reverse("trial_decide", args=[episode.pk])
        yield due(DueKind.TRIAL_ENDS, ends, text, url, episode.pk)


def _absence(episode: Episode, known: Known, today: date) -> Iterator[Due]:
    """On trial always; later only of those who used to come, since others work elsewhere."""
    stage, last = episode.stage(today), known.last_came.get(episode.pk)
    if episode.team_id not in known.recording or episode.enrolled_on is None:
        return
    if stage != Stage.TRIAL and not (stage == Stage.ACTIVE and last):
        return
    first = max(episode.enrolled_on, today - RECORDS_SINCE)
    if since := away_since(first, last, today):
        text = _("Has not come for two weeks")
        url = reverse("participant", args=[episode.participant_id])
        yield due(DueKind.NO_ATTENDANCE, since + LONG_AWAY, text, url, episode.pk)


def _known(episodes: Sequence[Episode], today: date) -> Known:
    """Read both tables at once; nothing where there is nobody to ask about."""
    known = Known()
    if not episodes:
        return known
    teams = {each.team_id for each in episodes}
    decisions = TrialDecision.objects.filter(
        episode__team__in=teams,
        episode__trial_ends_on__gte=today - WAITED_FOR,
        decision=Decision.CONTINUE,
    )
    came = Attendance.objects.that_came().filter(
        episode__team__in=teams, on__gt=today - RECORDS_SINCE, on__lte=today
    )
    columns = ("episode_id", "team", "last", "is_attendance")
    rows = (
        came.order_by()
        .values("episode_id", team=F("episode__team_id"))
        .annotate(last=Max("on"), is_attendance=Value(1))
        .values_list(*columns)
        .union(
            decisions.order_by()
            .annotate(team=F("episode__team_id"), last=F("decided_on"), is_attendance=Value(0))
            .values_list(*columns),
            all=True,
        )
    )
    for episode, team, last, is_attendance in rows:
        if is_attendance:
            known.last_came[episode] = last
            known.recording.add(team)
        else:
            known.settled.add(episode)
    return known
