"""Weeks of a group: a table for each rule, the records on the left, what they say on the right."""

from datetime import date

import pytest

from samspel.figures.attendance_weeks import (
    Tally,
    WeekPresence,
    monday_of,
    mondays,
    numbers,
    person_weeks,
    tallies,
    tally,
    weeks_without,
)

WEEKS = mondays(date(2025, 3, 3), date(2025, 3, 30))
"""Weeks 10 to 13 of 2025."""
HELD = (date(2025, 3, 4), date(2025, 3, 6), date(2025, 3, 11), date(2025, 3, 25))
"""Twice in week 10, once in 11 and 13, never in 12."""


def test_a_tally_counts_each_presence_and_who_came() -> None:
    found = tally(["present", "digital", "digital", "excused", "absent"])
    assert found == Tally(present=1, digital=2, excused=1, absent=1)
    assert (found.came, found.recorded, found.percent) == (3, 5, 60)


def test_nothing_recorded_is_no_rate() -> None:
    assert (tally([]).recorded, tally([]).rate.value, tally([]).percent) == (0, None, None)


def test_each_key_has_its_own_tally() -> None:
    found = tallies([("a", "present"), ("b", "absent"), ("a", "excused")])
    assert found == {"a": Tally(present=1, excused=1), "b": Tally(absent=1)}
    assert numbers(["a", "b", "a"]) == {"a": 2, "b": 1}


@pytest.mark.parametrize(
    ("first", "last", "weeks"),
    [
        ("2025-03-03", "2025-03-09", ["2025-03-03"]),
        ("2025-03-09", "2025-03-10", ["2025-03-03", "2025-03-10"]),
        ("2024-12-30", "2025-01-05", ["2024-12-30"]),
        ("2025-03-10", "2025-03-09", []),
    ],
)
def test_weeks_are_monday_to_sunday(first: str, last: str, weeks: list[str]) -> None:
    found = mondays(date.fromisoformat(first), date.fromisoformat(last))
    assert [each.isoformat() for each in found] == weeks
    assert all(monday_of(each) == each for each in found)


@pytest.mark.parametrize(
    ("records", "belongs", "says"),
    [
        ("", "03-03 03-30", "unrecorded unrecorded none unrecorded"),
        ("04 present", "03-03 03-30", "came unrecorded none unrecorded"),
        ("04 absent, 06 digital", "03-03 03-30", "came unrecorded none unrecorded"),
        ("04 absent, 06 excused", "03-03 03-30", "excused unrecorded none unrecorded"),
        ("04 absent, 11 absent, 25 excused", "03-03 03-30", "away away none excused"),
        ("11 present", "03-10 03-24", "none came none none"),
        ("25 present", "03-03 03-05", "unrecorded none none came"),
    ],
)
def test_a_persons_weeks_in_a_group(records: str, belongs: str, says: str) -> None:
    pairs = [each.split() for each in records.split(", ") if each]
    days = [(date(2025, 3, int(day)), presence) for day, presence in pairs]
    first, last = (date.fromisoformat(f"2025-{day}") for day in belongs.split())
    found = person_weeks(days, HELD, WEEKS, first=first, last=last)
    assert " ".join(found) == says


@pytest.mark.parametrize(
    ("weeks", "without"),
    [
        ("", 0),
        ("came", 0),
        ("came away", 1),
        ("away away", 2),
        ("came away excused", 2),
        ("away came none away", 1),
        ("came away none away", 2),
        ("came away unrecorded away", 2),
        ("unrecorded unrecorded", 0),
        ("away away came", 0),
    ],
)
def test_weeks_without_are_the_latest_ones_in_a_row(weeks: str, without: int) -> None:
    assert weeks_without(WeekPresence(each) for each in weeks.split()) == without
