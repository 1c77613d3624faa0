"""The sheet of a session: whom it lists, and what one tap does."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance, Tap, UnknownGuests
from samspel.participants.constraints import saving
from samspel.participants.groups.models import Group, GroupMember, Session, Sharing
from samspel.participants.models import Episode
from tests.participants.attendance.sessions import join, make_group, make_session, tap, url_of
from tests.participants.trial.conftest import FIRST, TODAY
from tests.people import client_of, make_episode, make_participant

NOW = datetime(2025, 3, 5, 10, tzinfo=UTC)


def recorded(session: Session) -> list[tuple[str, str]]:
    rows = session.attendances.order_by("episode__participant__sort_key")
    return [(each.episode.participant.name, each.presence) for each in rows]


def listed(user: User, session: Session) -> list[str]:
    return [each.name for each in client_of(user).get(url_of(session)).context["sheet"].people]


@pytest.mark.parametrize("presence", ["present", "digital", "excused", "absent"])
def test_a_tap_is_saved_at_once_and_told_in_the_log(
    coach: User, session: Session, on_trial: Episode, presence: str
) -> None:
    tap(coach, session, on_trial, presence)
    row = session.attendances.get()
    assert (row.on, row.presence, row.recorded_by) == (TODAY, presence, coach)
    entry = LogEntry.objects.get(act="session_attendance_recorded")
    assert entry.subject == f"episode:{on_trial.pk}"
    assert entry.details == {"session": str(session.pk), "presence": presence}


def test_the_same_tap_again_changes_nothing(
    coach: User, colleague: User, session: Session, on_trial: Episode
) -> None:
    tap(coach, session, on_trial, "present")
    revision = Team.objects.get(pk=session.team_id).revision
    tap(colleague, session, on_trial, "present", seen="present")
    assert session.attendances.get().recorded_by == coach
    assert LogEntry.objects.filter(act__startswith="session_attendance").count() == 1
    assert Team.objects.get(pk=session.team_id).revision == revision


def test_changing_a_presence_is_told_in_the_log(
    coach: User, session: Session, on_trial: Episode
) -> None:
    tap(coach, session, on_trial, "present")
    tap(coach, session, on_trial, "excused", seen="present")
    assert session.attendances.get().presence == "excused"
    entry = LogEntry.objects.get(act="session_attendance_changed")
    assert entry.details | {"session": ""} == {
        "session": "",
        "presence": "excused",
        "was": "present",
    }


def test_all_present_leaves_those_who_are_recorded_as_they_are(
    team: Team, coach: User, session: Session, on_trial: Episode
) -> None:
    other = make_episode(make_participant(team, family_name="Annan"), enrolled_on=FIRST)
    join(session.group, other)  # type: ignore[arg-type]  # the fixture's session has a group
    tap(coach, session, on_trial, "excused")
    client_of(coach).post(reverse("session_all_present", args=[session.pk]))
    assert recorded(session) == [("Alva Annan", "present"), ("Alva Exempel", "excused")]


def test_members_of_the_day_are_listed(team: Team, coach: User, group: Group) -> None:
    session = make_session(group, TODAY)
    dates = {
        "Before": (FIRST, TODAY - timedelta(days=1)),
        "Last": (FIRST, TODAY),
        "First": (TODAY, None),
        "After": (TODAY + timedelta(days=1), None),
    }
    for name, (first, last) in dates.items():
        case = make_episode(make_participant(team, family_name=name), enrolled_on=FIRST)
        GroupMember.objects.create(group=group, episode=case, from_on=first, until_on=last)
    closed = make_participant(team, family_name="Closed")
    join(group, make_episode(closed, enrolled_on=FIRST, closed_on=TODAY, outcome="work"))
    assert listed(coach, session) == ["Alva First", "Alva Last"]


def test_a_protected_person_is_a_case_number_and_for_named_staff_only(
    team: Team, coach: User, colleague: User, session: Session
) -> None:
    person = make_participant(team, family_name="Hemlig", protection="marked")
    case = make_episode(person, enrolled_on=FIRST, case_number="2025-7")
    join(session.group, case)  # type: ignore[arg-type]  # the fixture's session has a group
    person.named_staff.add(coach)
    assert listed(coach, session) == ["Alva Exempel", "Skyddad identitet 2025-7"]
    assert listed(colleague, session) == ["Alva Exempel"]
    assert tap(colleague, session, case, "present").status_code == 404
    assert "Hemlig" not in client_of(coach).get(url_of(session)).content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"on": TODAY + timedelta(days=1)}, "Tillfället har inte varit än."),
        ({"cancelled_because": "Storm"}, "Tillfället är inställt, så ingen kan ha kommit."),
        ({"on": FIRST - timedelta(days=1)}, "Personen var inte inskriven den 2025-02-02."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    coach: User, session: Session, on_trial: Episode, change: dict[str, Any], sentence: str
) -> None:
    Session.objects.filter(pk=session.pk).update(**change)
    page = tap(coach, session, on_trial, "present")
    assert page.content.decode().count(sentence) >= 1
    assert not Attendance.objects.exists()
    client_of(coach).post(reverse("session_all_present", args=[session.pk]))
    assert not Attendance.objects.exists()


def test_a_forged_tap_is_no_page(coach: User, session: Session, on_trial: Episode) -> None:
    assert tap(coach, session, on_trial, "perhaps").status_code == 404
    for more in ({"id": "x"}, {"seen": "x"}):
        assert tap(coach, session, on_trial, "present", **more).status_code == 404
    assert not Attendance.objects.exists()


def test_a_tap_from_a_page_one_went_back_to_is_not_taken_for_the_first(
    coach: User, colleague: User, session: Session, on_trial: Episode
) -> None:
    tap_id = uuid4()
    tap(coach, session, on_trial, "present", id=tap_id)
    for user, presence in ((coach, "absent"), (colleague, "present")):
        page = tap(user, session, on_trial, presence, id=tap_id)
        assert "Sidan var för gammal: tryck en gång till." in page.content.decode()
    assert session.attendances.get().presence == "present"


def test_a_joint_session_tells_of_others_a_number_and_no_name(
    team: Team, other_team: Team, coach: User, stranger: User
) -> None:
    group = make_group(team, other_team)
    session = make_session(group, TODAY)
    own = make_episode(make_participant(team, family_name="Västlig"), enrolled_on=FIRST)
    theirs = make_episode(make_participant(other_team, family_name="Östlig"), enrolled_on=FIRST)
    join(group, own, theirs)
    tap(stranger, session, theirs, "present")
    client_of(stranger).post(
        reverse("session_unknown", args=[session.pk, other_team.pk]), {"number": 3, "seen": 0}
    )
    page = client_of(coach).get(url_of(session))
    text = page.content.decode()
    assert "Östlig" not in text
    assert str(theirs.pk) not in text
    assert f"{other_team.name}: 1 kom, 1 medlemmar, 3 andra gäster" in text
    assert listed(stranger, session) == ["Alva Östlig"]
    assert tap(coach, session, theirs, "absent").status_code == 404
    assert recorded(session) == [("Alva Östlig", "present")]


def test_a_group_that_is_not_shared_is_no_page(
    team: Team, other_team: Team, stranger: User, session: Session, on_trial: Episode
) -> None:
    client = client_of(stranger)
    assert client.get(url_of(session)).status_code == 404
    assert tap(stranger, session, on_trial, "present").status_code == 404
    Sharing.objects.create(group=session.group, team=other_team, ended_on=TODAY)
    assert client.get(url_of(session)).status_code == 404


def test_a_single_activity_lists_who_is_recorded(
    team: Team, coach: User, group: Group, on_trial: Episode
) -> None:
    visit = Session.objects.create(
        team=team, kind=group.kind, title="Studiebesök", on=TODAY, at="09:00", ends_at="10:00"
    )
    assert listed(coach, visit) == []
    tap(coach, visit, on_trial, "digital")
    assert listed(coach, visit) == ["Alva Exempel"]


def test_the_sheet_takes_few_queries(team: Team, coach: User, session: Session) -> None:
    for number in range(30):
        person = make_participant(team, family_name=f"Person {number:02}")
        case = make_episode(person, enrolled_on=FIRST)
        join(session.group, case)  # type: ignore[arg-type]  # the fixture's session has a group
        tap(coach, session, case, "present")
    client = client_of(coach)
    with CaptureQueriesContext(connection) as queries:
        assert len(client.get(url_of(session)).context["sheet"].people) == 31
    assert len(queries) <= 14


def test_a_day_and_a_session_on_one_date_are_one_day_and_excused_is_none(
    team: Team, coach: User, session: Session, on_trial: Episode
) -> None:
    now = session.attendances.model(episode=on_trial, on=TODAY, recorded_at="2025-03-05T08:00:00Z")
    now.save()
    tap(coach, session, on_trial, "present")
    earlier = make_session(session.group, date(2025, 3, 4))  # type: ignore[arg-type]  # it has one
    tap(coach, earlier, on_trial, "excused")
    row = client_of(coach).get("/attendance/").context["rows"][0]
    assert (row.came, row.last_came, row.may_change) == (True, TODAY, False)
    row = client_of(coach).get("/attendance/?day=2025-03-04").context["rows"][0]
    assert (row.came, row.last_came) == (False, None)


def test_the_days_sheet_leads_to_the_sheets_of_its_sessions(
    team: Team, coach: User, stranger: User, session: Session
) -> None:
    make_session(session.group, TODAY, cancelled_because="Storm")  # type: ignore[arg-type]  # it has one
    make_session(session.group, TODAY - timedelta(days=1))  # type: ignore[arg-type]  # it has one
    page = client_of(coach).get("/attendance/")
    assert page.context["sessions"] == [session]
    assert url_of(session) in page.content.decode()
    assert client_of(stranger).get("/attendance/").context["sessions"] == []


def test_the_database_holds_up_what_makes_no_sense(
    team: Team, coach: User, session: Session, on_trial: Episode
) -> None:
    about = {"episode": on_trial, "session": session}
    with pytest.raises(ValidationError, match="Bara ett val"), saving(Actor(coach)):
        Tap.objects.create(**about, presence="present", reached_at=NOW, settled_at=NOW)
    with pytest.raises(ValidationError, match="0 till 500"), saving(Actor(coach)):
        UnknownGuests.objects.create(session=session, team=team, number=501)
    on = {"on": TODAY, "recorded_at": NOW}
    Attendance.objects.create(**about, **on)
    with pytest.raises(ValidationError, match="redan infört"), saving(Actor(coach)):
        Attendance.objects.create(**about, **on)
    with pytest.raises(ValidationError, match="bara föra in att någon kom"), saving(Actor(coach)):
        Attendance.objects.create(episode=on_trial, presence="absent", **on)
