"""What changes among staff, who is missing since when, and what does not look right."""

from datetime import date
from fractions import Fraction

import pytest

from samspel.figures.period import Period, parse_period
from samspel.figures.representation import (
    Represented,
    agency_rows,
    is_represented,
    unrepresented_since,
)
from samspel.figures.staff_changes import ChangeKind, changes_in
from samspel.figures.staff_rows import LeaveDays, OtherDays, ShareFrom, StaffRow, there_on
from samspel.figures.staff_soundness import first_day_outside, over_full_time, over_whole_leave

EARLY, FIRST, MIDDLE, LAST = (
    date(2023, 1, 1),
    date(2024, 1, 1),
    date(2024, 6, 1),
    date(2024, 12, 31),
)
YEAR = parse_period("2024")
HALF, WHOLE = Fraction(50), Fraction(100)


def row(number: int, first: date, last: date | None = None, **fields: object) -> StaffRow:
    """A full-time coach of agency 3."""
    plain: dict[str, object] = {
        "key": f"position:{number}",
        "position": str(number),
        "agency": "3",
        "staff_role": "coach",
        "person": f"Nr {number}",
        "first_on": first,
        "last_on": last,
        "shares": (ShareFrom(first, WHOLE),),
    }
    return StaffRow(**{**plain, **fields})  # type: ignore[arg-type]  # the fields by their names


def told(rows: list[StaffRow], period: Period = YEAR) -> list[tuple[str, str, str]]:
    return [
        (each.on.isoformat(), each.kind.value, each.position) for each in changes_in(rows, period)
    ]


def test_who_comes_and_goes_on_the_boundaries() -> None:
    rows = [
        row(1, date(2023, 12, 31), date(2025, 1, 1)),
        row(2, FIRST, LAST),
        row(3, date(2025, 1, 1)),
    ]
    assert told(rows) == [("2024-01-01", "began", "2"), ("2024-12-31", "ended", "2")]


def test_a_share_is_told_with_what_it_was_before() -> None:
    shares = (ShareFrom(EARLY, WHOLE), ShareFrom(MIDDLE, Fraction(80)))
    (found,) = changes_in([row(1, EARLY, shares=shares)], YEAR)
    assert (found.on, found.kind, found.before, found.after) == (
        MIDDLE,
        ChangeKind.SHARE,
        WHOLE,
        Fraction(80),
    )


def test_the_same_share_again_is_no_change() -> None:
    shares = (ShareFrom(EARLY, WHOLE), ShareFrom(MIDDLE, WHOLE))
    assert told([row(1, EARLY, shares=shares)]) == []


def test_leave_begins_changes_and_ends_on_the_first_day_back() -> None:
    leaves = (
        LeaveDays(date(2024, 2, 1), date(2024, 2, 29), WHOLE),
        LeaveDays(date(2024, 3, 1), date(2024, 3, 31), HALF),
    )
    assert told([row(1, EARLY, leaves=leaves)]) == [
        ("2024-02-01", "leave_began", "1"),
        ("2024-03-01", "leave_changed", "1"),
        ("2024-04-01", "leave_ended", "1"),
    ]


def test_leave_until_the_last_day_does_not_end() -> None:
    leaves = (LeaveDays(date(2024, 2, 1), MIDDLE, WHOLE),)
    assert told([row(1, EARLY, MIDDLE, leaves=leaves)]) == [
        ("2024-02-01", "leave_began", "1"),
        ("2024-06-01", "ended", "1"),
    ]


def test_a_vacancy_is_told_when_it_begins_only() -> None:
    assert told([row(1, FIRST, MIDDLE, person="")]) == [("2024-01-01", "vacant", "1")]


def test_who_stands_in_is_told_of_as_such() -> None:
    assert told([row(2, FIRST, stands_in_for="1")]) == [("2024-01-01", "stood_in", "2")]


def test_another_position_without_a_day_between_is_no_leaving() -> None:
    rows = [
        row(1, EARLY, date(2024, 5, 31), others=(OtherDays(MIDDLE, None, False),)),
        row(2, MIDDLE, others=(OtherDays(EARLY, date(2024, 5, 31), True),)),
    ]
    assert told(rows) == [("2024-06-01", "took_on", "2")]


def test_one_of_two_positions_is_given_up() -> None:
    rows = [
        row(1, EARLY, others=(OtherDays(EARLY, MIDDLE, False),)),
        row(2, EARLY, MIDDLE, others=(OtherDays(EARLY, None, True),)),
    ]
    assert told(rows) == [("2024-06-01", "gave_up", "2")]


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2023, 12, 31), []),
        (FIRST, ["1"]),
        (MIDDLE, ["1", "2"]),
        (date(2024, 6, 2), ["2"]),
    ],
)
def test_who_was_there_on_a_day(day: date, there: list[str]) -> None:
    rows = [row(1, FIRST, MIDDLE), row(2, MIDDLE), row(3, EARLY, person="")]
    assert [each.position for each in there_on(rows, day)] == there


def test_an_agency_is_missing_from_the_day_after() -> None:
    (found,) = agency_rows(["3"], [row(1, EARLY, MIDDLE), row(2, EARLY, FIRST)])
    assert is_represented(found, MIDDLE)
    assert not is_represented(found, date(2024, 6, 2))
    assert unrepresented_since(found, LAST) == date(2024, 6, 2)


def test_an_agency_that_never_had_anybody_has_no_day() -> None:
    (found,) = agency_rows(["4"], [row(1, EARLY)])
    assert not is_represented(found, LAST)
    assert unrepresented_since(found, LAST) is None


def test_who_comes_later_does_not_count_before() -> None:
    (found,) = agency_rows(["3"], [row(1, date(2025, 1, 1), date(2025, 2, 1))])
    assert unrepresented_since(found, LAST) is None


def test_nobody_is_represented_by_who_is_wholly_on_leave() -> None:
    leaves = (
        LeaveDays(date(2024, 2, 1), date(2024, 3, 31), HALF),
        LeaveDays(date(2024, 3, 1), date(2024, 3, 31), HALF),
    )
    (found,) = agency_rows(["3"], [row(1, EARLY, leaves=leaves)])
    assert found.represented == (
        Represented(EARLY, date(2024, 1, 31)),
        Represented(date(2024, 2, 1), date(2024, 2, 29)),
        Represented(date(2024, 4, 1), None),
    )
    assert unrepresented_since(found, date(2024, 3, 15)) == date(2024, 3, 1)


def test_a_vacancy_represents_nobody() -> None:
    (found,) = agency_rows(["3"], [row(1, EARLY, person="")])
    assert found.represented == ()


def test_more_than_full_time_is_found_where_it_is_most() -> None:
    part = (ShareFrom(MIDDLE, Fraction(60)),)
    found = over_full_time(
        [row(1, EARLY, shares=(ShareFrom(EARLY, HALF),)), row(2, MIDDLE, shares=part)]
    )
    assert found is not None
    assert (found.on, found.percent) == (MIDDLE, Fraction(110))


def test_full_time_in_two_halves_is_no_more_than_full_time() -> None:
    half = (ShareFrom(EARLY, HALF),)
    assert over_full_time([row(1, EARLY, shares=half), row(2, EARLY, shares=half)]) is None


def test_leave_makes_room_for_another_position() -> None:
    half = (ShareFrom(EARLY, HALF),)
    leave = (LeaveDays(EARLY, None, HALF),)
    assert over_full_time([row(1, EARLY, leaves=leave), row(2, EARLY, shares=half)]) is None


def test_leave_of_more_than_all_of_the_time() -> None:
    half = LeaveDays(EARLY, MIDDLE, HALF)
    assert over_whole_leave([half, half]) is None
    found = over_whole_leave([half, LeaveDays(MIDDLE, None, Fraction(51))])
    assert found is not None
    assert (found.on, found.percent) == (MIDDLE, Fraction(101))


@pytest.mark.parametrize(
    ("first", "last", "outside"),
    [
        (date(2024, 2, 1), date(2024, 4, 30), None),
        (date(2024, 1, 31), date(2024, 4, 30), date(2024, 1, 31)),
        (date(2024, 2, 1), date(2024, 5, 1), date(2024, 5, 1)),
        (date(2024, 2, 1), None, date(2024, 5, 1)),
        (date(2024, 6, 1), None, None),
        (date(2024, 5, 15), date(2024, 6, 15), date(2024, 5, 15)),
    ],
)
def test_a_stand_in_outside_the_leave(first: date, last: date | None, outside: date | None) -> None:
    leaves = [
        LeaveDays(date(2024, 3, 1), date(2024, 4, 30), WHOLE),
        LeaveDays(date(2024, 2, 1), date(2024, 2, 29), HALF),
        LeaveDays(date(2024, 6, 1), None, HALF),
    ]
    assert first_day_outside(first, last, leaves) == outside
