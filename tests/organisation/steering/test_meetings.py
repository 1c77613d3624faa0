"""Meetings: planned, held when it is noted who came, cancelled for a reason, points sent in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.documents.document import BulletList
from samspel.organisation.models import Team
from samspel.organisation.steering.keeping_agenda import (
    add_point,
    answer_point,
    move_point,
    remove_point,
    send_point,
)
from samspel.organisation.steering.keeping_meetings import (
    cancel_meeting,
    change_meeting,
    plan_meeting,
)
from samspel.organisation.steering.meeting_document import minutes_document
from samspel.organisation.steering.models import (
    AgendaPoint,
    SentPoint,
    SteeringAttendance,
    SteeringMeeting,
)
from samspel.organisation.steering.noting_attendance import Noted, note_attendance, seats_at
from samspel.records.versions import ChangedMeanwhileError
from tests.organisation.steering.made import (
    HELD_ON,
    make_held,
    make_holder,
    make_meeting,
    make_seat,
)

Clients = Callable[[User | None], Client]
NOW = datetime(2025, 3, 1, tzinfo=UTC)
BEFORE, LATER = date(2025, 3, 9), date(2025, 6, 9)


@pytest.fixture
def by(leader: User) -> Actor:
    return Actor(user=leader)


def sent_to(meeting: SteeringMeeting, sender: User, today: date = BEFORE) -> SentPoint:
    return send_point(
        meeting=meeting,
        title="Lokaler",
        text="Vi är trångbodda.",
        sender=sender,
        today=today,
        now=NOW,
        by=Actor(user=sender),
    )


def test_the_group_meets_once_a_day_unless_the_first_is_cancelled(team: Team, by: Actor) -> None:
    meeting = plan_meeting(team=team, values={"on": HELD_ON}, by=by)
    with pytest.raises(ValidationError) as refused:
        plan_meeting(team=team, values={"on": HELD_ON}, by=by)
    assert set(refused.value.message_dict) == {"on"}
    cancel_meeting(meeting=meeting, version=1, because="Sjukdom", by=by)
    assert plan_meeting(team=team, values={"on": HELD_ON}, by=by).is_planned


def test_a_meeting_is_cancelled_for_a_reason_and_not_after_it_was_held(
    team: Team, by: Actor
) -> None:
    meeting = make_meeting(team)
    with pytest.raises(ValidationError, match="Skriv varför mötet ställs in"):
        cancel_meeting(meeting=meeting, version=1, because="", by=by)
    seat = make_seat(team)
    held = make_held(team, seat, make_holder(seat), LATER)
    with pytest.raises(ValidationError, match="Bara ett planerat möte"):
        cancel_meeting(meeting=held, version=1, because="Sjukdom", by=by)


def test_nobody_can_have_come_to_a_meeting_that_lies_ahead(team: Team, by: Actor) -> None:
    meeting = make_meeting(team)
    with pytest.raises(ValidationError, match="Mötet har inte varit ännu, det är 2025-03-10"):
        note_attendance(meeting=meeting, version=1, noted=[], guests="", today=BEFORE, by=by)
    note_attendance(meeting=meeting, version=1, noted=[], guests="", today=HELD_ON, by=by)
    assert SteeringMeeting.objects.get().is_held
    with pytest.raises(ChangedMeanwhileError):
        note_attendance(meeting=meeting, version=1, noted=[], guests="", today=HELD_ON, by=by)
    with pytest.raises(ValidationError, match="dagen kan inte ligga framåt"):
        change_meeting(meeting=meeting, version=2, values={"on": LATER}, today=HELD_ON, by=by)


def test_a_substitute_sits_on_one_seat(team: Team, by: Actor) -> None:
    make_holder(make_seat(team))
    make_holder(make_seat(team, "Kommunen"), "Bo")
    stand_in = make_holder(make_seat(team, kind="substitute"), "Ylva")
    meeting = make_meeting(team)
    members = [at for at in seats_at(meeting) if at.seat.kind == "member"]
    noted = [Noted(at, "stand_in", stand_in, stand_in.name) for at in members]
    with pytest.raises(ValidationError, match="Ylva kan inte komma i två personers ställe"):
        note_attendance(meeting=meeting, version=1, noted=noted, guests="", today=LATER, by=by)
    assert SteeringAttendance.objects.count() == 0
    assert SteeringMeeting.objects.get().is_planned


def test_a_substitute_who_came_instead_came(team: Team, by: Actor) -> None:
    make_holder(make_seat(team))
    stand_in = make_holder(make_seat(team, kind="substitute"), "Ylva")
    meeting = make_meeting(team)
    member, own = seats_at(meeting)
    noted = [Noted(member, "stand_in", stand_in, "Ylva"), Noted(own, "absent")]
    note_attendance(meeting=meeting, version=1, noted=noted, guests="", today=LATER, by=by)
    assert SteeringAttendance.objects.get(seat=own.seat).presence == "present"
    came = minutes_document(meeting, ()).chapters[0].fields[0].parts[0].blocks
    told = [run for block in came if isinstance(block, BulletList) for run in block.items]
    assert told == [("Ylva i stället för Eva Chef, FK, ordinarie ledamot",)]


def test_the_leader_notes_who_came(team: Team, leader: User, client_of: Clients) -> None:
    member, vacant = make_seat(team), make_seat(team, "Kommunen")
    substitute = make_seat(team, kind="substitute")
    make_holder(member)
    stand_in = make_holder(substitute, "Ylva")
    meeting = make_meeting(team)
    url = f"/teams/{team.slug}/steering/meetings/{meeting.pk}/came/"
    sent = {
        "version": "1",
        f"seat_{member.pk}": f"holder-{stand_in.pk}",
        f"seat_{vacant.pk}": "by_name",
        f"seat_{substitute.pk}": "present",
        "guests": "Ola Gäst, förbundet",
    }
    client = client_of(leader)
    assert "Skriv vem som kom i stället" in client.post(url, sent).content.decode()
    client.post(url, sent | {f"instead_{vacant.pk}": "Tage Vikarie"})
    found = SteeringAttendance.objects.order_by("seat_id").values_list("presence", "stand_in_name")
    assert list(found) == [("stand_in", "Ylva"), ("stand_in", "Tage Vikarie"), ("present", "")]
    page = client.get(f"/teams/{team.slug}/steering/meetings/{meeting.pk}/").content.decode()
    assert "Tage Vikarie kom i stället" in page
    assert "Ola Gäst, förbundet" in page
    assert b"Tage Vikarie" in client.get(url).content


def test_points_are_sent_in_until_the_day_before(team: Team, coach: User) -> None:
    meeting = make_meeting(team)
    assert sent_to(meeting, coach).became == "waiting"
    with pytest.raises(ValidationError, match="sista dagen var dagen före"):
        sent_to(meeting, coach, HELD_ON)


def test_a_point_is_placed_merged_or_declined_once(team: Team, coach: User, by: Actor) -> None:
    meeting = make_meeting(team)
    budget = add_point(meeting=meeting, title="Budget", text="", by=by)
    first, second, third = (sent_to(meeting, coach) for _number in range(3))
    told: dict[str, Any] = {"version": 1, "answer": "", "by": by}
    placed = answer_point(sent=first, became="placed", point=None, **told)
    merged = answer_point(sent=second, became="merged", point=budget, **told)
    assert (placed.point and placed.point.place, merged.point) == (2, budget)
    with pytest.raises(ValidationError, match="Skriv till avsändaren varför"):
        answer_point(sent=third, became="declined", point=None, **told)
    with pytest.raises(ValidationError, match="Välj den punkt"):
        answer_point(sent=third, became="merged", point=None, **told)
    with pytest.raises(ValidationError, match="redan fått ett svar"):
        answer_point(sent=first, became="declined", point=None, **told | {"version": 2})


def test_what_is_put_off_comes_to_the_next_meeting_also_when_it_is_planned_later(
    team: Team, coach: User, by: Actor
) -> None:
    meeting = make_meeting(team)
    sent = sent_to(meeting, coach)
    answer_point(sent=sent, version=1, became="postponed", point=None, answer="", by=by)
    assert SentPoint.objects.get().meeting is None
    later = plan_meeting(team=team, values={"on": LATER}, by=by)
    assert (SentPoint.objects.get().meeting, SentPoint.objects.get().became) == (
        later,
        "postponed",
    )


def test_a_cancelled_meetings_points_go_to_the_next_one(team: Team, coach: User, by: Actor) -> None:
    meeting, later = make_meeting(team), make_meeting(team, LATER)
    sent = sent_to(meeting, coach)
    answer_point(sent=sent, version=1, became="placed", point=None, answer="", by=by)
    cancel_meeting(meeting=meeting, version=1, because="Sjukdom", by=by)
    found = SentPoint.objects.get()
    assert (found.meeting, found.became, found.point) == (later, "postponed", None)


def test_the_agenda_is_put_in_order(team: Team, coach: User, by: Actor) -> None:
    meeting = make_meeting(team)
    first, second, third = (
        add_point(meeting=meeting, title=title, text="", by=by) for title in "ABC"
    )
    move_point(point=third, steps=-1, by=by)
    move_point(point=first, steps=-1, by=by)
    order = AgendaPoint.objects.values_list("title", flat=True)
    assert list(order) == ["A", "C", "B"]
    sent = sent_to(meeting, coach)
    answer_point(sent=sent, version=1, became="merged", point=second, answer="", by=by)
    remove_point(point=second, by=by)
    assert SentPoint.objects.get().became == "waiting"
    assert list(AgendaPoint.objects.values_list("place", flat=True)) == [1, 2]


def test_a_coach_sends_a_point_and_sees_what_becomes_of_it(
    team: Team, coach: User, by: Actor, client_of: Clients
) -> None:
    meeting = make_meeting(team, date(2099, 1, 12))
    client, url = client_of(coach), f"/teams/{team.slug}/steering/"
    answer = client.post(
        f"{url}meetings/{meeting.pk}/points/send/", {"version": "0", "title": "Lokaler"}
    )
    assert answer.headers["Location"].endswith("#sent")
    sent = SentPoint.objects.get()
    answer_point(sent=sent, version=1, became="declined", point=None, answer="Tas i teamet.", by=by)
    page = client.get(url).content.decode()
    assert "Lokaler" in page
    assert "tas inte upp" in page
    assert "Tas i teamet." in page


def test_the_list_filters_and_a_part_equals_its_page(
    team: Team, leader: User, client_of: Clients
) -> None:
    make_meeting(team)
    make_meeting(team, LATER, state="cancelled", cancelled_because="Sjukdom")
    client, url = client_of(leader), f"/teams/{team.slug}/steering/meetings/?state=cancelled"
    page = client.get(url).content.decode()
    assert "2025-06-09" in page
    assert "2025-03-10" not in page
    part = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in page


def test_the_list_costs_as_many_queries_however_long(
    team: Team,
    leader: User,
    client_of: Clients,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    for month in range(1, 13):
        make_meeting(team, date(2025, month, 1), state="held")
    client = client_of(leader)
    with django_assert_max_num_queries(12):
        client.get(f"/teams/{team.slug}/steering/meetings/")
