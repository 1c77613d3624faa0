"""Three years of meetings, supervision, training and development areas of a demo's team."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from django.core.exceptions import ValidationError

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.exchange.demo.casework.chance import Chance, working_day
from samspel.exchange.demo.team_life import method_words as words
from samspel.figures.period import shift_months
from samspel.organisation.models import Agency, Membership, Team
from samspel.participants.case_lists.giving import give_list
from samspel.participants.case_lists.models import CaseTakenUp
from samspel.participants.models import Episode
from samspel.personnel.methods.laying_out import AHEAD
from samspel.personnel.methods.models import (
    Attendee,
    DevelopmentArea,
    DevelopmentStep,
    MeetingAgency,
    MeetingKind,
    StaffSession,
    TeamMeeting,
    TeamMeetingSeries,
)
from samspel.records.days_off import days_off
from samspel.records.recurrence import Weekday

_YEARS = 3
_SUMMER_MONTH = 7
_COMES = 0.82
"""How often an agency comes; each a little more or less."""
_CASEWORK = "Ärendemöte"
_LATELY = timedelta(weeks=20)
_ABOUT = (
    ("plan", "Vem tar nästa kontakt?"),
    ("follow_ups", "Kan uppföljningen läggas samman med läkarbesöket?"),
    ("work_ability", "Hur går vi vidare efter arbetsträningen?"),
    ("", ""),
)


class _Rhythm(NamedTuple):
    """A series of the demo; ``agencies`` how many of the team's are expected, None for all."""

    kind: str
    rhythm: str
    weekday: int
    at: time
    ends_at: time
    agencies: int | None


_SERIES = (
    _Rhythm("Planeringsmöte", "weekly", Weekday.MONDAY, time(8, 30), time(9, 30), 0),
    _Rhythm(_CASEWORK, "fortnightly", Weekday.THURSDAY, time(9), time(11), None),
    _Rhythm("Samverkansmöte", "monthly", Weekday.TUESDAY, time(13), time(15), None),
)


def fill_methods(team: Team, *, by: Actor, today: date) -> None:
    """Write what the team's staff have done together; the last meeting waits to be told of."""
    chance = Chance(f"methods {team.slug}")
    start = max(team.started_on or date.min, date(today.year - _YEARS, 1, 1))
    agencies = list(team.agencies.all())
    for each in _SERIES:
        _write_series(each, team, agencies, start=start, today=today, chance=chance)
    _write_sessions(team, start=start, today=today, chance=chance)
    _write_areas(team, start=start, today=today)
    _write_cases(team, today=today, chance=chance)
    _give_lists(team, by=by, today=today)
    team.touch()
    log(
        by=by,
        act="fill_demo",
        subject=f"team:{team.pk}",
        team_id=team.pk,
        details={"team_meetings": team.team_meetings.count()},
    )


def _write_series(
    plan: _Rhythm,
    team: Team,
    agencies: Sequence[Agency],
    *,
    start: date,
    today: date,
    chance: Chance,
) -> None:
    kind = MeetingKind.objects.create(team=team, title=plan.kind)
    series = TeamMeetingSeries.objects.create(
        team=team,
        kind=kind,
        rhythm=plan.rhythm,
        weekday=plan.weekday,
        at=plan.at,
        ends_at=plan.ends_at,
        first_on=start,
    )
    expected = list(agencies)[: plan.agencies]
    series.agencies.set(expected)
    days = series.days(start, today + AHEAD)
    off = days_off(days)
    meetings = TeamMeeting.objects.bulk_create(
        _meeting(series, day, today, chance) for day in days if day not in off
    )
    MeetingAgency.objects.bulk_create(
        list(_expected(meetings, expected, today=today, chance=chance))
    )


def _meeting(series: TeamMeetingSeries, day: date, today: date, chance: Chance) -> TeamMeeting:
    because, minutes = "", ""
    if day.month == _SUMMER_MONTH:
        because = words.SUMMER
    elif day < today and chance.happens(0.04):
        because = chance.one_of(words.CANCELLED)
    elif today - _LATELY < day < today:
        minutes = chance.one_of(words.MINUTES)
    return TeamMeeting(
        team=series.team,
        kind=series.kind,
        series=series,
        planned_on=day,
        on=day,
        at=series.at,
        ends_at=series.ends_at,
        cancelled_because=because,
        minutes=minutes,
    )


def _expected(
    meetings: Sequence[TeamMeeting], agencies: Sequence[Agency], *, today: date, chance: Chance
) -> Iterator[MeetingAgency]:
    been = [each for each in meetings if each.on <= today and not each.is_cancelled]
    waiting = been[-1:]
    shares = {each.pk: _COMES + chance.number(-22, 15) / 100 for each in agencies}
    for meeting in meetings:
        is_told = meeting.on <= today and not meeting.is_cancelled and meeting not in waiting
        for agency in agencies:
            came = chance.happens(shares[agency.pk]) if is_told else None
            yield MeetingAgency(meeting=meeting, agency=agency, came=came)


def _write_sessions(team: Team, *, start: date, today: date, chance: Chance) -> None:
    sessions = [*_supervision(team, start, today), *_trainings(team, start, today)]
    StaffSession.objects.bulk_create(sessions)
    held = Membership.objects.filter(team=team, agency__isnull=False, ended_on=None)
    names = list(held.order_by("pk").values_list("user__name", flat=True).distinct())[:3]
    Attendee.objects.bulk_create(
        Attendee(session=session, name=name)
        for session in sessions
        if session.on <= today
        for name in dict.fromkeys(names)
        if chance.happens(0.85)
    )


def _supervision(team: Team, start: date, today: date) -> Iterator[StaffSession]:
    title, provider = words.SUPERVISION
    day = working_day(start + timedelta(weeks=4))
    while day <= today + timedelta(weeks=5):
        if day.month != _SUMMER_MONTH and not days_off([day]):
            yield StaffSession(
                team=team,
                kind="supervision",
                title=title,
                provider=provider,
                on=day,
                last_on=day,
                hours=Decimal("2.5"),
                cost=words.SUPERVISION_COST if day <= today else None,
            )
        day = working_day(day + timedelta(weeks=6))


def _trainings(team: Team, start: date, today: date) -> Iterator[StaffSession]:
    for each in words.TRAININGS:
        day = working_day(date(today.year - each.back, each.month, 12))
        if start <= day:
            yield StaffSession(
                team=team,
                kind="training",
                title=each.title,
                provider=each.provider,
                on=day,
                last_on=day + timedelta(days=(each.days - 1) * 7),
                days=each.days,
                hours=Decimal(each.hours),
                cost=each.cost,
            )


def _write_areas(team: Team, *, start: date, today: date) -> None:
    steps: list[DevelopmentStep] = []
    for each in words.AREAS:
        raised = working_day(shift_months(today, -each.months_ago))
        if raised < start:
            continue
        area = DevelopmentArea.objects.create(
            team=team, title=each.title, aim=each.aim, raised_on=raised
        )
        steps += [
            DevelopmentStep(
                area=area, on=shift_months(raised, step.months), state=step.state, note=step.note
            )
            for step in each.steps
        ]
    DevelopmentStep.objects.bulk_create(steps)


def _write_cases(team: Team, *, today: date, chance: Chance) -> None:
    """Three or four cases at each meeting about cases of late, and at the next one."""
    found = team.team_meetings.filter(kind__title=_CASEWORK, cancelled_because="")
    meetings = found.filter(on__range=(today - _LATELY, today + timedelta(weeks=3)))
    enrolled = Episode.objects.filter(team=team, enrolled_on__isnull=False)
    episodes = list(enrolled.filter(participant__protection="none").order_by("pk"))
    cases: list[CaseTakenUp] = []
    for meeting in meetings.order_by("on"):
        there = [each for each in episodes if _is_there(each, meeting.on, today)]
        chosen = chance.some_of(there, min(len(there), chance.number(3, 4)))
        for place, episode in enumerate(chosen, start=1):
            about, question = chance.one_of(_ABOUT)
            cases.append(
                CaseTakenUp(
                    meeting=meeting,
                    episode=episode,
                    position=place,
                    about=about,
                    question=question,
                )
            )
    CaseTakenUp.objects.bulk_create(cases)


def _give_lists(team: Team, *, by: Actor, today: date) -> None:
    """Each agency was given the list of the last meeting about cases, where consent lets it."""
    found = team.team_meetings.filter(kind__title=_CASEWORK, cancelled_because="", on__lte=today)
    meeting = found.order_by("on").last()
    if meeting is None or by.user is None:
        return
    now = datetime.combine(meeting.on, time(8), tzinfo=UTC)
    for agency in team.agencies.all():
        # An agency that no consent covers is given nothing, as on the page.
        with suppress(ValidationError):
            give_list(
                meeting=meeting, agency=agency, user=by.user, today=meeting.on, now=now, by=by
            )


def _is_there(episode: Episode, day: date, today: date) -> bool:
    begun = episode.enrolled_on is not None and episode.enrolled_on <= min(day, today)
    return begun and (episode.closed_on is None or episode.closed_on > day)
