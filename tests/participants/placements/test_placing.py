"""Agreeing on a placement and changing it: what is saved, and what is refused."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.employers.models import Employer, EmployerContact
from samspel.participants.models import Episode
from samspel.participants.placements.ladder import Rung
from samspel.participants.placements.models import Placement, Readiness, SubsidyForm
from samspel.participants.placements.placing import PlacementFacts, place
from tests.employer_things import make_employer, make_task
from tests.participants.conftest import HOSTILE, sentences, told
from tests.participants.placements.conftest import TODAY, said
from tests.participants.placements.made import START, make_placement, make_week
from tests.people import make_episode, make_participant


def filled(employer: Employer, **other: Any) -> dict[str, Any]:
    """A form that agrees on a placement of two steps."""
    values = {
        "employer": str(employer.pk),
        "purpose": "hours",
        "starts_on": "2025-03-03",
        "ends_planned_on": "2025-08-29",
        "follow_up_weeks": "4",
        "step_0_hours": "7,5",
        "step_1_on": "2025-04-07",
        "step_1_hours": "12",
    }
    return {name: value for name, value in (values | other).items() if value is not None}


@pytest.fixture
def new(case: Episode) -> str:
    return reverse("placement_new", args=[case.pk])


def test_only_the_team_gets_at_placements(
    case: Episode, new: str, only_the_team_may: Callable[[str], None]
) -> None:
    only_the_team_may(new)
    only_the_team_may(reverse("placement_change", args=[make_placement(case).pk]))


def test_a_placement_is_agreed_on_with_its_ladder(
    new: str, as_coach: Client, employer: Employer, case: Episode
) -> None:
    response = as_coach.post(new, filled(employer), follow=True)
    assert said(response) == ["Arbetsträningen är överenskommen."]
    placement = Placement.objects.get()
    assert [(each.on, each.hours) for each in placement.steps.all()] == [
        (date(2025, 3, 3), Decimal("7.5")),
        (date(2025, 4, 7), Decimal(12)),
    ]
    page = response.content.decode()
    assert "Från 7,5 timmar i veckan 2025-03-03 till 12 timmar i veckan från 2025-04-07." in page
    assert told("placement_made").subject == f"placement:{placement.pk}"
    assert told("placement_made").details == {"fields": ["employer", "starts_on", "ladder"]}


def test_the_same_form_sent_twice_is_one_placement(
    new: str, as_coach: Client, employer: Employer
) -> None:
    as_coach.post(new, filled(employer))
    as_coach.post(new, filled(employer))
    assert Placement.objects.count() == 1
    assert Placement.objects.get().steps.count() == 2


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        (
            {"step_1_hours": "40,5"},
            "step_1_hours",
            "Trappan går över 40 timmar i veckan: skriv högst 40.",
        ),
        (
            {"step_1_on": "2025-03-03"},
            "step_1_on",
            "Steget 2025-03-03 måste börja en senare dag än steget före.",
        ),
        (
            {"step_1_on": "2025-02-28"},
            "step_1_on",
            "Steget 2025-02-28 ligger före arbetsträningens start 2025-03-03.",
        ),
        (
            {"step_0_hours": None},
            "step_0_hours",
            "Skriv hur många timmar i veckan arbetsträningen börjar med.",
        ),
        ({"step_1_hours": None}, "step_1_hours", "Skriv stegets timmar."),
        ({"step_1_on": None}, "step_1_on", "Skriv från vilken dag."),
        ({"step_1_hours": "sju"}, "step_1_hours", "Skriv timmar som 7 eller 7,5."),
        (
            {"ends_planned_on": "2025-03-02"},
            "ends_planned_on",
            "Det planerade slutet kan inte ligga före starten.",
        ),
        (
            {"starts_on": "2025-01-31"},
            "starts_on",
            "Personen var inte inskriven då: inskrivningen började 2025-02-01.",
        ),
        (
            {"ready_on": "2025-03-04"},
            "ready_on",
            "Dagen då personen var redo kan inte ligga efter starten.",
        ),
        ({"purpose": "other"}, "purpose", "Välj något i listan."),
    ],
)
def test_what_does_not_fit_is_refused_with_one_sentence_and_nothing_is_saved(
    new: str, as_coach: Client, employer: Employer, wrong: dict[str, Any], field: str, sentence: str
) -> None:
    response = as_coach.post(new, filled(employer, **wrong))
    assert sentences(response)[field] == [sentence]
    assert not Placement.objects.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_bad_texts_break_nothing(new: str, as_coach: Client, employer: Employer, text: str) -> None:
    names = ("starts_on", "step_0_hours", "step_1_on", "employer", "task", "goal", "subsidy")
    assert as_coach.post(new, filled(employer) | dict.fromkeys(names, text)).status_code == 200
    assert as_coach.post(new, filled(employer) | {"goal": text}).status_code in (200, 302)
    assert as_coach.get(new, {"task": text}).status_code == 200


def test_another_teams_employer_task_supervisor_and_subsidy_are_no_choice(
    new: str, as_coach: Client, employer: Employer, other_team: Team
) -> None:
    foreign = make_employer(other_team)
    subsidy = SubsidyForm.objects.create(team=other_team, title="Deras")
    wrong = {
        "employer": str(foreign.pk),
        "task": str(make_task(foreign).pk),
        "supervisor": str(EmployerContact.objects.create(employer=foreign, name="Gun").pk),
        "subsidy": str(subsidy.pk),
    }
    found = sentences(as_coach.post(new, filled(employer) | wrong))
    assert found == {name: ["Välj något i listan."] for name in wrong}
    assert "Deras" not in as_coach.get(new).content.decode()


def test_a_task_of_another_employer_is_refused(
    new: str, as_coach: Client, employer: Employer, team: Team
) -> None:
    other = make_task(make_employer(team))
    response = as_coach.post(new, filled(employer, task=str(other.pk)))
    elsewhere = "Välj någon som hör till den här arbetsgivaren."
    assert sentences(response) == {"task": [elsewhere]}


def test_the_action_refuses_another_teams_employer_too(
    case: Episode, coach: User, other_team: Team
) -> None:
    facts = PlacementFacts(make_employer(other_team), "hours", START)
    with pytest.raises(ValidationError, match="Välj någon av teamets egna"):
        place(
            episode=case,
            facts=facts,
            rungs=[Rung(START, Decimal(10))],
            today=TODAY,
            by=Actor(coach),
        )


@pytest.mark.parametrize(
    "dates", [{"enrolled_on": None}, {"closed_on": date(2025, 5, 1), "outcome": "work"}]
)
def test_only_who_is_enrolled_can_have_one(
    team: Team, as_coach: Client, employer: Employer, dates: dict[str, Any]
) -> None:
    other = make_episode(make_participant(team), **dates)
    url = reverse("placement_new", args=[other.pk])
    response = as_coach.post(url, filled(employer), follow=True)
    assert said(response)[:1] == ["Bara den som är inskriven kan ha arbetsträning."]
    assert not Placement.objects.exists()


def test_a_new_one_begins_with_the_wishes_and_the_task_that_one_came_from(
    new: str, case: Episode, as_coach: Client, employer: Employer
) -> None:
    Readiness.objects.create(episode=case, ready_on=date(2025, 4, 1), hours=Decimal("7.5"))
    task = make_task(employer, text="Väga mjöl.")
    page = as_coach.get(new, {"task": str(task.pk)})
    form = page.context["form"]
    assert form["duties"].value() == "Väga mjöl."
    assert form["employer"].value() == employer.pk
    assert 'value="7,5"' in page.content.decode()
    assert 'value="2025-04-01"' in page.content.decode()


def test_several_at_once_are_allowed_with_a_warning(
    new: str, case: Episode, as_coach: Client, employer: Employer, team: Team
) -> None:
    make_placement(case, make_employer(team))
    second = filled(employer, step_0_hours="20", step_1_hours="20,5")
    response = as_coach.post(new, second, follow=True)
    assert said(response) == [
        "Arbetsträningen är överenskommen.",
        "Personens arbetsträningar blir tillsammans mer än 40 timmar i veckan från 2025-04-28.",
    ]
    assert Placement.objects.count() == 2


def change(placement: Placement, **other: Any) -> dict[str, Any]:
    values = {
        "employer": str(placement.employer_id),
        "purpose": placement.purpose,
        "starts_on": placement.starts_on.isoformat(),
        "follow_up_weeks": "4",
        "version": str(placement.version),
    }
    return values | other


def test_the_first_step_moves_with_the_start(case: Episode, as_coach: Client) -> None:
    placement = make_placement(case)
    url = reverse("placement_change", args=[placement.pk])
    as_coach.post(url, change(placement, starts_on="2025-03-10", goal="Orka mer"))
    placement.refresh_from_db()
    assert (placement.starts_on, placement.goal) == (date(2025, 3, 10), "Orka mer")
    assert [each.on for each in placement.steps.all()][:2] == [date(2025, 3, 10), date(2025, 3, 31)]
    assert told("placement_changed").details == {"fields": ["goal", "starts_on"]}


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        ("2025-04-07", "Steget 2025-03-31 ligger före arbetsträningens start 2025-04-07."),
        ("2025-03-24", "Timmar är införda för veckor före den dagen. Ta bort dem först."),
    ],
)
def test_a_start_that_the_rest_does_not_fit_with_is_refused(
    case: Episode, as_coach: Client, start: str, sentence: str
) -> None:
    placement = make_placement(case)
    make_week(placement, START, "9")
    url = reverse("placement_change", args=[placement.pk])
    response = as_coach.post(url, change(placement, starts_on=start))
    assert sentences(response) == {"starts_on": [sentence]}


def test_two_writers_never_overwrite_each_other(case: Episode, as_coach: Client) -> None:
    placement = make_placement(case)
    url = reverse("placement_change", args=[placement.pk])
    assert as_coach.post(url, change(placement, goal="Först")).status_code == 302
    response = as_coach.post(url, change(placement, goal="Sedan"))
    assert sentences(response)["__all__"][0].startswith("Någon annan sparade")
    assert "Nu står det: Först" in response.content.decode()
    placement.refresh_from_db()
    assert placement.goal == "Först"


def test_the_database_holds_up_what_slips_past_the_forms(case: Episode) -> None:
    for wrong in (
        {"ends_planned_on": date(2025, 3, 2)},
        {"ended_on": date(2025, 3, 2), "outcome": "work"},
        {"outcome": "work"},
        {"ready_on": date(2025, 3, 4)},
        {"follow_up_weeks": 0},
        {"hours_reached": Decimal("40.5")},
        {"ended_on": date(2025, 4, 1), "outcome": "broken_off"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_placement(case, ladder=(), **wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_placement(case, ladder=((START, "41"),))
