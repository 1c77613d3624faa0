"""The rounds of every day: caseworkers are told what is to be booked, leaders what is overdue."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import SYSTEM
from samspel.accounts.roles import Role
from samspel.mail import outbox
from samspel.mail.message import Message
from samspel.mail.rounds import every_day
from samspel.mail.texts import MailText
from samspel.organisation.membership import Membership
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.follow_ups import mails
from samspel.participants.follow_ups.due import known_of, row_of, waited_for
from samspel.participants.follow_ups.linking import post_link
from samspel.participants.follow_ups.schedule import is_overdue, is_told
from samspel.participants.follow_ups.state import State
from samspel.participants.participant import Participant
from samspel.participants.stage import ENROLLED_STAGES

NOT_BEFORE = time(7, 30)
"""Rounds are made soon after midnight; a mail is for the morning."""
A_WEEK = timedelta(days=7)
MOST_REMINDERS = 3
MOST_MAILS = 200
"""In one round: the database waits for it, and the rest can wait for the next day."""
_REMEMBERED = timedelta(days=400)
"""How far back mails are looked at: a follow-up is waited for during a year at most."""


class Waiting(NamedTuple):
    """The follow-up that a case waits for, and the day of its meeting if it is booked."""

    episode: Episode
    due_on: date
    booked_on: date | None


@every_day("follow-ups-to-book")
def ask_for_bookings(on: date, now: datetime) -> None:
    """Send the caseworkers a link two weeks before a follow-up is due, and remind of overdue ones.

    One that is overdue is reminded of once a week, three times at most. A meeting that was booked
    and not written down is for the coach to see to.
    """
    posted = _posted(now)
    send_after = _morning(on, now)
    keys = (
        (waiting, text, key)
        for waiting in waiting_in(Episode.objects.exclude(caseworker_email=""), on)
        for text, key in _asked_for(waiting, posted, on)
    )
    for waiting, text, key in islice(keys, MOST_MAILS):
        post_link(
            waiting.episode,
            text,
            key=key,
            day=waiting.due_on.isoformat(),
            now=now,
            by=SYSTEM,
            send_after=send_after,
        )


@every_day("follow-ups-overdue")
def tell_leaders(on: date, now: datetime) -> None:
    """Tell each team's leaders once a week how many follow-ups are overdue, if any are."""
    overdue: dict[int, list[Participant]] = defaultdict(list)
    for waiting in waiting_in(Episode.objects.all(), on):
        if is_overdue(waiting.due_on, waiting.booked_on, on):
            overdue[waiting.episode.team_id].append(waiting.episode.participant)
    leaders = Membership.objects.filter(
        team__in=list(overdue), role=Role.TEAM_LEADER, ended_on=None, user__is_active=True
    )
    year, week, _day = on.isocalendar()
    for each in leaders.select_related("user", "team"):
        people = overdue[each.team_id] if each.team_id is not None else []
        if each.team is not None and (count := _seen_by(each, people)):
            outbox.post(
                key=f"{mails.OVERDUE_IN_TEAM.code}:{each.pk}:{year}-{week}",
                to=each.user.email,
                template=mails.OVERDUE_IN_TEAM.code,
                parameters={"team": each.team.name, "count": count},
                link=f"{reverse('follow_ups_overdue')}?state={State.OVERDUE.value}",
                language=each.user.language,
                send_after=_morning(on, now),
                team_id=each.team_id,
            )


def waiting_in(cases: EpisodeQuerySet, on: date) -> Iterator[Waiting]:
    """The follow-up that each enrolled one of some cases waits for, by two queries."""
    there = Q(team__closed_on=None) | Q(team__closed_on__gt=on)
    enrolled = cases.in_stages(ENROLLED_STAGES, on).filter(there).order_by("enrolled_on", "pk")
    known = known_of(enrolled.order_by().values("pk"))
    for episode in enrolled.select_related("team", "participant"):
        rows = known.get(episode.pk, [])
        due_on = waited_for(episode, rows, on)
        if due_on is not None:
            row = row_of(rows, due_on)
            yield Waiting(episode, due_on, row.booked_on if row is not None else None)


def _asked_for(
    waiting: Waiting, posted: Mapping[str, datetime], on: date
) -> Iterator[tuple[MailText, str]]:
    """The mail that is to be posted about what is waited for, with its key; or none."""
    if waiting.booked_on is not None or not is_told(waiting.due_on, on):
        return
    about = f"{waiting.episode.pk}:{waiting.due_on.isoformat()}"
    if not is_overdue(waiting.due_on, None, on):
        key = f"{mails.TO_BOOK.code}:{about}"
        if key not in posted:
            yield mails.TO_BOOK, key
        return
    keys = [f"{mails.OVERDUE.code}:{about}:{number}" for number in range(1, MOST_REMINDERS + 1)]
    left = [key for key in keys if key not in posted]
    latest = max((posted[key] for key in keys if key in posted), default=None)
    if left and (latest is None or timezone.localdate(latest) + A_WEEK <= on):
        yield mails.OVERDUE, left[0]


def _posted(now: datetime) -> Mapping[str, datetime]:
    """When each of the mails to caseworkers was to be sent, by its key: one query."""
    texts = [mails.TO_BOOK.code, mails.OVERDUE.code]
    recent = Message.objects.filter(template__in=texts, send_after__gte=now - _REMEMBERED)
    return dict(recent.order_by().values_list("key", "send_after"))


def _seen_by(leader: Membership, people: Sequence[Participant]) -> int:
    """How many of them stand in the leader's own list: protected ones only where named."""
    hidden = [each.pk for each in people if each.is_protected]
    named = Participant.objects.filter(pk__in=hidden, named_staff=leader.user_id)
    return len(people) - len(hidden) + (len(named) if hidden else 0)


def _morning(on: date, now: datetime) -> datetime:
    return max(now, timezone.make_aware(datetime.combine(on, NOT_BEFORE)))
