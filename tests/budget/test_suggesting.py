"""What is suggested for a line from its entries and the team's positions, and how it is told."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from samspel.budget.models import Budget, Entry, Line
from samspel.budget.suggesting import Suggestion, suggest
from samspel.figures.forecast_suggestion import Way
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Leave, Position, PositionShare

JANUARY, JULY = date(2023, 1, 1), date(2023, 7, 1)
JUNE_END = date(2023, 6, 30)
NOW = datetime(2023, 7, 3, 8, tzinfo=UTC)


@pytest.fixture
def budget(team: Team) -> Budget:
    return Budget.objects.create(team=team, start=JANUARY, end=date(2023, 12, 31))


@pytest.fixture
def salaries(budget: Budget) -> Line:
    return Line.objects.create(budget=budget, kind="own_personnel", title="Egen personal")


@pytest.fixture
def rent(budget: Budget) -> Line:
    return Line.objects.create(
        budget=budget, kind="premises", title="Lokal", allocated_ore=120_000_00
    )


def enter(line: Line, on: date, kronor: int) -> None:
    Entry.objects.create(
        team=line.budget.team, line=line, on=on, amount_ore=kronor * 100, made_at=NOW
    )


def hold(
    team: Team,
    name: str,
    percent: int = 100,
    first_on: date = date(2022, 1, 1),
    last_on: date | None = None,
    *,
    paid: bool = True,
) -> Position:
    row = Position.objects.create(
        team=team,
        name=name,
        role="Handledare",
        employed_by="host",
        first_on=first_on,
        last_on=last_on,
        paid_from_budget=paid,
    )
    PositionShare.objects.create(position=row, first_on=first_on, percent=Decimal(percent))
    return row


def told(suggestion: Suggestion) -> list[str]:
    """In Swedish, with plain spaces between thousands."""
    with override("sv"):
        return [each.replace("\u202f", " ") for each in suggestion.basis]


def test_personnel_follows_the_positions(team: Team, salaries: Line) -> None:
    enter(salaries, date(2023, 3, 27), 300_000)
    enter(salaries, date(2023, 6, 27), 300_000)
    enter(salaries, date(2023, 7, 27), 999)
    hold(team, "Ada")
    hold(team, "Bo", last_on=JUNE_END)
    hold(team, "", first_on=JULY)
    suggestion = suggest(salaries, from_on=JULY)
    assert suggestion.amount_ore == 300_000_00
    assert told(suggestion) == [
        "Hittills: 600 000 kronor på 6 månader, alltså 100 000 kronor i månaden.",
        (
            "Hittills har budgeten i snitt betalat 2 årsarbetare, med ledigheter borträknade: 50 "
            "000 kronor i månaden för var och en."
        ),
        "Framåt, 6 månader, räknas i snitt med 1 årsarbetare till samma kostnad.",
        "Vakant: Handledare från 2023-07-01. Tjänsten kostar ingenting förrän någon har den.",
    ]


def test_only_positions_that_the_budget_pays_are_counted(team: Team, salaries: Line) -> None:
    enter(salaries, date(2023, 5, 25), 600_000)
    hold(team, "Ada")
    hold(team, "Lånad", last_on=JUNE_END, paid=False)
    hold(team, "", first_on=JULY, paid=False)
    suggestion = suggest(salaries, from_on=JULY)
    assert suggestion.amount_ore == 600_000_00
    assert len(told(suggestion)) == 4
    assert told(suggestion)[-1].startswith("Den senaste posten i budgeten är från 2023-05-25.")


def test_leave_lowers_and_is_never_told_the_reason_of(team: Team, salaries: Line) -> None:
    enter(salaries, date(2023, 6, 25), 600_000)
    ada = hold(team, "Ada")
    Leave.objects.create(position=ada, kind="sick", percent=Decimal(25), first_on=JULY)
    suggestion = suggest(salaries, from_on=JULY)
    assert suggestion.amount_ore == 450_000_00
    assert "0,75 årsarbetare" in told(suggestion)[2]
    assert "sjuk" not in " ".join(told(suggestion)).lower()


def test_another_teams_positions_and_entries_are_its_own(
    team: Team, other_team: Team, salaries: Line
) -> None:
    enter(salaries, date(2023, 6, 25), 600_000)
    hold(other_team, "Ada", last_on=JUNE_END)
    theirs = Budget.objects.create(team=other_team, start=JANUARY, end=date(2023, 12, 31))
    enter(Line.objects.create(budget=theirs, kind="other", title="Annat"), JUNE_END, 7)
    suggestion = suggest(salaries, from_on=JULY)
    assert suggestion.amount_ore == 600_000_00
    assert told(suggestion)[1] == (
        "Hittills finns ingen som budgeten betalar med i personallistan, så beloppet räknas inte "
        "ut från tjänsterna."
    )


def test_other_lines_go_straight_on(team: Team, rent: Line) -> None:
    enter(rent, date(2023, 2, 1), 60_500)
    enter(rent, date(2023, 4, 1), -500)
    hold(team, "Ada", last_on=JUNE_END)
    suggestion = suggest(rent, from_on=date(2023, 6, 16))
    assert suggestion.amount_ore == 70_909_00
    assert told(suggestion) == [
        "Hittills: 60 000 kronor på 5,5 månader, alltså 10 909 kronor i månaden.",
        (
            "Lika mycket i månaden väntas framåt: 6,5 månader återstår. Skriv ett annat belopp om "
            "något betalas en enda gång, till exempel en årshyra."
        ),
        (
            "En del av en månad räknas i dagar. Det som betalas en gång i månaden blir mest rätt "
            "från den första dagen i en månad."
        ),
        (
            "Den senaste posten i budgeten är från 2023-04-01. Om senare poster saknas är "
            "förslaget för lågt."
        ),
    ]


def test_in_its_first_month_a_budget_goes_as_allocated(rent: Line) -> None:
    assert suggest(rent, from_on=JANUARY).amount_ore == 120_000_00
    assert told(suggest(rent, from_on=JANUARY)) == [
        (
            "Mindre än en månad av budgeten har gått: hela det tilldelade beloppet, 120 000 "
            "kronor, fördelas jämnt på de 12 månader som återstår."
        )
    ]
    enter(rent, date(2023, 1, 3), 10_000)
    suggestion = suggest(rent, from_on=date(2023, 1, 31))
    assert suggestion.amount_ore == 110_000_00
    assert "minus 10 000 kronor hittills, fördelas jämnt på de 11 månader" in told(suggestion)[0]


def test_a_vacancy_that_is_not_counted_is_told_as_such(team: Team, salaries: Line) -> None:
    salaries.allocated_ore = 1_000_000_00
    hold(team, "", first_on=date(2023, 3, 1), last_on=date(2023, 8, 31))
    assert told(suggest(salaries, from_on=JANUARY))[-1] == (
        "Vakant: Handledare 2023-03-01 – 2023-08-31. Beloppet är inte sänkt för det."
    )


def test_where_nothing_is_known_it_says_why(rent: Line, salaries: Line) -> None:
    early = suggest(salaries, from_on=date(2023, 1, 20))
    assert early.amount_ore is None
    assert told(early) == [
        (
            "Inget kan föreslås: mindre än en månad av budgeten har gått, och raden har inget "
            "tilldelat belopp."
        )
    ]
    late = suggest(rent, from_on=JULY)
    assert late.amount_ore is None
    assert told(late) == [
        (
            "Inget kan föreslås: inget är bokfört i budgeten före 2023-07-01. Skriv in vad den har "
            "kostat, eller låt prognosen börja när budgeten börjar."
        )
    ]


def test_a_line_without_entries_beside_others_costs_nothing(rent: Line, salaries: Line) -> None:
    enter(salaries, JUNE_END, 5)
    assert suggest(rent, from_on=JULY).amount_ore == 0


def test_credits_beyond_costs_and_the_end_of_the_budget(rent: Line) -> None:
    enter(rent, JUNE_END, -5)
    assert suggest(rent, from_on=JULY).amount_ore == 0
    assert told(suggest(rent, from_on=JULY))[-1] == (
        "Krediteringarna hittills är större än kostnaderna, så ingen kostnad väntas framåt."
    )
    over = suggest(rent, from_on=date(2024, 1, 1))
    assert (over.amount_ore, over.known.way) == (0, Way.NOTHING_AHEAD)
    assert told(over) == ["Ingen dag av budgeten återstår."]


def test_one_month_is_a_month_and_english_is_english(rent: Line) -> None:
    enter(rent, date(2023, 1, 31), 1234)
    with override("en"):
        sentences = suggest(rent, from_on=date(2023, 2, 1)).basis
    assert sentences[0] == "So far: 1,234 kronor in 1 month, which is 1,234 kronor a month."


def test_the_number_of_queries_does_not_grow(
    team: Team, salaries: Line, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        hold(team, f"P{number}")
        enter(salaries, date(2023, 6, 1 + number), 10)
    line = Line.objects.select_related("budget__team").get(pk=salaries.pk)
    with django_assert_num_queries(4):
        assert len(suggest(line, from_on=JULY).basis) == 3
