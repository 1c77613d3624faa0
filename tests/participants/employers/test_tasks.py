"""Tasks: what they ask, how many places and hours, and what is refused."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.employers.employer_page import told_hours
from samspel.participants.employers.models import Employer, Task, WorkKind
from tests.employer_things import make_task
from tests.participants.conftest import HOSTILE, send, sentences, told

FILLED: dict[str, Any] = {
    "title": "Vattna plantor",
    "structure": "simple",
    "physical": ["standing", "heavy"],
    "accessibility": ["bus", "rest"],
    "capacity": "2",
    "hours_from": "7,5",
    "hours_to": "20",
    "is_offered": "on",
}


def new_url(employer: Employer) -> str:
    return reverse("employer_task_new", args=[employer.pk])


def change_url(task: Task) -> str:
    return reverse("employer_task_change", args=[task.pk])


def test_a_task_is_added(coach: User, employer: Employer, garden: WorkKind) -> None:
    response = send(coach, new_url(employer), **FILLED, work_kind_ids=[garden.pk])
    assert response.status_code == 302
    made = Task.objects.get()
    assert (made.capacity, made.hours_from, made.hours_to) == (2, Decimal("7.5"), Decimal(20))
    assert sorted(made.physical) == ["heavy", "standing"]
    assert made.work_kind_ids == [garden.pk]
    assert "work_kinds" in told("employer_task_added").details["fields"]


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("title", "", "måste"),
        ("structure", "", "måste"),
        ("structure", "hard", "Välj"),
        ("pace", "warp", "Välj"),
        ("physical", ["flying"], "Välj"),
        ("accessibility", ["moon"], "Välj"),
        ("work_kind_ids", ["999999"], "Välj"),
        ("work_kind_ids", ["x"], "Välj"),
        ("capacity", "0", "1 till 99"),
        ("capacity", "100", "1 till 99"),
        ("capacity", "-1", "1 till 99"),
        ("capacity", "1,5", "1 till 99"),
        ("hours_from", "0", "högst 40"),
        ("hours_to", "40,5", "högst 40"),
        ("hours_to", "41", "högst 40"),
        ("hours_to", "5", "färre"),
        ("hours_from", "NaN", "antalet timmar"),
        ("hours_from", "1e400", ""),
        ("hours_from", "7,555", ""),
        ("hours_from", "fem", "antalet timmar"),
    ],
)
def test_what_cannot_be_saved(
    coach: User, employer: Employer, field: str, value: Any, says: str
) -> None:
    said = sentences(send(coach, new_url(employer), **FILLED | {field: value}))
    assert set(said) == {field}
    assert says in said[field][0] or says == "måste"
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    "hours", [("", ""), ("", "40"), ("0,5", ""), ("40", "40"), ("12.25", "12,25")]
)
def test_hours_that_can(coach: User, employer: Employer, hours: tuple[str, str]) -> None:
    values = FILLED | {"hours_from": hours[0], "hours_to": hours[1]}
    assert send(coach, new_url(employer), **values).status_code == 302


def test_every_field_takes_every_bad_text(as_coach: Client, task: Task) -> None:
    names = [*FILLED, "pace", "social", "text", "accessibility_text", "work_kind_ids", "version"]
    for bad in HOSTILE:
        for url in (new_url(task.employer), change_url(task)):
            assert as_coach.post(url, dict.fromkeys(names, bad)).status_code in (200, 302)


def test_another_teams_task_and_kinds_are_not_there(
    coach: User, as_coach: Client, other_team: Team, elsewhere: Employer, employer: Employer
) -> None:
    assert as_coach.get(change_url(make_task(elsewhere))).status_code == 404
    assert as_coach.get(new_url(elsewhere)).status_code == 404
    theirs = WorkKind.objects.create(team=other_team, code="x", title="x")
    said = sentences(send(coach, new_url(employer), **FILLED, work_kind_ids=[theirs.pk]))
    assert set(said) == {"work_kind_ids"}


def test_a_task_is_changed_and_offered_no_longer(
    coach: User, as_coach: Client, task: Task, garden: WorkKind
) -> None:
    page = as_coach.get(change_url(task)).content.decode()
    assert f'value="{garden.pk}"' in page
    values = {name: FILLED[name] for name in FILLED if name != "is_offered"}
    response = send(coach, change_url(task), **values, work_kind_ids=[garden.pk], version="1")
    assert response.status_code == 302
    task.refresh_from_db()
    assert (task.is_offered, task.version) == (False, 2)
    assert not Task.objects.offered().exists()


def test_other_kinds_of_work_alone_are_a_change(
    coach: User, team: Team, task: Task, garden: WorkKind
) -> None:
    shop = WorkKind.objects.create(team=team, code="shop", title="butik")
    values = FILLED | {"hours_from": "", "hours_to": "", "physical": [], "accessibility": ["bus"]}
    send(coach, change_url(task), **values, work_kind_ids=[shop.pk], version="1")
    task.refresh_from_db()
    assert (task.work_kind_ids, task.version) == ([shop.pk], 2)
    assert told("employer_task_changed").details["fields"] == ["work_kinds"]


def test_a_kind_that_is_used_no_more_stays_with_its_tasks(
    as_coach: Client, task: Task, garden: WorkKind
) -> None:
    WorkKind.objects.filter(pk=garden.pk).update(is_used=False)
    assert "trädgård" in as_coach.get(change_url(task)).content.decode()
    assert "trädgård" not in as_coach.get(new_url(task.employer)).content.decode()


def test_two_writers_never_overwrite_each_other(
    coach: User, colleague: User, task: Task, garden: WorkKind
) -> None:
    assert send(coach, change_url(task), **FILLED, version="1").status_code == 302
    other = FILLED | {"title": "Plantera om", "work_kind_ids": [garden.pk]}
    page = send(colleague, change_url(task), **other, version="1")
    assert set(sentences(page)) == {"__all__"}
    assert "Nu står det: Vattna plantor" in page.content.decode()
    typed = page.context["form"]["accessibility"].value()
    assert typed == ["bus", "rest"]
    task.refresh_from_db()
    assert task.title == "Vattna plantor"


@pytest.mark.parametrize(
    "fields",
    [
        {"capacity": 0},
        {"capacity": 100},
        {"hours_from": Decimal(0)},
        {"hours_to": Decimal("40.25")},
        {"hours_from": Decimal(20), "hours_to": Decimal(10)},
    ],
)
def test_the_database_holds_what_must_be(employer: Employer, fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_task(employer, **fields)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        ("4", "20", "4–20 timmar i veckan"),
        ("7.50", "7.50", "7,5 timmar i veckan"),
        (None, "20.00", "upp till 20 timmar i veckan"),
        ("12.25", None, "från 12,25 timmar i veckan"),
    ],
)
def test_hours_in_words(first: str | None, last: str | None, words: str) -> None:
    numbers = [None if each is None else Decimal(each) for each in (first, last)]
    assert told_hours(*numbers) == words
