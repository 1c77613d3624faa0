"""Specifications of staff: working shares, leave, vacancies, who came and left, who is missing."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from samspel.figures.representation import AgencyRow, Represented
from samspel.figures.staff_rows import LeaveDays, OtherDays, ShareFrom, StaffRow
from samspel.figures.staffing import STAFF, TEAM_AGENCIES
from tests.spec.resource_table import ResourceSpec, Rows

APRIL = "2024-04"
"""Thirty days."""
FIRST, LAST = date(2024, 4, 1), date(2024, 4, 30)
BEFORE, AFTER = date(2024, 3, 31), date(2024, 5, 1)
MIDDLE = date(2024, 4, 16)
"""From this day on there are as many days as before it."""
EARLY = date(2023, 1, 1)
AF, FK = "3", "4"
"""Agencies, by their ids."""


def _row(
    number: int,
    agency: str,
    person: str,
    first: date,
    last: date | None = None,
    percent: Fraction | int = 100,
    **more: Any,
) -> StaffRow:
    """A coach with one share, unless something else is said."""
    fields: Mapping[str, Any] = {
        "key": f"position:{number}",
        "position": str(number),
        "agency": agency,
        "staff_role": "coach",
        "person": person,
        "first_on": first,
        "last_on": last,
        "shares": (ShareFrom(first, Fraction(percent)),),
    }
    return StaffRow(**{**fields, **more})


def _leave(first: date, last: date | None, percent: int) -> LeaveDays:
    return LeaveDays(first, last, Fraction(percent))


_STAFF: Rows = {
    _row(1, AF, "Ann", EARLY, others=(OtherDays(FIRST, LAST, False),)): "all of the period",
    _row(
        2,
        AF,
        "Bo",
        EARLY,
        shares=(ShareFrom(EARLY, Fraction(100)), ShareFrom(MIDDLE, Fraction(80))),
    ): "the share changes in the middle",
    _row(3, FK, "Cia", EARLY, leaves=(_leave(MIDDLE, None, 50),)): "on leave from half of it",
    _row(4, "borrowed", "Dag", MIDDLE, date(2024, 5, 31), 50, stands_in_for="3"): "stands in",
    _row(5, "5", "", FIRST, percent=80): "vacant",
    _row(6, FK, "Eva", EARLY, BEFORE, 60): "ended the day before the period",
    _row(7, FK, "Eva", AFTER): "begins the day after the period",
    _row(
        8, "host", "Gry", LAST, percent=Fraction(125, 2), staff_role="leader"
    ): "begins on the last day",
    _row(
        9,
        "hired",
        "Ann",
        FIRST,
        LAST,
        20,
        staff_role="lecturer",
        others=(OtherDays(EARLY, None, True),),
    ): "another position of 1, on the first to the last day",
    _row(10, FK, "", FIRST, percent=50, stands_in_for="3"): "nobody found to stand in",
}
_HELD = "1 2 3 4 8 9"
_COME_AND_GO: Rows = {
    _row(1, AF, "Ann", BEFORE, BEFORE): "first and last day before the period",
    _row(2, AF, "Bo", FIRST, FIRST): "first and last day on the first day",
    _row(3, AF, "Cia", LAST, LAST): "first and last day on the last day",
    _row(4, AF, "Dag", AFTER, AFTER): "first and last day after the period",
    _row(
        5, AF, "Eva", EARLY, date(2024, 4, 15), others=(OtherDays(MIDDLE, None, False),)
    ): "goes on in 6 the day after",
    _row(
        6, FK, "Eva", MIDDLE, others=(OtherDays(EARLY, date(2024, 4, 15), True),)
    ): "came in 5, until the day before",
    _row(
        7, AF, "Finn", EARLY, date(2024, 4, 15), others=(OtherDays(date(2024, 4, 17), None, False),)
    ): "comes back in 8, with a day between",
    _row(
        8, AF, "Finn", date(2024, 4, 17), others=(OtherDays(EARLY, date(2024, 4, 15), True),)
    ): "back after a day",
    _row(
        9, AF, "Gry", FIRST, LAST, 50, others=(OtherDays(FIRST, LAST, False),)
    ): "two positions with the same days count once",
    _row(
        10, FK, "Gry", FIRST, LAST, 50, others=(OtherDays(FIRST, LAST, True),)
    ): "the other one of 9",
    _row(11, FK, "", FIRST, LAST): "vacant",
}
_AGENCIES: Rows = {
    AgencyRow("agency:1", "1", (Represented(EARLY, None),)): "somebody there, with no last day",
    AgencyRow("agency:2", "2", (Represented(EARLY, date(2024, 4, 29)),)): (
        "nobody from the last day of the period on"
    ),
    AgencyRow("agency:3", "3", (Represented(EARLY, BEFORE), Represented(LAST, LAST))): (
        "somebody again on the last day"
    ),
    AgencyRow("agency:4", "4", (Represented(AFTER, None),)): "somebody from the day after on",
    AgencyRow("agency:5", "5", ()): "never anybody",
}
_ENROLLED: tuple[Mapping[str, object], ...] = tuple(
    {"episode_id": str(number), "enrolled_on": EARLY} for number in range(7)
)


def _of(
    figure: str,
    about: str,
    counted: str | None,
    figures: str,
    rows: Rows = _STAFF,
    **more: Any,
) -> ResourceSpec:
    keys = None if counted is None else tuple(f"position:{each}" for each in counted.split())
    return ResourceSpec(figure, about, APRIL, {STAFF: rows}, figures, keys, **more)


STAFFING_SPECS: tuple[ResourceSpec, ...] = (
    _of(
        "full_time_equivalents",
        "the mean over the days of the period",
        _HELD,
        """
        full_time_equivalents = 3.12: 1 + 0.9 + 0.75 + 0.25 + 0.625 / 30 + 0.2
        full_time_equivalents.agency.3 = 1.90: 1 + (15 × 1 + 15 × 0.8) / 30
        full_time_equivalents.agency.4 = 0.75: (15 × 1 + 15 × 1 × 0.5) / 30
        full_time_equivalents.staff_role.leader = 0.02: 0.625 on one day of 30
        full_time_equivalents.position.4 = 0.25: 0.5 on 15 days of 30
        full_time_equivalents.agency.5 = 0.00: vacant
        full_time_equivalents@2022 = –: nobody yet, and not known to be nobody
        """,
    ),
    _of(
        "full_time_equivalents_at_end",
        "the last day of the period",
        _HELD,
        """
        full_time_equivalents_at_end = 3.63: 1 + 0.8 + 0.5 + 0.5 + 0.625 + 0.2, half a unit up
        full_time_equivalents_at_end.agency.4 = 0.50: half of 3 is on leave
        """,
    ),
    _of(
        "established_full_time_equivalents",
        "vacant ones too, leave not taken off, nobody who stands in",
        "1 2 3 5 8 9",
        "established_full_time_equivalents = 3.92: 1 + 0.9 + 1 + 0.8 + 0.625 / 30 + 0.2",
    ),
    _of(
        "vacant_full_time_equivalents",
        "vacant positions that stand in for nobody",
        "5",
        """
        vacant_full_time_equivalents = 0.80: 5
        vacant_full_time_equivalents.share = 20%: 0.8 of 3.92
        vacant_full_time_equivalents@2023 = 0.00: none then
        """,
    ),
    _of(
        "full_time_equivalents_on_leave",
        "whatever the leave is for",
        "3",
        "full_time_equivalents_on_leave = 0.25: half of 3 on 15 days of 30",
    ),
    _of(
        "staff_at_end",
        "people, not positions; on leave or not",
        "1 2 3 4 8",
        """
        staff_at_end = 5: Ann once, Bo, Cia, Dag, Gry
        staff_at_end.agency.hired = 0: Ann is counted by 1
        """,
    ),
    _of(
        "staff_joined",
        "the first day in the team, not in a position",
        "2 3 8 9",
        "staff_joined = 4: 2, 3, Finn who came back, and Gry once",
        _COME_AND_GO,
    ),
    _of(
        "staff_left",
        "the last day in the team, not in a position",
        "2 3 7 9",
        "staff_left = 4: 2, 3, Finn who came back later, and Gry once",
        _COME_AND_GO,
    ),
    _of(
        "vacancies_at_end",
        "that nobody has on the last day",
        "5",
        """
        vacancies_at_end = 1: 5; 10 is nobody found to stand in
        vacancies_at_end@2023 = 0: none then
        """,
    ),
    _of(
        "working_share",
        "of the last day, or of any day that is asked for",
        "1 2 3 4 5 8 9 10",
        """
        working_share.position.2 = 80%: from the 16th
        working_share.position.2@2024-04-15 = 100%: the day before
        working_share.position.3 = 100%: leave is not taken off
        working_share.position.8 = 62.5%: as many decimals as it has
        working_share.position.6 = 0%: not there any more
        """,
    ),
    _of(
        "leave_share",
        "of the position's time, on the last day",
        "3",
        """
        leave_share.position.3 = 50%: from the 16th
        leave_share.position.3@2024-04-15 = –: nobody is on leave that day
        """,
    ),
    ResourceSpec(
        "agencies_without_representative",
        "nobody there on the last day",
        APRIL,
        {TEAM_AGENCIES: _AGENCIES},
        """
        agencies_without_representative = 3: 2, 4 and 5
        agencies_without_representative.agency.3 = 0: somebody on the last day
        """,
        ("agency:2", "agency:4", "agency:5"),
    ),
    _of(
        "participants_per_full_time_equivalent",
        "both of the last day",
        None,
        "participants_per_full_time_equivalent = 1.9: 7 / 3.625",
        episodes=_ENROLLED,
    ),
    _of(
        "staff_role",
        "in the team's own words",
        None,
        "staff_at_end.staff_role.coach = 4: 1, 2, 3 and 4",
    ),
    _of("agency", "who lends or is represented", None, "staff_at_end.agency.3 = 2: 1 and 2"),
    _of("position", "a single one", None, "staff_at_end.position.2 = 1: Bo"),
)
