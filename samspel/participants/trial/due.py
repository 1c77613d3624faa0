"""What a trial period asks for: a decision at its end, and a word with who has not come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Aggregate, Exists, F, Max, Min, OuterRef, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.attendance.attendance import Attendance
from samspel.participants.attendance.away import LONG_AWAY, away_since
from samspel.participants.due import Due, DueKind, due
from samspel.participants.episode import Episode
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.session import Session
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
    joined: dict[UUID, date] = field(default_factory=dict)
    """Who belongs to a group that has met within `LONG_AWAY`, since when at the earliest."""


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
    """On trial and in a group always; else only of those who used to come: others work elsewhere.

    Who is in a group is missed there from joining it on, and not while the group itself rests.
    """
    stage, last = episode.stage(today), known.last_came.get(episode.pk)
    if episode.team_id not in known.recording or episode.enrolled_on is None:
        return
    joined = known.joined.get(episode.pk)
    if stage != Stage.TRIAL and not (stage == Stage.ACTIVE and (last or joined)):
        return
    begun = episode.enrolled_on if stage == Stage.TRIAL or last or joined is None else joined
    first = max(episode.enrolled_on, begun, today - RECORDS_SINCE)
    if since := away_since(first, last, today):
        text = _("Has not come for two weeks")
        url = reverse("participant", args=[episode.participant_id])
        yield due(DueKind.NO_ATTENDANCE, since + LONG_AWAY, text, url, episode.pk)


def _known(episodes: Sequence[Episode], today: date) -> Known:
    """Read all tables at once; nothing where there is nobody to ask about."""
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
    members = GroupMember.objects.on(today).filter(
        Exists(_sessions_lately(today)), episode__team__in=teams
    )
    rows = _told(came, _CAME, Max("on")).union(
        _told(decisions, _SETTLED, Max("decided_on")),
        _told(members, _JOINED, Min("from_on")),
        all=True,
    )
    for episode, team, on, kind in rows:
        if kind == _CAME:
            known.last_came[episode] = on
            known.recording.add(team)
        elif kind == _SETTLED:
            known.settled.add(episode)
        else:
            known.joined[episode] = on
    return known


_CAME, _SETTLED, _JOINED = range(3)


def _told(found: "QuerySet[Any]", kind: int, on: Aggregate) -> "QuerySet[Any, Any]":
    """One row for each episode: its id, its team, a day, and what kind of row it is."""
    rows: QuerySet[Any, Any] = (
        found.order_by()
        .values("episode_id", team=F("episode__team_id"))
        .annotate(told_on=on, kind=Value(kind))
        .values_list("episode_id", "team", "told_on", "kind")
    )
    return rows


def _sessions_lately(today: date) -> "QuerySet[Session]":
    lately = Session.objects.held().filter(on__gt=today - LONG_AWAY, on__lte=today)
    return lately.filter(group=OuterRef("group"))
