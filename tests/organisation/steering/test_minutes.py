"""Minutes that are locked when adjusted, corrections beside them, and decisions with due dates."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.organisation.steering.keeping_decisions import change_decision, enter_decision
from samspel.organisation.steering.keeping_minutes import (
    adjust_minutes,
    throw_away_draft,
    write_minutes,
)
from samspel.organisation.steering.models import Decision, Minutes, SteeringMeeting
from samspel.records.versions import ChangedMeanwhileError
from tests.organisation.steering.made import (
    HELD_ON,
    make_held,
    make_holder,
    make_meeting,
    make_seat,
)

Clients = Callable[[User | None], Client]
NOW, TODAY = datetime(2025, 3, 11, tzinfo=UTC), date(2025, 3, 31)
DUE = date(2025, 3, 20)


@pytest.fixture
def by(leader: User) -> Actor:
    return Actor(user=leader)


@pytest.fixture
def meeting(team: Team) -> SteeringMeeting:
    seat = make_seat(team)
    return make_held(team, seat, make_holder(seat))


def written(
    meeting: SteeringMeeting, by: Actor, text: str, *, version: int = 0, because: str = ""
) -> Minutes:
    return write_minutes(
        meeting=meeting,
        version=version,
        text=text,
        corrects_because=because,
        today=TODAY,
        now=NOW,
        by=by,
    )


def adjusted(meeting: SteeringMeeting, by: Actor, on: date = DUE, version: int = 1) -> Minutes:
    return adjust_minutes(
        meeting=meeting, version=version, adjusted_on=on, adjusted_by="Eva", today=TODAY, by=by
    )


def test_adjusted_minutes_are_locked_and_corrected_beside(
    meeting: SteeringMeeting, by: Actor
) -> None:
    written(meeting, by, "Ett")
    adjusted(meeting, by)
    with pytest.raises(ValidationError, match="Skriv vad som rättas"):
        written(meeting, by, "Två")
    written(meeting, by, "Två", because="Datum")
    adjusted(meeting, by)
    found = Minutes.objects.order_by("number").values_list("text", "corrects_because")
    assert list(found) == [("Ett", ""), ("Två", "Datum")]


def test_minutes_are_adjusted_between_the_meeting_and_today(
    meeting: SteeringMeeting, by: Actor
) -> None:
    written(meeting, by, "Ett")
    for day in (date(2025, 3, 9), date(2025, 4, 1)):
        with pytest.raises(ValidationError, match="Ange en dag från mötet, 2025-03-10"):
            adjusted(meeting, by, day)
    assert adjusted(meeting, by, TODAY).adjusted_on == TODAY


def test_two_who_write_minutes_never_overwrite_each_other(
    meeting: SteeringMeeting, by: Actor
) -> None:
    written(meeting, by, "Ett")
    with pytest.raises(ChangedMeanwhileError):
        written(meeting, by, "Två")
    with pytest.raises(ChangedMeanwhileError):
        throw_away_draft(meeting=meeting, version=0, by=by)
    throw_away_draft(meeting=meeting, version=1, by=by)
    assert Minutes.objects.count() == 0


def test_no_minutes_of_a_meeting_that_lies_ahead(team: Team, by: Actor) -> None:
    with pytest.raises(ValidationError, match="Mötet har inte varit ännu"):
        written(make_meeting(team, date(2025, 4, 1)), by, "Ett")


def test_a_draft_is_read_by_who_writes_it(
    team: Team,
    meeting: SteeringMeeting,
    by: Actor,
    leader: User,
    steering_member: User,
    client_of: Clients,
) -> None:
    written(meeting, by, "Hemligt utkast")
    url = f"/teams/{team.slug}/steering/meetings/{meeting.pk}/"
    assert "Hemligt utkast" in client_of(leader).get(url).content.decode()
    member = client_of(steering_member)
    assert "Hemligt utkast" not in member.get(url).content.decode()
    assert member.get(f"{url}minutes.pdf").status_code == 404
    adjusted(meeting, by)
    assert "Hemligt utkast" in member.get(url).content.decode()
    pdf = member.get(f"{url}minutes.pdf")
    assert (pdf.status_code, pdf.content[:5]) == (200, b"%PDF-")


def test_a_decision_is_not_due_before_it_was_taken(meeting: SteeringMeeting, by: Actor) -> None:
    values: dict[str, Any] = {"text": "Skriv en plan.", "due_on": date(2025, 3, 9)}
    with pytest.raises(ValidationError) as refused:
        enter_decision(meeting=meeting, values=values, today=TODAY, by=by)
    assert refused.value.message_dict == {
        "due_on": ["Det beslutades 2025-03-10 och kan inte vara klart före den dagen."]
    }
    values["due_on"] = HELD_ON
    assert enter_decision(meeting=meeting, values=values, today=TODAY, by=by).is_open


def test_a_decision_is_done_on_a_day_that_has_been(meeting: SteeringMeeting, by: Actor) -> None:
    decision = Decision.objects.create(team=meeting.team, meeting=meeting, text="Skriv en plan.")
    change: dict[str, Any] = {"decision": decision, "version": 1, "today": TODAY, "by": by}
    with pytest.raises(ValidationError, match="Ange vilken dag det blev klart"):
        change_decision(values={"state": "done"}, **change)
    with pytest.raises(ValidationError, match="Ange en dag från beslutet, 2025-03-10"):
        change_decision(values={"state": "done", "settled_on": date(2025, 4, 1)}, **change)
    done = change_decision(values={"state": "done", "settled_on": TODAY}, **change)
    assert not done.is_open
    with pytest.raises(ChangedMeanwhileError):
        change_decision(values={"text": "Annat"}, **change)


def test_what_is_overdue_is_amber_on_the_page(
    team: Team, meeting: SteeringMeeting, coach: User, client_of: Clients
) -> None:
    Decision.objects.create(team=team, meeting=meeting, text="Skriv en plan.", due_on=DUE)
    Decision.objects.create(team=team, meeting=meeting, text="Ring runt.", due_on=date(2099, 1, 1))
    url = f"/teams/{team.slug}/steering/"
    page = client_of(coach).get(url).content.decode()
    assert page.count("försenat sedan 2025-03-20") == 1
    late = client_of(coach).get(f"{url}decisions/?state=overdue").content.decode()
    assert "Skriv en plan." in late
    assert "Ring runt." not in late


def test_the_agenda_is_printed(team: Team, steering_member: User, client_of: Clients) -> None:
    meeting = make_meeting(team)
    url = f"/teams/{team.slug}/steering/meetings/{meeting.pk}/agenda.pdf"
    answer = client_of(steering_member).get(url)
    assert answer.content[:5] == b"%PDF-"
    assert answer.headers["Content-Disposition"].endswith('"agenda-2025-03-10.pdf"')
