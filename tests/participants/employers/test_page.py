"""The page of one employer: what it shows, of whom, and by how many queries."""

from datetime import date, timedelta

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.participants.employers.models import ContactNote, Employer, Task
from tests.employer_things import make_task
from tests.participants.employers.conftest import TODAY, Told
from tests.people import client_of


def page(client: Client, employer: Employer) -> str:
    return client.get(reverse("employer", args=[employer.pk])).content.decode()


def test_the_tasks_with_what_they_ask(as_coach: Client, task: Task, told: Told) -> None:
    Task.objects.filter(pk=task.pk).update(
        pace="calm", social="few", physical=["standing"], accessibility_text="Ring på klockan"
    )
    make_task(task.employer, title="Snöskottning", is_offered=False)
    text = page(as_coach, task.employer)
    for words in (
        "Vattna plantor",
        "2 av 2 lediga",
        "trädgård",
        "tempo: lugnt",
        "några få kollegor",
        "stående och gående",
        "Går att nå med buss; Ring på klockan",
        "Erbjuds inte nu",
        "Snöskottning",
    ):
        assert words in text


def test_what_they_have_taken_on_with_the_names_that_may_be_told(
    as_coach: Client, employer: Employer, told: Told
) -> None:
    told.took_on(employer, "Alva Exempel", date(2025, 1, 7), shown_url="/placements/1/")
    told.took_on(
        employer,
        "Skyddade personuppgifter",
        date(2025, 2, 3),
        ended_on=date(2025, 5, 30),
        shown_led_to="arbete",
    )
    told.took_on(employer, "Kommande", TODAY + timedelta(days=9))
    text = page(as_coach, employer)
    assert '<a href="/placements/1/">Alva Exempel</a>' in text
    assert "2025-02-03 – 2025-05-30" in text
    assert "→ arbete" in text
    assert "Kommande" not in text
    assert text.index("Skyddade personuppgifter") < text.index("Alva Exempel")


def test_the_latest_stand_on_the_page_and_the_rest_a_step_away(
    as_coach: Client, coach: User, employer: Employer, told: Told
) -> None:
    for number in range(12):
        told.took_on(employer, f"Person {number}", date(2024, 1, 1) + timedelta(days=number))
        ContactNote.objects.create(employer=employer, on=TODAY, text=f"Talk {number}", by=coach)
    text = page(as_coach, employer)
    assert "Person 11" in text
    assert "Person 3<" not in text
    assert reverse("employer_history", args=[employer.pk]) in text
    assert "Talk 0" in text
    assert "Tidigare" in text


def test_an_employer_that_is_left_says_so(as_coach: Client, employer: Employer) -> None:
    Employer.objects.update(is_used=False)
    text = page(as_coach, employer)
    assert "vänder sig inte längre till" in text
    assert reverse("employer_task_new", args=[employer.pk]) not in text


def test_the_sheet_of_thanks_is_the_leaders(
    as_coach: Client, leader: User, employer: Employer
) -> None:
    url = reverse("employer_thanks", args=[employer.pk, "pdf"])
    assert url not in page(as_coach, employer)
    assert url in page(client_of(leader), employer)


def test_a_page_of_much_takes_no_more_queries(
    as_coach: Client,
    coach: User,
    employer: Employer,
    told: Told,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(10):
        make_task(employer, title=f"Nr {number}")
        ContactNote.objects.create(employer=employer, on=TODAY, text="Ja.", by=coach)
    page(as_coach, employer)
    with django_assert_max_num_queries(13):
        page(as_coach, employer)
