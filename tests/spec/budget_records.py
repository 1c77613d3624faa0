"""Records of budgets to specify figures by: lines, grants and entries around a half-year's end."""

from datetime import date
from fractions import Fraction

from samspel.figures.budget_rows import (
    WHOLE,
    EntryRow,
    Expected,
    GrantRow,
    Known,
    LineRow,
    Posted,
)
from tests.spec.resource_table import Rows

START, END = date(2024, 1, 1), date(2024, 12, 31)
HALF, JULY = date(2024, 6, 30), date(2024, 7, 1)
YEAR = (START, END)
KNOWN = Known(True, True, True, date(2024, 1, 31), JULY)
PAY = (Posted(date(2024, 1, 31), 40_000_00), Posted(HALF, 20_000_00), Posted(JULY, 5_000_50))
RENT = (Posted(date(2024, 3, 1), 12_000_00), Posted(END, -2_000_00))
AHEAD = (Expected(JULY, 70_000_00), Expected(JULY, 50_000_00), Expected(date(2024, 10, 1), 1_00))
STAFF = LineRow(
    "budget_line:1", "1", *YEAR, KNOWN, 150_000_00, 120_000_00, PAY, AHEAD, None, Fraction(11, 10)
)
PREMISES = LineRow(
    "budget_line:2", "2", *YEAR, KNOWN, 20_000_00, None, RENT, (), None, Fraction(11, 10)
)
ALL = LineRow("budget:1", WHOLE, *YEAR, KNOWN, granted_ore=130_000_00, lines=(STAFF, PREMISES))
BEFORE = LineRow(
    "budget_line:9", "9", date(2023, 7, 1), date(2023, 12, 31), Known(True, True), 1_00, 1_00
)
BY_LINE: Rows = {
    STAFF: "two forecasts from July, the later made holds; a third from October",
    PREMISES: "allocated nothing; no forecast of its own",
    ALL: "what is granted to all of it",
    BEFORE: "the budget ended the day before the year",
}
BARE = Known(True, False, True, date(2024, 1, 31), JULY)
_PLAIN_STAFF = STAFF._replace(known=BARE, allocated_ore=None)
_PLAIN_PREMISES = PREMISES._replace(known=BARE)
_PLAIN_ALL = ALL._replace(known=BARE, lines=(_PLAIN_STAFF, _PLAIN_PREMISES))
BY_TOTAL: Rows = {
    _PLAIN_STAFF: "no line has an amount of its own",
    _PLAIN_PREMISES: "nor this one",
    _PLAIN_ALL: "130,000 granted to all of it",
}
SPENT = tuple(sorted((*PAY, *RENT)))
ASSOCIATION = GrantRow("grant:1", "7", *YEAR, 70_000_00, 0, False, SPENT)
MUNICIPALITY = GrantRow("grant:2", "8", *YEAR, 4_000_00, 70_000_00, True, SPENT)
FUNDERS: Rows = {ASSOCIATION: "is used first", MUNICIPALITY: "is used when that is gone"}
POSTED: Rows = {
    EntryRow("budget_entry:1", "1", *YEAR, date(2024, 1, 31), 40_000_00): "in the first half",
    EntryRow("budget_entry:2", "1", *YEAR, HALF, 20_000_00): "on the first half's last day",
    EntryRow("budget_entry:3", "1", *YEAR, JULY, 5_000_50): "the day after; 50 öre",
    EntryRow("budget_entry:4", "2", *YEAR, END, -2_000_00): "a credit on the last day",
    EntryRow(
        "budget_entry:5", "9", date(2023, 7, 1), date(2023, 12, 31), date(2023, 12, 31), 9_00
    ): "in the budget before",
}
PEOPLE = (
    {"episode_id": "a", "enrolled_on": date(2024, 1, 10), "closed_on": HALF, "outcome": "work"},
    {"episode_id": "b", "enrolled_on": date(2024, 2, 10)},
)
