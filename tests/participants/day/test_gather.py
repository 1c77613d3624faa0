"""What is due of all subjects, whose it is, and when."""

from datetime import date, time, timedelta

import pytest

from samspel.participants.day.board import When, when
from samspel.participants.due import Due, DueKind, due

TODAY = date(2025, 3, 5)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("days", "group"),
    [
        (-400, When.OVERDUE),
        (-1, When.OVERDUE),
        (0, When.TODAY),
        (1, When.WEEK),
        (4, When.WEEK),
        (5, When.LATER),
        (14, When.LATER),
    ],
)
def test_what_is_due_stands_by_its_day(days: int, group: When) -> None:
    assert when(TODAY + timedelta(days=days), TODAY) == group


def test_on_a_sunday_nothing_more_is_due_this_week() -> None:
    sunday = date(2025, 3, 9)
    assert when(sunday, sunday) == When.TODAY
    assert when(sunday + timedelta(days=1), sunday) == When.LATER


def test_dues_sort_by_day_then_kind_then_text() -> None:
    late = due(DueKind.VISIT, TODAY, "b", "/")
    dues = [
        late,
        due(DueKind.VISIT, TODAY, "a", "/", at=time(15)),
        due(DueKind.CLOSING, TODAY - timedelta(days=1), "z", "/"),
        due(DueKind.TRIAL_ENDS, TODAY, "a", "/"),
    ]
    assert [f"{each.kind}{each.text}" for each in sorted(dues)] == [
        "closingz",
        "visita",
        "visitb",
        "trial_endsa",
    ]
    assert Due(TODAY, 0, "b", "/elsewhere", DueKind.VISIT) < dues[3]


def test_the_day_itself_is_not_past() -> None:
    one = due(DueKind.FOLLOW_UP, TODAY, "x", "/")
    assert not one.is_past(TODAY)
    assert one.is_past(TODAY + timedelta(days=1))
