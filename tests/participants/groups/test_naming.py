"""Texts of a shared group: names are refused, and a word that is also a name is asked about."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups.models import Group, Session, Sharing
from samspel.participants.models import Episode
from tests import people
from tests.participants.conftest import sentences
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_member, make_session

TICK = {"no_name": "on"}


@pytest.fixture
def session(shared: Group) -> Session:
    return make_session(shared, TUESDAY)


def write(client: Client, session: Session, text: str, **sent: str) -> list[str]:
    """What refused the note; empty where it is saved."""
    session.refresh_from_db()
    url = reverse("session_note", args=[session.pk])
    answer = client.post(url, {"note": text, "version": session.version} | sent)
    return [] if answer.status_code == 302 else sentences(answer)["note"]


def member(group: Group, team: Team, given: str, family: str, **fields: str) -> Episode:
    person = people.make_participant(team, given_name=given, family_name=family, **fields)
    episode = people.make_episode(person)
    make_member(group, episode)
    return episode


def test_a_word_that_is_also_a_name_is_asked_about_once(
    shared: Group, team: Team, session: Session, as_coach: Client
) -> None:
    member(shared, team, "Maj", "Stenqvist")
    url = reverse("session_note", args=[session.pk])
    text = "Maj är bästa månaden i skogen."
    answer = as_coach.post(url, {"note": text, "version": 1})
    assert "kryssa för" in sentences(answer)["note"][0]
    assert 'name="no_name"' in answer.content.decode()
    # The sentence tells nothing that the writer did not write.
    assert "Stenqvist" not in answer.content.decode()
    assert 'name="no_name"' not in as_coach.get(url).content.decode()
    assert write(as_coach, session, text, **TICK) == []


@pytest.mark.parametrize("text", ["Den 3 maj eldade vi.", "Vi sågs i majs."])
def test_small_letters_of_an_everyday_word_pass(
    shared: Group, team: Team, session: Session, as_coach: Client, text: str
) -> None:
    member(shared, team, "Maj", "Stenqvist")
    assert write(as_coach, session, text) == []


@pytest.mark.parametrize("text", ["alvina högg ved", "ALVINA!", "Vi firade alvinas dag"])
def test_other_names_are_found_whatever_their_capitals(
    session: Session, as_coach: Client, text: str
) -> None:
    assert "kryssa för" in write(as_coach, session, text)[0]


@pytest.mark.parametrize("text", ["Alvina Granqvist högg ved", "granqvist, alvina"])
def test_a_full_name_is_refused_with_the_tick_too(
    session: Session, as_coach: Client, text: str
) -> None:
    assert "utan deltagares namn" in write(as_coach, session, text, **TICK)[0]


def test_a_protected_name_is_refused_with_the_tick_too(
    shared: Group, team: Team, session: Session, as_coach: Client, coach: User
) -> None:
    episode = member(shared, team, "Björn", "Hemlig", protection="marked")
    # Who may not see the case learns nothing by trying.
    assert write(as_coach, session, "Björn var här") == []
    episode.participant.named_staff.add(coach)
    assert "utan deltagares namn" in write(as_coach, session, "Björn kom", **TICK)[0]
    assert write(as_coach, session, "Vi såg en björn") == []


def test_guests_and_short_names_are_looked_for(
    session: Session, team: Team, as_coach: Client, coach: User
) -> None:
    guest = people.make_episode(people.make_participant(team, given_name="Bo", family_name="Gäst"))
    assert write(as_coach, session, "Bo kom förbi") == []
    Attendance.objects.create(
        episode=guest,
        session=session,
        on=session.on,
        presence="present",
        recorded_by=coach,
        recorded_at="2025-04-22T10:00:00+02:00",
    )
    assert write(as_coach, session, "Igen: Bo kom förbi")
    assert write(as_coach, session, "De som bo här") == []


def test_every_text_of_the_group_may_be_ticked(
    shared: Group, team: Team, session: Session, as_coach: Client
) -> None:
    member(shared, team, "Dag", "Stenqvist")
    cancel = reverse("session_cancel", args=[session.pk])
    sent = {"because": "Dag för planering", "version": 1}
    assert as_coach.post(cancel, sent).status_code == 200
    assert as_coach.post(cancel, sent | TICK).status_code == 302
    facts = {"kind": shared.kind_id, "name": "Dag ute", "starts_on": "2025-03-01", "version": 1}
    change = reverse("group_change", args=[shared.pk])
    refused = as_coach.post(change, facts)
    assert 'name="no_name"' in refused.content.decode()
    assert as_coach.post(change, facts | TICK).status_code == 302
    times = {"on": "2025-04-23", "at": "09:00", "ends_at": "10:00", "place": "Dag Hammarskjölds"}
    new = reverse("session_new", args=[shared.pk])
    assert as_coach.post(new, times).status_code == 200
    assert as_coach.post(new, times | TICK).status_code == 302
    activity = {"title": "Utflykt", "kind": shared.kind_id, **times, **TICK}
    assert as_coach.post(reverse("activity_new"), activity).status_code == 302


def test_what_sessions_ahead_say_is_not_shared_either(
    team: Team, other_team: Team, alva: Episode, as_leader: Client
) -> None:
    group = make_group(team)
    make_member(group, alva)
    make_session(group, date(2025, 4, 15), note="Alvina Granqvist eldade")
    url = reverse("group_share", args=[group.pk])
    ahead = make_session(group, TODAY, cancelled_because="Alvina Granqvist fyller år")
    answer = as_leader.post(url, {"team": other_team.pk} | TICK)
    assert "deltagares namn" in sentences(answer)["__all__"][0]
    ahead.cancelled_because = "Alvina"
    ahead.save()
    assert 'name="no_name"' in as_leader.post(url, {"team": other_team.pk}).content.decode()
    assert as_leader.post(url, {"team": other_team.pk} | TICK).status_code == 302
    assert Sharing.objects.filter(group=group).exists()
