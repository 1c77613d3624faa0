"""The rules of the ladder, and where its drawing has its lines."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from samspel.participants.placements.hours_field import HoursField
from samspel.participants.placements.ladder import (
    Rung,
    Stretch,
    first_day_over,
    hours_on,
    ladder_fault,
    mondays,
    planned_in,
    tenths,
    told_hours,
)
from samspel.participants.placements.staircase import WIDTH, staircase

START = date(2025, 3, 3)
END = date(2025, 6, 27)


def rungs(*steps: tuple[int, str]) -> list[Rung]:
    """Steps by the days after the start, and their hours."""
    return [Rung(START + timedelta(days=days), Decimal(hours)) for days, hours in steps]


GOOD = rungs((0, "7.5"), (28, "12"), (56, "40"))


def fault_of(ladder: list[Rung]) -> str | None:
    return ladder_fault(ladder, starts_on=START, ends_on=END)


def test_a_ladder_may_rise_to_full_time_and_fall_again() -> None:
    assert fault_of(GOOD) is None
    assert fault_of([*GOOD, Rung(START + timedelta(days=70), Decimal(20))]) is None


@pytest.mark.parametrize(
    ("ladder", "sentence"),
    [
        ([], "Skriv hur många timmar i veckan arbetsträningen börjar med."),
        (rungs((0, "40.5")), "Trappan går över 40 timmar i veckan: skriv högst 40."),
        (rungs((0, "10"), (7, "41")), "Trappan går över 40 timmar i veckan: skriv högst 40."),
        (rungs((0, "0")), "Skriv mer än 0 timmar i veckan."),
        (rungs((0, "-1")), "Skriv mer än 0 timmar i veckan."),
        (rungs((0, "NaN")), "Skriv mer än 0 timmar i veckan."),
        (rungs((0, "7.3")), "Skriv hela eller halva timmar, som 7 eller 7,5."),
        (
            rungs((0, "10"), (-7, "12")),
            "Steget 2025-02-24 ligger före arbetsträningens start 2025-03-03.",
        ),
        (
            rungs((0, "10"), (0, "12")),
            "Steget 2025-03-03 måste börja en senare dag än steget före.",
        ),
        (
            rungs((0, "10"), (14, "12"), (7, "15")),
            "Steget 2025-03-10 måste börja en senare dag än steget före.",
        ),
        (rungs((0, "10"), (200, "12")), "Steget 2025-09-19 ligger efter det planerade slutet."),
        (rungs((7, "10")), "Det första steget börjar den dag då arbetsträningen börjar."),
    ],
)
def test_a_ladder_is_refused_in_one_sentence(ladder: list[Rung], sentence: str) -> None:
    assert fault_of(ladder) == sentence


def test_the_hours_of_a_week_are_those_of_its_friday() -> None:
    ladder = rungs((0, "10"), (2, "12"), (11, "15"), (12, "20"))
    assert planned_in(ladder, START) == 12
    # The step that begins on the Friday counts for that week, that of the Saturday does not.
    assert planned_in(ladder, START + timedelta(days=7)) == 15
    assert hours_on(ladder, START - timedelta(days=1)) == 0


def test_weeks_go_from_monday_to_monday() -> None:
    assert mondays(date(2025, 3, 5), date(2025, 3, 17)) == [
        date(2025, 3, 3),
        date(2025, 3, 10),
        date(2025, 3, 17),
    ]
    assert mondays(date(2025, 3, 10), date(2025, 3, 9)) == []


def test_several_placements_together_are_compared_day_by_day() -> None:
    first = Stretch(tuple(rungs((0, "20"), (28, "25"))), START + timedelta(days=40))
    second = Stretch(tuple(rungs((14, "15"), (35, "15.5"))), None)
    assert first_day_over([first]) is None
    assert first_day_over([first, second]) == START + timedelta(days=35)
    ended = Stretch(first.rungs, START + timedelta(days=34))
    assert first_day_over([ended, second]) is None


def test_hours_are_told_with_a_comma_and_counted_in_tenths() -> None:
    assert [told_hours(Decimal(each)) for each in ("7.5", "10.0", "40")] == ["7,5", "10", "40"]
    assert [tenths(Decimal(each)) for each in ("7.5", "10.0", "0.5")] == [75, 100, 5]


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("7,5", "7.5"), ("7.5", "7.5"), (" 10 ", "10"), ("0", "0"), ("60", "60"), ("007", "7")],
)
def test_hours_are_written_with_comma_or_point(typed: str, hours: str) -> None:
    assert HoursField().clean(typed) == Decimal(hours)


@pytest.mark.parametrize("typed", ["-3", "1e3", "7,", ",5", "7,5,5", "sju", "٧", "NaN", "1 0"])
def test_what_is_no_number_of_hours_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="Skriv timmar som 7 eller 7,5"):
        HoursField().clean(typed)
    assert HoursField().clean("  ") is None


def test_the_staircase_rises_with_the_steps() -> None:
    worked = {START: Decimal(6), START + timedelta(days=7): Decimal(0)}
    drawn = staircase(GOOD, worked, last=END, today=date(2025, 4, 1))
    assert drawn.stair.startswith("M30.0 ")
    assert drawn.stair.count("V") == len(GOOD) - 1
    assert [each.text for each in drawn.hours] == ["7,5", "12", "40"]
    assert [each.text for each in drawn.levels] == ["0", "10", "20", "30", "40"]
    heights = [bar.height for bar in drawn.bars]
    assert heights[0] > heights[1] == 0
    assert [(each.text, each.more) for each in drawn.months] == [
        ("apr", "2025"),
        ("maj", ""),
        ("jun", ""),
    ]
    assert drawn.today_x is not None
    assert staircase(GOOD, {}, last=END, today=END + timedelta(days=9)).today_x is None


days = st.integers(min_value=1, max_value=60)
hours = st.integers(min_value=1, max_value=80).map(lambda halves: Decimal(halves) / 2)


@given(st.lists(st.tuples(days, hours), min_size=1, max_size=12), st.integers(0, 400))
def test_every_drawing_stays_within_its_frame(steps: list[tuple[int, Decimal]], end: int) -> None:
    on, ladder = START, []
    for wait, value in steps:
        ladder.append(Rung(on, value))
        on += timedelta(days=wait)
    drawn = staircase(ladder, {START: Decimal(40)}, last=START + timedelta(days=end), today=START)
    marks = [*drawn.hours, *drawn.levels, *drawn.months]
    assert all(0 <= each.x <= WIDTH and 0 <= each.y <= drawn.height for each in marks)
    assert all(drawn.left <= bar.x and bar.x + bar.width <= WIDTH for bar in drawn.bars)
    assert all(drawn.top - 0.1 <= bar.y <= drawn.bottom for bar in drawn.bars)
