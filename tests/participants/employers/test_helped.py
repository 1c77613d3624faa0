"""How each employer helped, what stands behind a number, and the sheet that thanks."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.documents.document import Document, Paragraph
from samspel.figures.employers import WeekHours, help_of
from samspel.figures.period import Period, parse_period
from samspel.organisation.models import Team
from samspel.participants.employers.history import hosted
from samspel.participants.employers.models import Employer, Task
from samspel.participants.employers.periods import period_of, period_options
from samspel.participants.employers.thanks import thanks_of
from tests.employer_things import make_employer
from tests.participants.employers.conftest import TODAY, Told
from tests.people import client_of

HELPED = "/employers/helped/"


@pytest.fixture
def as_leader(leader: User) -> Client:
    return client_of(leader)


@pytest.fixture
def other(team: Team) -> Employer:
    return make_employer(team, name="Kafé Tre Åar", kind="cooperative")


@pytest.fixture
def past(employer: Employer, other: Employer, told: Told) -> Told:
    """The nursery led to work once; the café had more placements and hours."""
    told.took_on(employer, "Alva", date(2025, 1, 7), ended_on=date(2025, 5, 30), led_to="work")
    weeks = (WeekHours(date(2025, 3, 3), Decimal("1200.5")),)
    told.took_on(other, "Bo", date(2025, 2, 3), weeks=weeks)
    told.took_on(other, "Cy", date(2024, 2, 5), ended_on=date(2024, 12, 6), led_to="studies")
    told.took_on(other, "Di", date(2025, 2, 3), ended_on=date(2025, 3, 7), led_to="other")
    return told


def names(client: Client, **query: str) -> list[str]:
    return [row.employer.name for row in client.get(HELPED, query).context["rows"]]


def test_those_first_who_helped_most(past: Told, as_leader: Client) -> None:
    rows = as_leader.get(HELPED, {"period": "2025"}).context["rows"]
    assert [row.employer.name for row in rows] == ["Åby Plantskola", "Kafé Tre Åar"]
    assert [[cell.number for cell in row.cells] for row in rows] == [
        [1, 1, 1, 1, 0],
        [2, 2, 1, 0, 0],
    ]
    assert [row.hours for row in rows] == ["0", "1\u202f201"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, ["Kafé Tre Åar", "Åby Plantskola"]),
        ({"period": "2024"}, ["Kafé Tre Åar"]),
        ({"period": "2025H1"}, ["Åby Plantskola", "Kafé Tre Åar"]),
        ({"period": "2025H2"}, ["Kafé Tre Åar", "Åby Plantskola"]),
        ({"period": "1066"}, ["Kafé Tre Åar", "Åby Plantskola"]),
        ({"period": "2025", "sort": "hours"}, ["Kafé Tre Åar", "Åby Plantskola"]),
        ({"period": "2025", "sort": "-hours"}, ["Åby Plantskola", "Kafé Tre Åar"]),
        ({"period": "2025", "sort": "placements"}, ["Kafé Tre Åar", "Åby Plantskola"]),
        ({"period": "2025", "sort": "-help"}, ["Kafé Tre Åar", "Åby Plantskola"]),
    ],
)
def test_periods_and_orders(
    past: Told, as_leader: Client, query: dict[str, str], shown: list[str]
) -> None:
    assert names(as_leader, **query) == shown


def test_every_number_leads_to_as_many_placements(past: Told, as_leader: Client) -> None:
    tried = 0
    for row in as_leader.get(HELPED).context["rows"]:
        for cell in row.cells:
            if cell.url:
                behind = as_leader.get(cell.url).context["listing"].count
                assert (row.employer.name, cell.title, behind) == (
                    row.employer.name,
                    cell.title,
                    cell.number,
                )
                tried += 1
            else:
                assert cell.number == 0
    assert tried == 8


def test_only_a_leader_sees_how_employers_helped(
    past: Told, as_coach: Client, as_leader: Client, employer: Employer
) -> None:
    sheet = reverse("employer_thanks", args=[employer.pk, "pdf"])
    assert (as_coach.get(HELPED).status_code, as_coach.get(sheet).status_code) == (404, 404)
    assert as_leader.get(HELPED).status_code == 200


def test_the_other_teams_employers_are_not_among_them(
    past: Told, as_leader: Client, elsewhere: Employer
) -> None:
    past.took_on(elsewhere, "Ed", date(2025, 2, 3))
    assert "Deras Bageri" not in names(as_leader, period="2025")
    sheet = reverse("employer_thanks", args=[elsewhere.pk, "pdf"])
    assert as_leader.get(sheet).status_code == 404


def test_the_parts_equal_their_reload(past: Told, as_leader: Client, other: Employer) -> None:
    for url in (HELPED, reverse("employer_history", args=[other.pk])):
        part = as_leader.get(url, {"period": "2025"}, headers={"HX-Request": "true"})
        whole = as_leader.get(url, {"period": "2025"}).content.decode()
        assert part.content.decode() in whole


def test_an_empty_period_teaches(told: Told, as_leader: Client, employer: Employer) -> None:
    assert "Ingen arbetsgivare tog emot" in as_leader.get(HELPED).content.decode()
    page = as_leader.get(reverse("employer_history", args=[employer.pk]))
    assert "Ingen ännu" in page.content.decode()


def test_the_history_is_turned(past: Told, as_coach: Client, other: Employer) -> None:
    url = reverse("employer_history", args=[other.pk])
    latest = [row.who for row in as_coach.get(url).context["rows"]]
    first = [row.who for row in as_coach.get(url, {"sort": "from"}).context["rows"]]
    assert latest[-1] == first[0] == "Cy"
    shown = as_coach.get(url, {"figure": "led_to_studies", "period": "2024"}).context["rows"]
    assert [row.who for row in shown] == ["Cy"]


def test_many_employers_take_no_more_queries(
    team: Team,
    told: Told,
    as_leader: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(20):
        told.took_on(make_employer(team, name=f"Nr {number}"), "Alva", date(2025, 2, 3))
    as_leader.get(HELPED)
    with django_assert_max_num_queries(8):
        assert len(names(as_leader)) == 20


def text_of(sheet: Document) -> str:
    """What stands on the sheet."""
    blocks = [block for block in sheet.blocks() if isinstance(block, Paragraph)]
    return " ".join([sheet.title, *("".join(map(str, block.runs)) for block in blocks)])


def sheet_of(employer: Employer, period: Period) -> str:
    rows = [row for row in hosted([employer.team], today=TODAY) if row.employer == str(employer.pk)]
    with override("sv"):
        told = help_of(str(employer.pk), rows, period)
        return text_of(thanks_of(employer, told, period, work=["trädgård"]))


@pytest.mark.parametrize(
    ("persons", "work", "told_numbers", "words"),
    [
        (0, 0, set(), "Tack, Åby Plantskola!"),
        (4, 4, set(), "öppnat er arbetsplats"),
        (5, 0, {"5", "100"}, "Minst 5 personer"),
        (9, 2, {"5", "100"}, "För några av dem ledde det vidare"),
        (13, 7, {"10", "5", "200"}, "För minst 5 av dem ledde det vidare"),
    ],
)
def test_a_sheet_names_nobody_and_tells_no_small_number(
    employer: Employer, told: Told, persons: int, work: int, told_numbers: set[str], words: str
) -> None:
    weeks = (WeekHours(date(2025, 3, 3), Decimal("20.5")),)
    for number in range(persons):
        led_to = "work" if number < work else ""
        ended = date(2025, 5, 30) if led_to else None
        told.took_on(
            employer,
            f"Namn {number}x",
            date(2025, 1, 7),
            ended_on=ended,
            led_to=led_to,
            weeks=weeks,
        )
    said = sheet_of(employer, parse_period("2025"))
    assert words in said
    assert "Namn" not in said
    assert "trädgård" in said
    numbers = set(re.findall(r"\d+", said.replace("2025-12-31", "").replace("(2025)", "")))
    assert numbers == told_numbers


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_sheet_is_a_file(
    past: Told, task: Task, as_leader: Client, ending: str, begins: bytes
) -> None:
    url = reverse("employer_thanks", args=[task.employer_id, ending])
    response = as_leader.get(url, {"period": "2025"})
    assert response.content.startswith(begins)
    assert response["Content-Disposition"] == f'attachment; filename="aby-plantskola.{ending}"'
    assert as_leader.get(url, {"period": "../../x"}).status_code == 200


def test_the_sheet_has_no_other_form(as_leader: Client, employer: Employer) -> None:
    url = reverse("employer_thanks", args=[employer.pk, "json"])
    assert as_leader.get(url).status_code == 404


def test_the_periods_that_can_be_chosen() -> None:
    with override("sv"):
        options = period_options([], date(2026, 3, 2))
    assert [code for code, _title in options] == ["last", "2026", "2026H1"]
    assert period_of("last", date(2026, 3, 2)) == Period(date(2025, 3, 3), date(2026, 3, 2))
    assert period_of("", date(2026, 3, 2)).end == date(2026, 3, 2)


def test_the_bars_say_what_the_table_says(past: Told, as_leader: Client) -> None:
    response = as_leader.get(HELPED, {"period": "2025"})
    drawing = response.context["drawing"]
    assert drawing in response.content.decode()
    assert re.findall(r"Åby|Kafé", drawing)[:2] == ["Åby", "Kafé"]
    for words in ("Arbetsträningar", "Ledde vidare", "Vidare: till arbete eller studier"):
        assert words in drawing


def test_of_many_employers_the_first_ten_have_bars(
    team: Team, told: Told, as_leader: Client
) -> None:
    for number in range(12):
        each = make_employer(team, name=f"Företag {number:02}")
        told.took_on(each, "Alva", date(2025, 1, 7), ended_on=date(2025, 5, 30), led_to="work")
    response = as_leader.get(HELPED, {"period": "2025"})
    drawing = response.context["drawing"]
    shown = [row.employer.name for row in response.context["rows"]]
    assert [name in drawing for name in shown] == [True] * 10 + [False] * 2


def test_one_employer_alone_is_not_drawn(employer: Employer, told: Told, as_leader: Client) -> None:
    told.took_on(employer, "Alva", date(2025, 1, 7))
    response = as_leader.get(HELPED, {"period": "2025"})
    assert len(response.context["rows"]) == 1
    assert "samspel-chart" not in response.content.decode()
