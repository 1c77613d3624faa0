"""Planning days: entered once, what was raised on them, and what came of it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.pages.today import today
from samspel.participants.groups.models import Group, GroupKind
from samspel.participants.ideas.models import PlanningDay, Raised
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.participants.ideas.made import make_day, make_idea, make_raised
from tests.people import client_of

GIVEN = {"on": "2025-11-12", "place": "Biblioteket", "participants": "9", "staff": "Kim"}


@pytest.fixture
def group(team: Team) -> Group:
    kind = GroupKind.objects.create(team=team, code="traff", title="Träffpunkt")
    return Group.objects.create(team=team, kind=kind, name="Matlag", starts_on=date(2026, 1, 8))


def test_only_the_team_may(team: Team, only_the_team_may: Callable[[str], None]) -> None:
    day = make_day(team)
    only_the_team_may(reverse("planning_day", args=[day.pk]))
    only_the_team_may(reverse("planning_day_change", args=[day.pk]))
    only_the_team_may(reverse("raised_change", args=[make_raised(day).pk]))


def test_a_day_is_entered_once(team: Team, coach: User) -> None:
    done = send(coach, reverse("planning_day_new"), **GIVEN)
    day = PlanningDay.objects.get()
    assert done["Location"] == reverse("planning_day", args=[day.pk])
    assert (day.participants, day.staff) == (9, "Kim")
    assert sentences(send(coach, reverse("planning_day_new"), **GIVEN))["__all__"]
    assert told("planning_day_entered").actor == coach


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", ""),
        ("on", "1890-01-01"),
        ("on", (date.max - timedelta(days=1)).isoformat()),
        ("participants", "0"),
        ("participants", "-3"),
        ("participants", "9,5"),
        ("participants", "100000"),
        ("staff", "x" * 10_000),
        ("text", "x" * 10_000),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(
    team: Team, coach: User, field: str, value: str
) -> None:
    response = send(coach, reverse("planning_day_new"), **GIVEN | {field: value})
    assert list(sentences(response)) == [field]
    assert not PlanningDay.objects.exists()


def test_a_day_is_changed_by_one_at_a_time(team: Team, coach: User, colleague: User) -> None:
    day = make_day(team)
    url = reverse("planning_day_change", args=[day.pk])
    send(coach, url, **GIVEN | {"participants": "11", "version": "1"})
    second = send(colleague, url, **GIVEN | {"participants": "12", "version": "1"})
    assert sentences(second)["__all__"]
    day.refresh_from_db()
    assert day.participants == 11


def test_what_is_raised_is_written_down_in_its_order(team: Team, coach: User) -> None:
    day = make_day(team)
    url = reverse("planning_day", args=[day.pk])
    for text in ("Schack", "Ugn", "Schack"):
        assert send(coach, url, text=text).status_code == 302
    assert list(day.raised.values_list("text", flat=True)) == ["Schack", "Ugn"]
    assert list(sentences(send(coach, url, text=""))) == ["text"]
    assert list(sentences(send(coach, url, text="x" * 10_000))) == ["text"]


def change(user: User, raised: Raised, **values: Any) -> Any:
    about = {"text": raised.text, "version": str(raised.version)}
    return send(user, reverse("raised_change", args=[raised.pk]), **about | values)


def test_it_is_said_what_became_of_it(team: Team, coach: User, group: Group) -> None:
    day, idea = make_day(team), make_idea(team)
    raised = make_raised(day)
    assert sentences(change(coach, raised, came_of="not_possible"))["__all__"]
    assert sentences(change(coach, raised, came_of="idea"))["__all__"]
    assert sentences(change(coach, raised, came_of="group"))["__all__"]
    change(coach, raised, came_of="idea", idea=str(idea.pk), group=str(group.pk))
    raised.refresh_from_db()
    assert (raised.idea, raised.group, raised.is_done) == (idea, None, False)
    idea.group, idea.became_group_on = group, today()
    idea.save()
    assert Raised.objects.get().is_done
    page = client_of(coach).get(reverse("planning_day", args=[day.pk])).content.decode()
    assert "Matlag" in page
    change(coach, Raised.objects.get(), came_of="not_possible", because="Hyresvärden säger nej")
    raised.refresh_from_db()
    assert (raised.idea, raised.is_done) == (None, False)


def test_nothing_of_another_team_is_chosen(
    team: Team, other_team: Team, coach: User, group: Group
) -> None:
    raised = make_raised(make_day(team))
    theirs = make_idea(other_team)
    response = change(coach, raised, came_of="idea", idea=str(theirs.pk))
    assert list(sentences(response)) == ["idea"]


def test_the_list_goes_over_the_years(team: Team, other_team: Team, coach: User) -> None:
    old, new = make_day(team, on=date(2023, 5, 3)), make_day(team)
    make_raised(new, came_of="done")
    make_raised(new, text="Ugn")
    make_day(other_team)
    url = reverse("planning_days")
    rows = client_of(coach).get(url).context["rows"]
    assert [(each.on, each.ideas, each.done) for each in rows] == [(new.on, 2, 1), (old.on, 0, 0)]
    [shown] = client_of(coach).get(url, {"year": "2023"}).context["rows"]
    assert shown == old
    part = client_of(coach).get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in client_of(coach).get(url).content.decode()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_break_nothing(team: Team, coach: User, text: str) -> None:
    raised = make_raised(make_day(team))
    names = ("on", "place", "participants", "staff", "text", "came_of", "because", "version")
    values = dict.fromkeys((*names, "idea", "group"), text)
    assert send(coach, reverse("planning_day_new"), **values).status_code == 200
    day = reverse("planning_day", args=[raised.day_id])
    assert send(coach, day, **values).status_code in (200, 302)
    assert send(coach, reverse("raised_change", args=[raised.pk]), **values).status_code == 200
    assert "<script>alert" not in client_of(coach).get(day).content.decode()
