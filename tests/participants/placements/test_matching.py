"""Who is ready and waits, which places fit them, and whom a task fits."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.employers.models import Employer, Task, WorkKind
from samspel.participants.models import Episode
from samspel.participants.placements.models import Readiness
from tests.employer_things import make_task
from tests.participants.conftest import sentences, told
from tests.participants.placements.made import make_placement
from tests.people import client_of, make_episode, make_participant

LIST = reverse("placement_matching")


@pytest.fixture
def kitchen(team: Team) -> WorkKind:
    return WorkKind.objects.create(team=team, code="kitchen", title="kök")


@pytest.fixture
def task(employer: Employer, kitchen: WorkKind) -> Task:
    made = make_task(employer, title="Baka bröd", hours_from=Decimal(4), accessibility=["bus"])
    made.work_kinds.add(kitchen)
    return made


def make_ready(team: Team, name: str, ready_on: date | None, **fields: Any) -> Readiness:
    """Somebody who is enrolled and ready since a day."""
    protection = fields.pop("protection", "none")
    person = make_participant(team, given_name=name, protection=protection)
    return Readiness.objects.create(episode=make_episode(person), ready_on=ready_on, **fields)


def names(response: Any) -> list[str]:
    rows = response.context["rows"]
    return [each.readiness.episode.participant.given_name for each in rows]


def test_the_longest_wait_comes_first(team: Team, as_coach: Client) -> None:
    make_ready(team, "Beda", date(2025, 5, 1))
    make_ready(team, "Cilla", date(2025, 3, 6))
    make_ready(team, "Disa", None)
    make_ready(team, "Elsa", date(2025, 5, 16))
    response = as_coach.get(LIST)
    assert names(response) == ["Cilla", "Beda"]
    assert [each.waited for each in response.context["rows"]] == [70, 14]
    assert names(as_coach.get(LIST, {"sort": "waited"})) == ["Beda", "Cilla"]


def test_one_who_has_had_a_place_since_waits_no_more(
    team: Team, as_coach: Client, employer: Employer
) -> None:
    ready = make_ready(team, "Beda", date(2025, 3, 1))
    placement = make_placement(ready.episode, employer)
    assert names(as_coach.get(LIST)) == []
    placement.starts_on = date(2025, 6, 2)
    placement.called_off_on = date(2025, 5, 2)
    placement.save()
    assert names(as_coach.get(LIST)) == ["Beda"]
    placement.called_off_on, placement.starts_on = None, date(2025, 2, 3)
    placement.save()
    assert names(as_coach.get(LIST)) == ["Beda"], "an earlier placement is another matter"


def test_only_the_enrolled_wait(team: Team, as_coach: Client) -> None:
    for dates in ({"enrolled_on": None}, {"closed_on": date(2025, 5, 1), "outcome": "work"}):
        case = make_episode(make_participant(team), **dates)
        Readiness.objects.create(episode=case, ready_on=date(2025, 3, 1))
    assert names(as_coach.get(LIST)) == []


def test_a_protected_person_is_listed_for_named_staff_only_and_without_the_name(
    team: Team, coach: User, colleague: User
) -> None:
    ready = make_ready(team, "Hemlig", date(2025, 3, 1), protection="registered")
    ready.episode.participant.named_staff.add(coach)
    page = client_of(coach).get(LIST).content.decode()
    assert "Skyddade personuppgifter" in page or "Skyddad identitet" in page
    assert "Hemlig" not in page
    assert names(client_of(colleague).get(LIST)) == []


def test_another_teams_people_and_tasks_are_not_seen(
    team: Team, stranger: User, task: Task
) -> None:
    ready = make_ready(team, "Beda", date(2025, 3, 1))
    client = client_of(stranger)
    page = client.get(LIST).content.decode()
    assert "Beda" not in page
    assert client.get(reverse("task_people", args=[task.pk])).status_code == 404
    assert client.get(reverse("placement_match", args=[ready.episode_id])).status_code == 404


def test_the_list_is_narrowed_by_kind_of_work_and_coach(
    team: Team, as_coach: Client, coach: User, kitchen: WorkKind
) -> None:
    wishing = make_ready(team, "Beda", date(2025, 3, 1))
    wishing.work_kinds.add(kitchen)
    own = make_ready(team, "Cilla", date(2025, 3, 2))
    Episode.objects.filter(pk=own.episode_id).update(coach=coach)
    assert names(as_coach.get(LIST, {"kind": "kök"})) == ["Beda"]
    assert names(as_coach.get(LIST, {"coach": "mine"})) == ["Cilla"]
    assert names(as_coach.get(LIST, {"coach": str(coach.pk)})) == ["Cilla"]
    assert "Välj ”Alla”" in as_coach.get(LIST, {"kind": "kök", "coach": "mine"}).content.decode()


def test_the_free_places_that_fit_best_stand_with_their_reasons(
    team: Team, as_coach: Client, employer: Employer, task: Task, kitchen: WorkKind
) -> None:
    other = make_task(employer, title="Sköta kassan", structure="demanding")
    taken = make_task(employer, title="Diska")
    make_placement(make_ready(team, "Anna", None).episode, employer, task=taken)
    ready = make_ready(
        team, "Beda", date(2025, 3, 1), structure_at_most="some", accessibility=["bus", "quiet"]
    )
    ready.work_kinds.add(kitchen)
    [row] = as_coach.get(LIST).context["rows"]
    assert [match.place.task for match in row.best] == [task, other]
    assert row.best[0].fit.fits == (
        "Önskat: kök",
        "Inte för krävande: enkel: samma steg varje gång",
        "Finns: går att nå med buss",
    )
    assert row.best[0].fit.misfits == ("Inte känt om det finns: tyst rum eller plats",)
    match = as_coach.get(reverse("placement_match", args=[ready.episode_id]))
    assert [each.place.task for each in match.context["matches"]] == [task, other, taken]
    assert f"?task={task.pk}" in match.content.decode()
    assert f"?task={taken.pk}" not in match.content.decode()


def test_from_a_task_one_sees_whom_it_fits(
    team: Team, as_coach: Client, task: Task, kitchen: WorkKind
) -> None:
    fits = make_ready(team, "Beda", date(2025, 5, 1), hours=Decimal(6))
    fits.work_kinds.add(kitchen)
    make_ready(team, "Cilla", date(2025, 3, 1), hours=Decimal(2))
    url = reverse("task_people", args=[task.pk])
    assert names(as_coach.get(url)) == ["Beda", "Cilla"]
    assert names(as_coach.get(url, {"sort": "-waited"})) == ["Cilla", "Beda"]
    assert names(as_coach.get(url, {"fit": "whole"})) == ["Beda"]
    part = as_coach.get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in as_coach.get(url).content.decode()


def test_the_list_asks_as_few_questions_for_many_as_for_one(
    team: Team, as_coach: Client, task: Task, django_assert_max_num_queries: Any
) -> None:
    for number in range(8):
        make_ready(team, f"Namn{number}", date(2025, 3, 1 + number))
    with django_assert_max_num_queries(16):
        assert len(as_coach.get(LIST).context["rows"]) == 8


def filled(**other: Any) -> dict[str, Any]:
    values = {"version": "0", "ready_on": "2025-05-01", "hours": "7,5", "wishes": "Djur"}
    return values | {"accessibility": ["bus", "rest"], "structure_at_most": "simple"} | other


def test_wishes_and_needs_are_written_down_and_two_writers_kept_apart(
    case: Episode, as_coach: Client, kitchen: WorkKind
) -> None:
    url = reverse("readiness", args=[case.pk])
    as_coach.post(url, filled(work_kinds=[str(kitchen.pk)]))
    row = Readiness.objects.get()
    assert (row.hours, row.accessibility, row.version) == (Decimal("7.5"), ["bus", "rest"], 1)
    assert list(row.work_kinds.all()) == [kitchen]
    assert "work_kinds" in told("readiness_saved").details["fields"]
    stale = as_coach.post(url, filled(wishes="Växter"))
    assert "Nu står det: Djur" in stale.content.decode()
    as_coach.post(url, filled(wishes="Växter", version="1"))
    row.refresh_from_db()
    assert (row.wishes, row.work_kinds.count()) == ("Växter", 0)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ready_on": "2025-05-16"}, "ready_on"),
        ({"ready_on": "2025-01-09"}, "ready_on"),
        ({"hours": "41"}, "hours"),
        ({"hours": "7,2"}, "hours"),
        ({"accessibility": ["moon"]}, "accessibility"),
        ({"work_kinds": ["999999"]}, "work_kinds"),
    ],
)
def test_wishes_that_cannot_be_are_refused(
    case: Episode, as_coach: Client, wrong: dict[str, Any], field: str
) -> None:
    response = as_coach.post(reverse("readiness", args=[case.pk]), filled(**wrong))
    assert list(sentences(response)) == [field]
    assert not Readiness.objects.exists()


def test_another_teams_kind_of_work_is_no_choice(
    case: Episode, as_coach: Client, other_team: Team
) -> None:
    kind = WorkKind.objects.create(team=other_team, code="x", title="deras")
    url = reverse("readiness", args=[case.pk])
    assert list(sentences(as_coach.post(url, filled(work_kinds=[str(kind.pk)])))) == ["work_kinds"]
