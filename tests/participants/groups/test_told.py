"""What groups tell the week, the day, the person's page, the timeline and the figures."""

from datetime import date, time
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.due import DueKind
from samspel.participants.groups.due import sessions_due
from samspel.participants.groups.models import Group, Leader, Session, Sharing
from samspel.participants.groups.part import groups_part
from samspel.participants.groups.rows import session_rows
from samspel.participants.groups.story import SOURCES
from samspel.participants.groups.week import monday_by
from samspel.participants.models import Episode
from samspel.participants.timeline import Event, events_of
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_kind, make_member, make_session

WEEK = "/groups/week/"


def days(client: Client, **query: str) -> dict[str, list[str]]:
    week = client.get(WEEK, query).context["week"]
    return {day.on.isoformat(): [each.name for each in day.sessions] for day in week.days}


def test_the_week_day_by_day(as_coach: Client, group: Group, other_team: Team) -> None:
    make_session(group, TUESDAY, at=13)
    make_session(make_group(group.team, name="Frukost"), TUESDAY, at=8)
    make_session(group, date(2025, 4, 28))
    make_session(make_group(other_team, name="Annan"), TUESDAY)
    # Easter Monday is a holiday and today.
    assert days(as_coach) == {"2025-04-21": [], "2025-04-22": ["Frukost", "Skogsgruppen"]}
    assert days(as_coach, week="2025-W18") == {
        "2025-04-28": ["Skogsgruppen"],
        "2025-05-01": [],
    }
    page = as_coach.get(WEEK).content.decode()
    assert "Annandag påsk" in page
    sheet = reverse("session_sheet", args=[Session.objects.get(on=TUESDAY, at=time(13)).pk])
    assert sheet in page


def test_those_that_i_lead(
    as_coach: Client, group: Group, coach: User, colleague: User, team: Team
) -> None:
    Leader.objects.create(group=group, user=coach)
    make_session(group, TUESDAY)
    make_session(group, date(2025, 4, 23), led_by=colleague)
    make_session(make_group(team), date(2025, 4, 24), led_by=coach)
    shown = days(as_coach, who="mine")
    assert [day for day, names in shown.items() if names] == ["2025-04-22", "2025-04-24"]


@pytest.mark.parametrize(
    "code", ["", "x", "2025-W54", "2025-W00", "0000-W01", "0001-W01", "9999-W52", "٢٠٢٥-W01"]
)
def test_weeks_that_are_none_are_this_one(as_coach: Client, code: str) -> None:
    assert as_coach.get(WEEK, {"week": code}).context["week"].is_current
    assert monday_by(code, TODAY) == TODAY


def test_an_empty_week_teaches(as_coach: Client) -> None:
    assert "Ny grupp" in as_coach.get(WEEK).content.decode()
    mine = as_coach.get(WEEK, {"who": "mine"}).content.decode()
    assert "Du leder inget tillfälle" in mine


def test_the_week_costs_few_queries(
    as_coach: Client, group: Group, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(21, 28):
        make_session(group, date(2025, 4, day))
        make_session(group, date(2025, 4, day), at=14)
    with django_assert_max_num_queries(8):
        as_coach.get(WEEK)


def test_todays_sessions_that_i_lead_are_due(
    group: Group,
    coach: User,
    colleague: User,
    team: Team,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    Leader.objects.create(group=group, user=coach)
    session = make_session(group, TODAY, at=13)
    make_session(group, TODAY, at=9, cancelled_because="Sjuk")
    make_session(group, TUESDAY)
    make_session(make_group(team), TODAY)
    with django_assert_num_queries(1):
        found = sessions_due(coach, [team], TODAY)
    assert [(each.kind, each.who, each.text, each.at) for each in found] == [
        (DueKind.SESSION, "Skogsgruppen", "Tillfälle 13:00–15:00, Vindskyddet", time(13))
    ]
    assert found[0].url == reverse("session_sheet", args=[session.pk])
    assert found[0].place == 0
    assert sessions_due(colleague, [team], TODAY) == []


def test_the_part_is_one_query(
    group: Group,
    sharing: Sharing,
    alva: Episode,
    team: Team,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make_member(group, alva)
    make_member(make_group(team, name="Snart"), alva, from_on=date(2025, 5, 1))
    make_member(make_group(team, name="Förbi"), alva, until_on=date(2025, 4, 20))
    make_session(group, TODAY, cancelled_because="Sjuk")
    make_session(group, TUESDAY)
    with django_assert_num_queries(1):
        part = groups_part(alva, TODAY)
    assert part is not None
    assert [(each.name, each.next_session, each.begins_later) for each in part.lines] == [
        ("Skogsgruppen", "2025-04-22 09:00", False),
        ("Snart", "", True),
    ]
    shown = render_to_string("groups/part.html", {"groups": part})
    assert "nästa tillfälle 2025-04-22 09:00" in shown
    assert "från 2025-05-01" in shown


def test_a_group_that_the_team_left_is_in_no_part(
    shared: Group, sharing: Sharing, olle: Episode
) -> None:
    sharing.ended_on = TODAY
    sharing.save()
    part = groups_part(olle, TODAY)
    assert part is not None
    assert part.lines == []


def told_of(episode: Episode) -> list[tuple[str, str, str, bool]]:
    events: list[Event] = list(events_of(SOURCES, [episode.pk], today=TODAY))
    return [(each.on.isoformat(), each.title, each.detail, bool(each.url)) for each in events]


def test_the_timeline_tells_of_joining_and_leaving(
    group: Group, team: Team, alva: Episode, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_member(group, alva, until_on=date(2025, 4, 10))
    ended = make_group(team, name="Uppstart", ends_on=date(2025, 4, 12))
    make_member(ended, alva)
    with django_assert_num_queries(1):
        found = told_of(alva)
    assert found[:2] == [
        ("2025-04-12", "Sista dag i en grupp", "Uppstart", True),
        ("2025-04-10", "Sista dag i en grupp", "Skogsgruppen", True),
    ]
    assert set(found[2:]) == {
        ("2025-03-01", "Började i en grupp", name, True) for name in ("Skogsgruppen", "Uppstart")
    }


def test_the_timeline_leads_to_no_group_that_the_team_has_left(
    shared: Group, sharing: Sharing, olle: Episode
) -> None:
    assert told_of(olle) == [("2025-04-02", "Började i en grupp", "Skogsgruppen", True)]
    sharing.ended_on = TODAY
    sharing.save()
    assert told_of(olle) == [("2025-04-02", "Började i en grupp", "Skogsgruppen", False)]


def test_rows_for_figures(
    shared: Group,
    sharing: Sharing,
    team: Team,
    other_team: Team,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    before = make_session(shared, date(2025, 3, 25))
    ours = make_session(shared, date(2025, 4, 8), cancelled_because="Sjuk")
    make_session(shared, TUESDAY)
    single: dict[str, Any] = {"team": team, "kind": make_kind(team, "Utflykt"), "title": "Museet"}
    alone = Session.objects.create(on=TODAY, at=time(9), ends_at=time(10), **single)
    with django_assert_num_queries(1):
        rows = session_rows(team, TODAY)
    forest = ("skogsgrupp", str(shared.pk), "Skogsgruppen")
    assert rows == [
        (str(before.pk), before.on, *forest, False, "Skogsgrupp"),
        (str(ours.pk), ours.on, *forest, True, "Skogsgrupp"),
        (str(alone.pk), TODAY, "utflykt", "", "Museet", False, "Utflykt"),
    ]
    # The other team's own work is what it took part in.
    assert [row.session for row in session_rows(other_team, TODAY)] == [str(ours.pk)]
    sharing.ended_on = date(2025, 4, 8)
    sharing.save()
    assert session_rows(other_team, date(2025, 12, 31)) == []
