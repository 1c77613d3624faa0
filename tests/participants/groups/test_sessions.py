"""Single sessions: one more, a single activity, moved, cancelled, put back, noted."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups.models import Group, Leader, Session
from samspel.participants.models import Episode
from tests.participants.conftest import HOSTILE, sentences, told
from tests.participants.groups.conftest import TUESDAY
from tests.participants.groups.made import make_group, make_kind, make_member, make_session

WHEN = {"on": "2025-04-22", "at": "09:00", "ends_at": "11:00", "place": ""}


def new(client: Client, group: Group, **changes: str) -> Any:
    return client.post(reverse("session_new", args=[group.pk]), WHEN | changes)


def change(client: Client, session: Session, **changes: Any) -> Any:
    url = reverse("session_change", args=[session.pk])
    return client.post(url, WHEN | {"version": session.version} | changes)


def test_one_more_session(as_coach: Client, group: Group) -> None:
    answer = new(as_coach, group, place="Torget")
    assert answer["Location"] == reverse("group", args=[group.pk])
    session = Session.objects.get()
    assert (session.group, session.on, session.clock) == (group, TUESDAY, "09:00–11:00")
    assert (session.where, session.time, session.name) == ("Torget", None, "Skogsgruppen")
    assert told("session_added").subject == f"session:{session.pk}"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"at": "10:59", "ends_at": "12:00"}, "at"),
        ({"at": "08:00", "ends_at": "09:01"}, "at"),
        ({"on": "2025-02-28"}, "on"),
        ({"on": "2525-04-22"}, "on"),
        ({"ends_at": "09:00"}, "ends_at"),
        ({"ends_at": "08:00"}, "ends_at"),
        ({"on": ""}, "on"),
        ({"at": "25:00"}, "at"),
    ],
)
def test_sessions_that_cannot_be(
    as_coach: Client, group: Group, changes: dict[str, str], field: str
) -> None:
    make_session(group, TUESDAY)
    assert list(sentences(new(as_coach, group, **changes))) == [field]
    assert Session.objects.count() == 1


def test_beside_each_other_they_fit(as_coach: Client, group: Group) -> None:
    make_session(group, TUESDAY)
    make_session(group, TUESDAY, at=14, cancelled_because="Sjuk")
    for at, ends_at in (("11:00", "12:00"), ("08:00", "09:00"), ("14:00", "15:00")):
        assert new(as_coach, group, at=at, ends_at=ends_at).status_code == 302
    assert Session.objects.count() == 5


@pytest.mark.parametrize("value", HOSTILE)
def test_bad_texts_break_nothing(as_coach: Client, group: Group, value: str) -> None:
    answer = new(as_coach, group, on=value, at=value, ends_at=value, place=value, led_by=value)
    assert answer.status_code == 200
    assert not Session.objects.exists()


def test_a_single_activity_has_no_group(as_coach: Client, team: Team, coach: User) -> None:
    make_kind(team, "Träffpunkt")
    kind = make_kind(team, "Utflykt")
    values = WHEN | {"title": "Besök på biblioteket", "kind": kind.pk, "led_by": coach.pk}
    answer = as_coach.post(reverse("activity_new"), values)
    assert answer["Location"] == "/groups/week/?week=2025-W17"
    session = Session.objects.get()
    assert (session.group, session.team, session.kind) == (None, team, kind)
    assert (session.name, session.led_by) == ("Besök på biblioteket", coach)
    page = as_coach.get("/groups/week/").content.decode()
    assert "Besök på biblioteket" in page
    missing = as_coach.post(reverse("activity_new"), values | {"title": " "})
    assert list(sentences(missing)) == ["title"]


def test_an_activity_of_another_teams_kind_is_refused(
    as_coach: Client, team: Team, other_team: Team
) -> None:
    make_kind(team)
    values = WHEN | {"title": "Utflykt", "kind": make_kind(other_team, "Annat").pk}
    assert list(sentences(as_coach.post(reverse("activity_new"), values))) == ["kind"]


def test_moved_to_another_day(as_coach: Client, group: Group) -> None:
    session = make_session(group, TUESDAY, planned_on=TUESDAY)
    assert (
        change(as_coach, session, on="2025-04-24", at="13:00", ends_at="14:00").status_code == 302
    )
    session.refresh_from_db()
    assert (session.on, session.clock) == (date(2025, 4, 24), "13:00–14:00")
    assert session.is_moved
    assert (
        "flyttat från 2025-04-22"
        in as_coach.get(reverse("group", args=[group.pk])).content.decode()
    )
    assert told("session_changed").details == {"fields": ["at", "ends_at", "on"]}


def test_moved_onto_another_one_is_refused(as_coach: Client, group: Group) -> None:
    session = make_session(group, date(2025, 4, 23))
    make_session(group, TUESDAY)
    assert sentences(change(as_coach, session)) == {"at": ["Gruppen träffas redan 09:00–11:00."]}


def test_on_a_holiday_it_is_said(as_coach: Client, group: Group) -> None:
    url = reverse("session_new", args=[group.pk])
    page = as_coach.post(url, WHEN | {"on": "2025-05-01"}, follow=True).content.decode()
    assert "Den dagen är helgdag: Första maj." in page


def test_who_came_stays_on_its_day(as_coach: Client, group: Group, alva: Episode) -> None:
    session = make_session(group, date(2025, 4, 15))
    at = datetime(2025, 4, 15, 12, tzinfo=UTC)
    Attendance.objects.create(episode=alva, session=session, on=session.on, recorded_at=at)
    assert list(sentences(change(as_coach, session))) == ["on"]
    # The hours may be put right.
    assert change(as_coach, session, on="2025-04-15", at="08:00").status_code == 302
    cancel = reverse("session_cancel", args=[session.pk])
    session.refresh_from_db()
    refused = sentences(as_coach.post(cancel, {"because": "Sjuk", "version": session.version}))
    assert "hölls" in refused["__all__"][0]


def test_cancelled_with_a_reason_and_put_back(as_coach: Client, group: Group) -> None:
    session = make_session(group, TUESDAY)
    url = reverse("session_cancel", args=[session.pk])
    assert list(sentences(as_coach.post(url, {"because": " ", "version": 1}))) == ["because"]
    as_coach.post(url, {"because": "Ledaren är sjuk", "version": 1})
    session.refresh_from_db()
    assert session.is_cancelled
    page = as_coach.get(reverse("group", args=[group.pk])).content.decode()
    assert "Ledaren är sjuk" in page
    restore = reverse("session_restore", args=[session.pk])
    as_coach.post(restore, {"version": 2})
    session.refresh_from_db()
    assert not session.is_cancelled
    assert LogEntry.objects.filter(act="session_restored").count() == 1
    # A second press finds it put back already.
    as_coach.post(restore, {"version": 2})
    assert LogEntry.objects.filter(act="session_restored").count() == 1


def test_it_is_not_put_back_beside_another_one(as_coach: Client, group: Group) -> None:
    session = make_session(group, TUESDAY, cancelled_because="Sjuk")
    make_session(group, TUESDAY, at=10)
    restore = reverse("session_restore", args=[session.pk])
    page = as_coach.post(restore, {"version": 1}, follow=True).content.decode()
    assert "Gruppen träffas redan 10:00–12:00." in page
    session.refresh_from_db()
    assert session.is_cancelled
    assert as_coach.post(restore, {"version": "x"}).status_code == 302


def test_what_was_done(as_coach: Client, group: Group) -> None:
    session = make_session(group, TUESDAY)
    url = reverse("session_note", args=[session.pk])
    as_coach.post(url, {"note": "Vi eldade och lagade mat.", "version": 1})
    page = as_coach.get(reverse("group", args=[group.pk])).content.decode()
    assert "Vi eldade och lagade mat." in page
    entry = told("session_noted")
    assert "eldade" not in str(entry.details)
    late = sentences(as_coach.post(url, {"note": "Annat", "version": 1}))
    assert "Någon annan sparade" in late["__all__"][0]


def test_who_leads_or_is_in_two_at_once_is_told(
    as_coach: Client, team: Team, group: Group, coach: User, alva: Episode
) -> None:
    other = make_group(team, name="Träffpunkten")
    for each in (group, other):
        Leader.objects.create(group=each, user=coach)
        make_member(each, alva)
    make_session(other, TUESDAY, at=10)
    url = reverse("session_new", args=[group.pk])
    page = as_coach.post(url, WHEN, follow=True).content.decode()
    for who in ("Kim Handledare", "Alvina Granqvist"):
        assert f"{who} har Träffpunkten samtidigt, 2025-04-22 10:00–12:00." in page
    assert Session.objects.count() == 2


def test_who_leads_this_once_is_told_of_instead_of_the_leaders(
    as_coach: Client, team: Team, group: Group, coach: User, colleague: User
) -> None:
    other = make_group(team, name="Träffpunkten")
    Leader.objects.create(group=group, user=coach)
    Leader.objects.create(group=other, user=coach)
    make_session(other, TUESDAY, at=10)
    url = reverse("session_new", args=[group.pk])
    page = as_coach.post(url, WHEN | {"led_by": colleague.pk}, follow=True).content.decode()
    assert "samtidigt" not in page
