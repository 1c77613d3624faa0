"""The demo's groups of the last year: kinds, times, sessions, leaders, members, activities."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.exchange.demo.casework.chance import Chance, working_day
from samspel.exchange.demo.casework.stays import write_all
from samspel.organisation.models import Team
from samspel.participants.groups.keeping_kinds import take_starter_kinds
from samspel.participants.groups.laying_out import AHEAD
from samspel.participants.groups.models import (
    Group,
    GroupKind,
    GroupMember,
    GroupTime,
    Leader,
    Session,
    Sharing,
)
from samspel.participants.groups.recesses import Pause, enter_recess
from samspel.participants.models import Episode
from samspel.records.days_off import days_off

_LOOKED_BACK = timedelta(days=371)
_SUMMER = ((6, 26), (8, 7))
"""Month and day between which the teams have their holidays."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A group of the demo: when it meets, how many of the enrolled are in it."""

    code: str
    name: str
    purpose: str
    place: str
    weekday: int
    at: time
    hours: int
    share: float
    capacity: int | None = None
    is_open: bool = True
    days_ago: int = 371
    sessions: int | None = None
    every: int = 1
    is_led_by_participant: bool = False


_PLANS = (
    Plan(
        "open_meeting",
        "Tisdagsfikat",
        "En öppen förmiddag med kaffe, spel och samtal. Man kommer som man är.",
        "Teamets lokal",
        1,
        time(9, 30),
        2,
        0.7,
    ),
    Plan(
        "forest",
        "Skogsgruppen",
        "Vi går i lugn takt, eldar och lagar mat ute. Kläder och stövlar finns att låna.",
        "Vindskyddet vid Lillsjön",
        3,
        time(9),
        3,
        0.35,
        capacity=12,
    ),
    Plan(
        "start",
        "Uppstart, förra omgången",
        "Åtta träffar om vardag, rutiner och vad som ger kraft.",
        "Teamets lokal",
        0,
        time(13),
        2,
        0.2,
        capacity=8,
        is_open=False,
        days_ago=210,
        sessions=8,
    ),
    Plan(
        "start",
        "Uppstart, ny omgång",
        "Åtta träffar om vardag, rutiner och vad som ger kraft.",
        "Teamets lokal",
        0,
        time(13),
        2,
        0.5,
        capacity=8,
        is_open=False,
        days_ago=20,
        sessions=8,
    ),
    Plan(
        "training",
        "Träna i lagom takt",
        "Styrka och rörlighet på gymmet, med en ledare som visar.",
        "Gymmet vid badhuset",
        4,
        time(10),
        1,
        0.3,
    ),
    Plan(
        "creative",
        "Skaparverkstan",
        "Deltagare visar varandra: lera, vävning, foto. Material finns.",
        "Ateljén på Kvarngatan",
        2,
        time(13),
        2,
        0.25,
        capacity=8,
        every=2,
        is_led_by_participant=True,
    ),
)
_ACTIVITIES = (
    ("Studiebesök på återvinningscentralen", "Återvinningscentralen"),
    ("Besök på folkhögskolan", "Folkhögskolan"),
    ("Utflykt till hembygdsgården", "Hembygdsgården"),
    ("Studiebesök på biblioteket", "Biblioteket"),
)
_NOTES = (
    "Vi hann med både promenad och fika.",
    "Lugn stämning. Flera stannade kvar och pratade efteråt.",
    "Vi planerade nästa månad tillsammans.",
    "Regn, så vi höll oss under tak.",
    "Alla provade något nytt.",
)
_REASONS = ("Ledaren är sjuk", "Planeringsdag för personalen", "Lokalen är upptagen")


def fill_groups(
    team: Team, episodes: Sequence[Episode], *, coaches: Sequence[User], by: Actor, today: date
) -> None:
    """Write the groups of a team's last year; the forest group is shared with the next team."""
    take_starter_kinds(team=team, by=by)
    kinds = {each.code: each for each in GroupKind.objects.filter(team=team)}
    stays = [
        each
        for each in episodes
        if each.enrolled_on is not None
        and (each.closed_on is None or each.closed_on > today - _LOOKED_BACK)
    ]
    for number, plan in enumerate(_PLANS):
        group = _group(team, kinds[plan.code], plan, today)
        times = _time(group, plan)
        group.save()
        times.save()
        led_by = coaches[number % len(coaches)]
        write_all(_sessions(group, times, plan, today))
        write_all(_leaders(group, plan, led_by, stays))
        write_all(_members(group, plan, stays, today))
    write_all(_activities(team, kinds["activity"], coaches, today))
    _take_part(team, stays, today)
    christmas = Pause(date(today.year, 12, 22), date(today.year + 1, 1, 6), "Juluppehåll")
    enter_recess(team=team, pause=christmas, today=today, by=by)


def _group(team: Team, kind: GroupKind, plan: Plan, today: date) -> Group:
    starts_on = today - timedelta(days=plan.days_ago)
    ended = plan.sessions is not None and plan.days_ago > plan.sessions * 7 + 60
    return Group(
        team=team,
        kind=kind,
        name=plan.name,
        purpose=plan.purpose,
        place=plan.place,
        capacity=plan.capacity,
        is_open=plan.is_open,
        sessions_planned=plan.sessions,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=120) if ended else None,
    )


def _time(group: Group, plan: Plan) -> GroupTime:
    return GroupTime(
        group=group,
        weekday=plan.weekday,
        at=plan.at,
        ends_at=plan.at.replace(hour=plan.at.hour + plan.hours),
        every_weeks=plan.every,
        first_on=group.starts_on,
    )


def _sessions(group: Group, times: GroupTime, plan: Plan, today: date) -> Iterator[Session]:
    """As the times give, without holidays and summer; now and then cancelled."""
    chance = Chance(f"sessions {group.team.slug} {group.name}")
    days = times.days(group.starts_on, min(today + AHEAD, group.ends_on or date.max))
    off, held = days_off(days), 0
    for day in days:
        is_summer = _SUMMER[0] <= (day.month, day.day) <= _SUMMER[1]
        if day in off or is_summer or (plan.sessions is not None and held >= plan.sessions):
            continue
        because = chance.one_of(_REASONS) if chance.happens(0.04) and plan.sessions is None else ""
        held += not because
        is_told = day < today and not because and chance.happens(0.3)
        yield Session(
            team=group.team,
            kind=group.kind,
            group=group,
            on=day,
            at=times.at,
            ends_at=times.ends_at,
            time=times,
            planned_on=day,
            cancelled_because=because,
            note=chance.one_of(_NOTES) if is_told else "",
        )


def _leaders(group: Group, plan: Plan, led_by: User, stays: Sequence[Episode]) -> Iterator[Leader]:
    yield Leader(group=group, user=led_by)
    steady = [each for each in stays if _is_open(each)]
    if plan.is_led_by_participant and steady:
        yield Leader(group=group, episode=steady[0])


def _is_open(episode: Episode) -> bool:
    return episode.closed_on is None and not episode.participant.is_protected


def _members(
    group: Group, plan: Plan, stays: Sequence[Episode], today: date
) -> Iterator[GroupMember]:
    """Some of those who were enrolled while the group went on, from some days after."""
    room = plan.capacity
    newest_first = sorted(stays, key=lambda each: each.enrolled_on or today, reverse=True)
    for episode in newest_first if plan.code == "start" else stays:
        chance = Chance(f"member {group.team.slug} {group.name} {episode.case_number}")
        enrolled_on = episode.enrolled_on or today
        first = max(group.starts_on, enrolled_on + chance.days(0, 30))
        first = min(first, max(group.starts_on, enrolled_on, today - timedelta(days=14)))
        last = min(each for each in (episode.closed_on, group.ends_on, today) if each is not None)
        if first > last or not chance.happens(plan.share):
            continue
        is_there = episode.closed_on is None and group.ends_on is None
        if room is not None and is_there:
            if room == 0:
                continue
            room -= 1
        left = first + chance.days(40, 200)
        has_left = left < last and chance.happens(0.25)
        yield GroupMember(
            group=group, episode=episode, from_on=first, until_on=left if has_left else None
        )


def _activities(
    team: Team, kind: GroupKind, coaches: Sequence[User], today: date
) -> Iterator[Session]:
    chance = Chance(f"activities {team.slug}")
    for number, (title, place) in enumerate(_ACTIVITIES):
        day = working_day(today + timedelta(days=9 - 80 * number))
        yield Session(
            team=team,
            kind=kind,
            title=title,
            place=place,
            on=day,
            at=time(13),
            ends_at=time(15),
            led_by=chance.one_of(coaches),
        )


def _take_part(team: Team, stays: Sequence[Episode], today: date) -> None:
    """The team takes part in another one's forest group, if there is one that is not shared."""
    found = Group.objects.filter(team__association=team.association_id, kind__code="forest")
    group = found.exclude(team=team).filter(sharings=None).order_by("team").first()
    if group is None:
        return
    from_on = today - timedelta(days=150)
    Sharing.objects.create(group=group, team=team, from_on=from_on)
    there = [each for each in stays if _is_open(each)]
    write_all(
        GroupMember(group=group, episode=each, from_on=max(from_on, each.enrolled_on or from_on))
        for each in there[:3]
    )
