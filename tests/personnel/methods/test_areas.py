"""Development areas: raised, carried on step by step, settled, and told of on their pages."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.personnel.methods.keeping_areas import (
    AreaFacts,
    change_area,
    raise_area,
    take_back_step,
    take_step,
)
from samspel.personnel.methods.models import DevelopmentArea
from samspel.personnel.methods.told import told_methods
from samspel.records.versions import ChangedMeanwhileError
from tests.personnel.methods.conftest import TODAY
from tests.personnel.methods.made import make_area, make_series, make_session

Clients = Callable[[User | None], Client]


def state_of(area: DevelopmentArea, day: date) -> str:
    found = DevelopmentArea.objects.with_state(day).values_list("state", flat=True)
    return str(found.get(pk=area.pk))


def test_an_area_is_planned_until_a_step_says_otherwise(team: Team, by: Actor) -> None:
    facts = AreaFacts("Kortare väntan", date(2025, 1, 7))
    area = raise_area(team=team, facts=facts, today=TODAY, by=by)
    on = date(2025, 3, 1)
    take_step(area=area, version=1, on=on, state="ongoing", note="", today=TODAY, by=by)
    assert state_of(area, on - timedelta(days=1)) == "planned"
    assert state_of(area, on) == "ongoing"


def test_of_two_steps_on_a_day_the_later_one_holds(team: Team, by: Actor) -> None:
    area = make_area(team)
    on = date(2025, 3, 1)
    take_step(area=area, version=1, on=on, state="done", note="", today=TODAY, by=by)
    take_step(area=area, version=2, on=on, state="ongoing", note="", today=TODAY, by=by)
    assert state_of(area, TODAY) == "ongoing"


@pytest.mark.parametrize(
    ("on", "state", "field"),
    [
        (TODAY + timedelta(days=1), "done", "on"),
        (date(2025, 1, 6), "done", "on"),
        (TODAY, "finished", "state"),
    ],
)
def test_a_step_that_makes_no_sense_is_told_at_its_field(
    team: Team, by: Actor, on: date, state: str, field: str
) -> None:
    area = make_area(team)
    with pytest.raises(ValidationError) as refused:
        take_step(area=area, version=1, on=on, state=state, note="", today=TODAY, by=by)
    assert field in refused.value.message_dict
    assert not area.steps.exists()


def test_an_area_is_not_raised_after_its_steps(team: Team, by: Actor) -> None:
    area = make_area(team)
    take_step(area=area, version=1, on=TODAY, state="done", note="", today=TODAY, by=by)
    later = AreaFacts("Kortare väntan", TODAY)
    change_area(area=area, version=2, facts=later, today=TODAY, by=by)
    area.steps.update(on=TODAY - timedelta(days=1))
    with pytest.raises(ValidationError):
        change_area(area=area, version=3, facts=later, today=TODAY, by=by)


def test_two_who_take_a_step_do_not_miss_each_other(team: Team, by: Actor) -> None:
    area = make_area(team)
    take_step(area=area, version=1, on=TODAY, state="ongoing", note="", today=TODAY, by=by)
    with pytest.raises(ChangedMeanwhileError):
        take_step(area=area, version=1, on=TODAY, state="done", note="", today=TODAY, by=by)


def test_a_step_taken_by_mistake_is_taken_back_with_an_entry(team: Team, by: Actor) -> None:
    area = make_area(team)
    step = take_step(area=area, version=1, on=TODAY, state="done", note="", today=TODAY, by=by)
    take_back_step(area=area, version=2, step_id=step.pk, by=by)
    assert state_of(area, TODAY) == "planned"
    assert LogEntry.objects.filter(act="development_step_removed").count() == 1


def test_an_area_entered_by_mistake_is_removed_while_it_has_no_step(
    team: Team, coach: User, client_of: Clients
) -> None:
    area, client = make_area(team), client_of(coach)
    url = reverse("development_area_remove", args=[team.slug, area.pk])
    page = reverse("development_area", args=[team.slug, area.pk])
    step = area.steps.create(on=TODAY, state="ongoing")
    assert url not in client.get(page).content.decode()
    assert "Området har steg" in client.post(url, {"version": "1"}, follow=True).content.decode()
    step.delete()
    assert url in client.get(page).content.decode()
    client.post(url, {"version": "1"})
    assert not DevelopmentArea.objects.exists()
    assert LogEntry.objects.filter(act="development_area_removed").count() == 1


def test_the_list_shows_what_is_not_settled_and_others_by_choice(
    team: Team, officer: User, client_of: Clients
) -> None:
    make_area(team, title="Öppet område")
    settled = make_area(team, title="Klart område")
    settled.steps.create(on=TODAY, state="done")
    client, url = client_of(officer), reverse("development_areas", args=[team.slug])
    shown = client.get(url).content.decode()
    assert "Öppet område" in shown
    assert "Klart område" not in shown
    assert "Klart område" in client.get(url, {"state": "done"}).content.decode()
    both = client.get(url, {"state": "all", "sort": "-state"}).content.decode()
    assert "Öppet område" in both
    assert "Klart område" in both


def test_a_coach_takes_a_step_on_the_page(team: Team, coach: User, client_of: Clients) -> None:
    area = make_area(team)
    url = reverse("development_area", args=[team.slug, area.pk])
    data = {"state": "paused", "on": "2025-06-12", "note": "Väntar", "version": "1"}
    page = client_of(coach).post(url, data, follow=True).content.decode()
    assert "Väntar" in page
    assert state_of(area, TODAY) == "paused"


def test_a_report_is_told_of_areas_that_were_open_in_its_period(team: Team) -> None:
    make_area(team, title="Ny")
    carried = make_area(team, title="Kvar", raised_on=date(2024, 5, 1))
    carried.steps.create(on=date(2025, 2, 1), state="ongoing", note="Vi började.")
    carried.steps.create(on=date(2025, 3, 1), state="paused")
    old = make_area(team, title="Gammal", raised_on=date(2023, 5, 1))
    old.steps.create(on=date(2024, 12, 31), state="done")
    make_area(team, title="Senare", raised_on=date(2026, 1, 1))
    areas = told_methods(team, parse_period("2025")).areas
    assert [(each.title, each.state, each.is_carried) for each in areas] == [
        ("Kvar", "paused", True),
        ("Ny", "planned", False),
    ]
    assert areas[0].note == "Vi började."


def test_a_report_is_told_of_trainings_and_of_series_that_go_on(team: Team) -> None:
    make_session(team, kind="training", title="Motiverande samtal")
    make_session(team, title="Nästa år", on=date(2026, 1, 1), last_on=date(2026, 1, 1))
    make_series(team, last_on=date(2025, 12, 30))
    make_series(team, at="13:00", ends_at="14:00", rhythm="monthly")
    told = told_methods(team, parse_period("2025"))
    assert [each.title for each in told.sessions] == ["Motiverande samtal"]
    assert [each.rhythm for each in told.series] == ["monthly"]
