"""The suggested forecast on the line's page: shown with its basis, overwritten with a reason."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.budget.models import Budget, Entry, Forecast, Line
from samspel.organisation.models import Team

START, END = date(2023, 1, 1), date(2023, 12, 31)
ClientOf = Callable[[User | None], Client]


@pytest.fixture(autouse=True)
def _today(on_day: Callable[[date], None]) -> None:
    on_day(date(2023, 7, 3))


@pytest.fixture
def line(team: Team) -> Line:
    """Rent of 60 000 kronor until the last of June."""
    budget = Budget.objects.create(team=team, start=START, end=END)
    line = Line.objects.create(budget=budget, kind="premises", title="Lokal")
    made_at = datetime(2023, 7, 3, tzinfo=UTC)
    for on in (date(2023, 3, 31), date(2023, 6, 30)):
        Entry.objects.create(team=team, line=line, on=on, amount_ore=30_000_00, made_at=made_at)
    return line


@pytest.fixture
def page(line: Line) -> str:
    return reverse("budget_line", args=[line.budget.team.slug, line.pk])


@pytest.fixture
def keeper(client_of: ClientOf, leader: User) -> Client:
    return client_of(leader)


def text_of(response: object) -> str:
    content: bytes = response.content  # type: ignore[attr-defined]  # the test client's response
    return unescape(content.decode()).replace("\u202f", " ")


def test_the_page_begins_with_the_suggestion_and_tells_how_it_comes(
    keeper: Client, page: str
) -> None:
    answer = keeper.get(page)
    text = text_of(answer)
    assert "Förslag från 2023-07-01 till budgetens slut: <strong>60 000 kronor</strong>." in text
    assert "Hittills: 60 000 kronor på 6 månader, alltså 10 000 kronor i månaden." in text
    assert answer.context["form"]["amount_ore"].initial == 60_000_00
    assert 'value="60 000"' in text


def test_the_suggestion_itself_is_saved_without_a_reason(
    keeper: Client, page: str, line: Line
) -> None:
    sent = {"from_on": "2023-07-01", "amount_ore": "60 000", "reason": ""}
    assert keeper.post(page, sent).status_code == 302
    made = line.forecasts.get()
    assert (made.amount_ore, made.suggested_ore, made.reason) == (60_000_00, 60_000_00, "")


def test_another_amount_needs_a_reason(keeper: Client, page: str, line: Line) -> None:
    sent = {"from_on": "2023-07-01", "amount_ore": "60 000,01", "reason": " "}
    refused = keeper.post(page, sent)
    assert list(refused.context["form"].errors) == ["reason"]
    assert not Forecast.objects.exists()
    assert 'value="60 000,01"' in text_of(refused)
    assert keeper.post(page, sent | {"reason": "Hyran höjs."}).status_code == 302
    made = line.forecasts.get()
    assert (made.amount_ore, made.suggested_ore) == (60_000_01, 60_000_00)
    assert made.reason == "Hyran höjs."


def test_another_day_is_suggested_for_without_saving(keeper: Client, page: str, line: Line) -> None:
    sent = {"from_on": "2023-04-01", "amount_ore": "x", "reason": "Hyran", "suggest": "yes"}
    answer = keeper.post(page, sent)
    text = text_of(answer)
    assert "Förslag från 2023-04-01 till budgetens slut: <strong>90 000 kronor</strong>." in text
    assert 'value="2023-04-01"' in text
    assert 'value="90 000"' in text
    assert 'value="Hyran"' in text
    assert not answer.context["form"].errors
    assert not line.forecasts.exists()


def test_the_amount_is_held_against_the_suggestion_of_the_chosen_day(
    keeper: Client, page: str, line: Line
) -> None:
    refused = keeper.post(page, {"from_on": "2023-04-01", "amount_ore": "60 000", "reason": ""})
    assert list(refused.context["form"].errors) == ["reason"]
    assert "<strong>90 000 kronor</strong>" in text_of(refused)
    keeper.post(page, {"from_on": "2023-04-01", "amount_ore": "90 000", "reason": ""})
    assert line.forecasts.get().suggested_ore == 90_000_00


@pytest.mark.parametrize("more", [{}, {"suggest": "yes"}], ids=["save", "suggest"])
@pytest.mark.parametrize("day", ["2024-01-01", "2022-12-31", "", "2023-02-30"])
def test_a_day_outside_the_budget_is_refused_at_the_field(
    keeper: Client, page: str, line: Line, day: str, more: dict[str, str]
) -> None:
    sent = {"from_on": day, "amount_ore": "1", "reason": "Därför", **more}
    refused = keeper.post(page, sent)
    assert list(refused.context["form"].errors) == ["from_on"]
    assert len(refused.context["form"].errors["from_on"]) == 1
    assert not line.forecasts.exists()


def test_where_nothing_can_be_suggested_it_says_why_and_no_reason_is_needed(
    keeper: Client, page: str, line: Line
) -> None:
    line.entries.all().delete()
    text = text_of(keeper.get(page))
    assert "Inget kan föreslås: mindre än en månad av budgeten har gått" in text
    assert "<strong>" not in text[text.index("next-forecast") : text.index("past-forecasts")]
    sent = {"from_on": "2023-01-01", "amount_ore": "5", "reason": ""}
    assert keeper.post(page, sent).status_code == 302
    made = line.forecasts.get()
    assert (made.amount_ore, made.suggested_ore) == (500, None)


def test_who_only_reads_gets_no_form(
    client_of: ClientOf, steering_member: User, stranger: User, page: str
) -> None:
    reader = client_of(steering_member)
    assert "Lika mycket i månaden" not in text_of(reader.get(page))
    sent = {"from_on": "2023-07-01", "amount_ore": "60 000", "suggest": "yes"}
    assert reader.post(page, sent).status_code == 404
    assert client_of(stranger).get(page).status_code == 404
