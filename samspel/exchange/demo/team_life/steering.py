"""The demo's steering groups: seats with a vacancy, three years of meetings, and what they left."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.exchange.demo.casework.chance import Chance, at, next_working_day
from samspel.exchange.demo.team_life.steering_words import (
    CANCELLED,
    CORRECTION,
    DECISIONS,
    HEADS,
    LINES,
    MUNICIPALITY,
    OPENING,
    POINTS,
    PRINCIPAL,
    ROOMS,
    SCHOOL,
    SENT,
    Heads,
)
from samspel.figures.period import shift_months
from samspel.organisation.models import Agency, Membership, Team
from samspel.organisation.steering.models import (
    AgendaPoint,
    Decision,
    Minutes,
    Seat,
    SeatHolder,
    SentPoint,
    SteeringAttendance,
    SteeringMeeting,
)

_DAY = timedelta(days=1)
_MONTHS_BETWEEN = 3
_YEARS = 3
_VACANT = "Regionen"


def fill_steering(team: Team, *, leader: User, today: date) -> None:
    """Write the steering group of a team at work as it stands on ``today``."""
    chance = Chance(f"steering {team.slug}")
    start = max(team.started_on or date.min, date(today.year - _YEARS, 1, 1))
    holders = _write_seats(team, start, today)
    meetings = _write_meetings(team, start, today, chance)
    _write_agendas(meetings, chance)
    _write_attendance(meetings, holders, chance)
    held = [each for each in meetings if each.state == "held"]
    _write_minutes(held, leader, today, chance)
    _write_decisions(team, held, today, chance)
    _write_sent(team, meetings, today)


def _write_seats(team: Team, start: date, today: date) -> list[SeatHolder]:
    """An ordinary seat and a substitute for each agency, an adjunct, and the team's leader."""
    place = team.name.split()[-1]
    seats: list[Seat] = []
    holders: list[SeatHolder] = []
    for agency in team.agencies.order_by("pk"):
        heads = HEADS.get(agency.short_name, MUNICIPALITY)
        member = Seat(team=team, agency=agency, kind="member", first_on=start)
        substitute = Seat(team=team, agency=agency, kind="substitute", first_on=start)
        seats += [member, substitute]
        holders += _members(member, heads, start, today)
        holders.append(SeatHolder(seat=substitute, name=heads.substitute, first_on=start))
    school = Seat(team=team, body=SCHOOL.format(place=place), kind="adjunct", first_on=start)
    leads = Seat(team=team, body=team.name, kind="rapporteur", first_on=start)
    leader = Membership.objects.select_related("user").get(team=team, role=Role.TEAM_LEADER)
    holders.append(SeatHolder(seat=school, name=PRINCIPAL, title="rektor", first_on=start))
    holders.append(
        SeatHolder(seat=leads, name=leader.user.name, title="teamledare", first_on=start)
    )
    Seat.objects.bulk_create([*seats, school, leads])
    return SeatHolder.objects.bulk_create(holders)


def _members(seat: Seat, heads: Heads, start: date, today: date) -> Iterator[SeatHolder]:
    """Those who have had the seat one after the other; the municipality's last one is the chair."""
    is_vacant = seat.agency is not None and seat.agency.short_name == _VACANT
    change = shift_months(today.replace(day=1), -7 if is_vacant else -14)
    names = [name or _account(seat.team, seat.agency) for name in heads.names]
    first, *later = names
    is_left = bool(later) or is_vacant
    is_chair = heads is MUNICIPALITY
    yield SeatHolder(
        seat=seat,
        name=first,
        title=heads.title,
        is_chair=is_chair,
        first_on=start,
        last_on=change - _DAY if is_left else None,
    )
    for name in later:
        yield SeatHolder(
            seat=seat, name=name, title=heads.title, is_chair=is_chair, first_on=change
        )


def _account(team: Team, agency: Agency | None) -> str:
    """Who signs in as a member of the steering group, where the agency has lent that person."""
    held = Membership.objects.filter(team=team, role=Role.STEERING_GROUP_MEMBER)
    found = held.select_related("user", "agency").first()
    is_theirs = found is not None and agency is not None and found.agency_id == agency.pk
    return found.user.name if found is not None and is_theirs else "Knut Ahlkvist"


def _write_meetings(team: Team, start: date, today: date, chance: Chance) -> list[SteeringMeeting]:
    """One each quarter; one was cancelled, and the next one is some weeks ahead."""
    coming = next_working_day(today + timedelta(days=18))
    days = [coming]
    while (before := shift_months(days[-1], -_MONTHS_BETWEEN)) > start + timedelta(days=30):
        days.append(before)
    rows = [
        SteeringMeeting(
            team=team,
            on=next_working_day(day),
            at=time(chance.one_of((9, 13)), 0),
            place=chance.one_of(ROOMS),
            state="planned" if day == coming else "held",
        )
        for day in sorted(days)
    ]
    if len(rows) > _MONTHS_BETWEEN:
        rows[-4].state, rows[-4].cancelled_because = "cancelled", CANCELLED
    return SteeringMeeting.objects.bulk_create(rows)


def _write_agendas(meetings: Sequence[SteeringMeeting], chance: Chance) -> None:
    AgendaPoint.objects.bulk_create(
        AgendaPoint(meeting=meeting, place=place, title=title, text=text)
        for meeting in meetings
        for place, (title, text) in enumerate((OPENING, *chance.some_of(POINTS, 4)), start=1)
    )


def _write_attendance(
    meetings: Sequence[SteeringMeeting], holders: Sequence[SeatHolder], chance: Chance
) -> None:
    SteeringAttendance.objects.bulk_create(
        row
        for meeting in meetings
        if meeting.state == "held"
        for row in _with_stand_ins(list(_attendance(meeting, holders, chance)))
    )


def _with_stand_ins(rows: Sequence[SteeringAttendance]) -> Sequence[SteeringAttendance]:
    """Who came instead of a member has come."""
    stood_in = {row.stand_in for row in rows if row.stand_in is not None}
    for row in rows:
        if row.holder in stood_in:
            row.presence = "present"
    return rows


def _attendance(
    meeting: SteeringMeeting, holders: Sequence[SeatHolder], chance: Chance
) -> Iterator[SteeringAttendance]:
    """Most come; a substitute comes for a member who does not, now and then for nobody."""
    there = {each.seat_id: each for each in holders if each.covers(meeting.on)}
    substitutes = {each.seat.agency_id: each for each in there.values() if _is_substitute(each)}
    seats = {each.seat_id: each.seat for each in holders}
    for seat in seats.values():
        holder = there.get(seat.pk)
        row = SteeringAttendance(meeting=meeting, seat=seat, holder=holder, presence="absent")
        substitute = substitutes.get(seat.agency_id)
        if holder is not None and chance.happens(0.2 if _is_substitute(holder) else 0.8):
            row.presence = "present"
        elif seat.kind == "member" and substitute is not None and chance.happens(0.4):
            row.presence, row.stand_in, row.stand_in_name = (
                "stand_in",
                substitute,
                substitute.name,
            )
        yield row


def _is_substitute(holder: SeatHolder) -> bool:
    return holder.seat.kind == "substitute"


def _write_minutes(
    held: Sequence[SteeringMeeting], leader: User, today: date, chance: Chance
) -> None:
    """Adjusted some weeks later, until then a draft; those before the last were corrected."""
    points: dict[int, list[AgendaPoint]] = {}
    for point in AgendaPoint.objects.filter(meeting__in=held):
        points.setdefault(point.meeting_id, []).append(point)
    rows = [
        _minutes(meeting, _text(points.get(meeting.pk, ()), chance), leader, today)
        for meeting in held
    ]
    if len(held) > 1:
        what, text = CORRECTION
        corrected = _minutes(held[-2], text.format(day=held[-1].on.isoformat()), leader, today)
        corrected.number, corrected.corrects_because = 2, what
        rows.append(corrected)
    Minutes.objects.bulk_create(rows)


def _text(points: Sequence[AgendaPoint], chance: Chance) -> str:
    told = (f"{each.place}. {each.title}\n{chance.one_of(LINES)}" for each in points)
    return "\n\n".join(told)


def _minutes(meeting: SteeringMeeting, text: str, leader: User, today: date) -> Minutes:
    adjusted_on = meeting.on + timedelta(days=20)
    is_adjusted = adjusted_on <= today
    return Minutes(
        meeting=meeting,
        text=text,
        written_by=leader,
        written_at=at(meeting.on, 16),
        adjusted_on=adjusted_on if is_adjusted else None,
        adjusted_by=f"{MUNICIPALITY.names[-1]}, {HEADS['AF'].names[-1]}" if is_adjusted else "",
    )


def _write_decisions(
    team: Team, held: Sequence[SteeringMeeting], today: date, chance: Chance
) -> None:
    """One or two at each meeting; the older ones are done, and one of the latest is late."""
    rows = []
    for meeting in held:
        is_old = meeting.on < today - timedelta(days=200)
        for text, responsible in chance.some_of(DECISIONS, chance.number(1, 2)):
            due_on = meeting.on + timedelta(days=chance.number(40, 150))
            rows.append(
                Decision(
                    team=team,
                    meeting=meeting,
                    text=text,
                    responsible=responsible,
                    due_on=due_on,
                    state="done" if is_old else "open",
                    settled_on=due_on - timedelta(days=10) if is_old else None,
                )
            )
    if rows and held[-1].on < today - timedelta(days=30):
        rows[-1].due_on = today - timedelta(days=12)
    Decision.objects.bulk_create(rows)


def _write_sent(team: Team, meetings: Sequence[SteeringMeeting], today: date) -> None:
    """A coach has sent two points for the next meeting: one is placed, one waits."""
    coming = meetings[-1]
    coaches = Membership.objects.filter(team=team, role=Role.COACH).select_related("user")
    sender = coaches.order_by("pk")[0].user
    (placed, why), (waits, question) = SENT
    point = AgendaPoint.objects.create(meeting=coming, place=6, title=placed, text=why)
    sent = {"team": team, "meeting": coming, "sent_by": sender, "sent_at": at(today - _DAY, 15)}
    SentPoint.objects.bulk_create(
        [
            SentPoint(title=placed, text=why, became="placed", point=point, **sent),
            SentPoint(title=waits, text=question, **sent),
        ]
    )
