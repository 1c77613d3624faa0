"""Guests of a session: found by name in the own team, or a number."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance, Tap, UnknownGuests
from samspel.participants.groups.models import Session
from samspel.participants.models import Episode
from tests.participants.attendance.sessions import join, tap, url_of
from tests.participants.trial.conftest import FIRST
from tests.people import client_of, make_episode, make_participant


def search(user: User, session: Session, name: str, **headers: str) -> Any:
    url = reverse("session_guests", args=[session.pk])
    return client_of(user).post(url, {"name": name}, headers=headers)


def test_a_guest_is_found_without_accents_in_the_own_team_only(
    team: Team, other_team: Team, coach: User, session: Session
) -> None:
    guest = make_episode(make_participant(team, family_name="Öström"), enrolled_on=FIRST)
    make_episode(make_participant(other_team, family_name="Öström"), enrolled_on=FIRST)
    make_episode(make_participant(team, family_name="Ostberg"), enrolled_on=None)
    make_episode(make_participant(team, family_name="Ost", protection="marked"), enrolled_on=FIRST)
    found = search(coach, session, "ostr").context["found"]
    assert [each.episode_id for each in found] == [guest.pk]
    assert search(coach, session, "ost").context["found"][0].episode_id == guest.pk
    assert search(coach, session, "exempel").context["found"] == []
    tap(coach, session, guest, "present")
    person = client_of(coach).get(url_of(session)).context["sheet"].people[-1]
    assert (person.name, person.is_guest, person.presence) == ("Alva Öström", True, "present")


def test_the_search_without_scripts_is_the_page_with_the_same_part(
    coach: User, session: Session
) -> None:
    for name in ("alv", "x", ""):
        part = search(coach, session, name, **{"HX-Request": "true"}).content.decode()
        page = search(coach, session, name).content.decode()
        assert without_ids(part) in without_ids(page)


def without_ids(text: str) -> str:
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    return re.sub(r'name="id" value="[\w-]+"', "", text).strip()


def test_unknown_guests_are_a_number(team: Team, coach: User, session: Session) -> None:
    client, url = client_of(coach), reverse("session_unknown", args=[session.pk, team.pk])
    client.post(url, {"number": "4", "seen": "0"})
    assert UnknownGuests.objects.get().number == 4
    page = client.post(url, {"number": "5", "seen": "0"}, follow=True)
    assert "Någon annan har skrivit 4 under tiden." in page.content.decode()
    for number in ("-1", "501", "många", ""):
        client.post(url, {"number": number, "seen": "4"})
    assert UnknownGuests.objects.get().number == 4
    client.post(url, {"number": "0", "seen": "4"})
    assert UnknownGuests.objects.get().number == 0


@pytest.fixture
def guest(team: Team, coach: User, colleague: User, session: Session, settings: Any) -> Episode:
    """Somebody whom two have recorded differently, today by the clock."""
    settings.SAMSPEL_TODAY = None
    case = make_episode(make_participant(team, family_name="Fel"), enrolled_on=FIRST)
    tap(coach, session, case, "present")
    tap(colleague, session, case, "absent")
    return case


def taken_back(user: User, session: Session, case: Episode, seen: str = "present") -> Any:
    url = reverse("session_take_back", args=[session.pk, case.pk])
    return client_of(user).post(url, {"seen": seen}, follow=True)


def test_a_guest_added_by_mistake_is_taken_off_the_sheet_the_same_day(
    coach: User, session: Session, guest: Episode
) -> None:
    url = reverse("session_take_back", args=[session.pk, guest.pk])
    assert url in client_of(coach).get(url_of(session)).content.decode()
    for _twice in range(2):
        people = taken_back(coach, session, guest).context["sheet"].people
        assert guest.pk not in [each.episode_id for each in people]
    assert not Tap.objects.filter(came_of="conflict").exists()
    entry = LogEntry.objects.get(act="session_guest_taken_back")
    assert entry.subject == f"episode:{guest.pk}"


def test_what_was_recorded_on_an_earlier_day_stays(
    coach: User, session: Session, guest: Episode
) -> None:
    Attendance.objects.update(recorded_at=F("recorded_at") - timedelta(days=1))
    url = reverse("session_take_back", args=[session.pk, guest.pk])
    assert url not in client_of(coach).get(url_of(session)).content.decode()
    page = taken_back(coach, session, guest).content.decode()
    assert "Det infördes en tidigare dag och står kvar." in page
    assert session.attendances.count() == 1


def test_a_wrong_tap_on_a_member_is_emptied_and_told_of(
    coach: User, session: Session, guest: Episode
) -> None:
    join(session.group, guest)  # type: ignore[arg-type]  # the fixture's session has a group
    page = taken_back(coach, session, guest)
    person = {each.episode_id: each for each in page.context["sheet"].people}[guest.pk]
    assert (person.presence, person.conflicts) == ("", ())
    entry = LogEntry.objects.get(act="session_attendance_taken_back")
    assert entry.subject == f"episode:{guest.pk}"
    assert entry.details == {"session": str(session.pk), "was": "present"}
    taken_back(coach, session, guest)
    assert LogEntry.objects.filter(act__contains="taken_back").count() == 1
    tap(coach, session, guest, "absent")
    assert session.attendances.get().presence == "absent"


def test_what_a_colleague_has_recorded_meanwhile_is_not_taken_back_unseen(
    coach: User, session: Session, guest: Episode
) -> None:
    page = taken_back(coach, session, guest, seen="absent").content.decode()
    assert "Någon annan har ändrat under tiden: titta, och försök igen." in page
    assert session.attendances.count() == 1
    assert taken_back(coach, session, guest, seen="perhaps").status_code == 404


def test_others_take_nobody_off(stranger: User, session: Session, guest: Episode) -> None:
    assert taken_back(stranger, session, guest).status_code == 404
    assert session.attendances.count() == 1
