"""Budgets around a day: what is entered, expected, allocated, granted, and whose money is left."""

from samspel.figures.budget import ENTRIES, GRANTS, LINES
from samspel.figures.budget_rows import WHOLE
from tests.spec.budget_records import BY_LINE, BY_TOTAL, FUNDERS, PEOPLE, POSTED
from tests.spec.resource_table import ResourceSpec, Rows

LINE_KEYS = ("budget_line:1", "budget_line:2")


def _lines(
    figure: str, about: str, figures: str, counted: tuple[str, ...], rows: Rows = BY_LINE
) -> ResourceSpec:
    return ResourceSpec(figure, about, "2024H1", {LINES: rows}, figures, counted)


def _entries(figure: str, about: str, figures: str, counted: tuple[str, ...]) -> ResourceSpec:
    return ResourceSpec(figure, about, "2024H1", {ENTRIES: POSTED}, figures, counted)


def _grants(figure: str, about: str, figures: str, counted: tuple[str, ...]) -> ResourceSpec:
    return ResourceSpec(figure, about, "2024", {GRANTS: FUNDERS}, figures, counted)


BUDGET_SPECS = (
    _lines(
        "budget_applied",
        "Of the budget that runs on the last day",
        """
            budget_applied = 170,000: 150,000 and 20,000
            budget_applied.budget_line.1 = 150,000: the line's own
            budget_applied@2023 = 1: the budget before
            budget_applied@2025 = –: no budget runs then
        """,
        LINE_KEYS,
    ),
    _lines(
        "budget_allocated",
        "By line",
        """
            budget_allocated = 120,000: one line was allocated, and the funders' total is not added
            budget_allocated.budget_line.2 = 0: nothing, beside a line that was
            budget_allocated@2023 = 1: the budget before
        """,
        ("budget_line:1",),
    ),
    _lines(
        "budget_allocated",
        "Only the total is known",
        "budget_allocated = 130,000: what the funders granted",
        ("budget:1",),
        BY_TOTAL,
    ),
    _lines(
        "budget_over_grants",
        "Where the lines and the funders differ",
        """
            budget_over_grants = −10,000: 120,000 less 130,000
            budget_over_grants@2023 = –: no funder gave money, so there is nothing to compare
        """,
        ("budget_line:1", "budget:1"),
    ),
    _lines(
        "budget_forecast",
        "As known on the last day",
        """
            budget_forecast = 122,000: 60,000 until June and 50,000 from July; 12,000 and no more
            budget_forecast.budget_line.1 = 110,000: of two from July, the one made last
            budget_forecast.budget_line.2 = 12,000: what it has cost, as it has no forecast
            budget_forecast@2024-01..2024-05 = –: no forecast covers 1 June
            budget_forecast@2024-01..2024-09 = 77,002: 65,000.50 and 1; 12,000
            budget_forecast@2024 = 75,001: it has ended: 65,000.50 and 10,000
            budget_forecast@2023 = –: ended, and nothing was entered
        """,
        LINE_KEYS,
    ),
    _lines(
        "budget_second_half",
        "The forecast without the first half",
        """
            budget_second_half = 50,000: 110,000 less 60,000; 12,000 less 12,000
            budget_second_half@2024 = 3,001: 5,000.50 and −2,000
            budget_second_half@2023 = –: a budget of one half-year has no second
        """,
        LINE_KEYS,
    ),
    _lines(
        "budget_remaining",
        "Allocated less actual",
        """
            budget_remaining = 48,000: 60,000 of 120,000, and 12,000 of nothing
            budget_remaining.budget_line.2 = −12,000: spent and not allocated
            budget_remaining@2024-01-01..2024-01-30 = –: nothing is entered yet
        """,
        LINE_KEYS,
    ),
    _lines(
        "budget_remaining",
        "Only the total is known",
        "budget_remaining = 58,000: 130,000 less 72,000",
        ("budget:1",),
        BY_TOTAL,
    ),
    _lines(
        "budget_against_applied",
        "Applied for less forecast",
        """
            budget_against_applied = 48,000: 40,000 and 8,000
            budget_against_applied.budget_line.1 = 40,000: 150,000 less 110,000
        """,
        LINE_KEYS,
    ),
    _lines(
        "budget_against_allocated",
        "Allocated less forecast",
        """
            budget_against_allocated = −2,000: 10,000 and −12,000
            budget_against_allocated.budget_line.1 = 10,000: 120,000 less 110,000
        """,
        LINE_KEYS,
    ),
    _lines(
        "budget_against_allocated",
        "Only the total is known",
        "budget_against_allocated = 8,000: 130,000 less 122,000",
        ("budget:1",),
        BY_TOTAL,
    ),
    _lines(
        "budget_in_fixed_prices",
        "In the prices of the latest index",
        """
            budget_in_fixed_prices = 132,000: 120,000 when prices have risen by a tenth
            budget_in_fixed_prices@2023 = –: no index for 2023
        """,
        ("budget_line:1",),
    ),
    _entries(
        "budget_actual",
        "Up to and with the last day",
        """
            budget_actual = 60,000: the two until 30 June
            budget_actual@2024 = 63,001: 65,000.50 less the credit of 2,000
            budget_actual.budget_line.2 = 0: nothing yet, beside a line with something
            budget_actual@2023 = 9: the budget before
        """,
        ("budget_entry:1", "budget_entry:2"),
    ),
    _entries(
        "budget_first_half",
        "Its first six months",
        """
            budget_first_half = 60,000: the two until 30 June
            budget_first_half@2024 = 60,000: the same when the year has ended
            budget_first_half@2023 = 9: a budget of six months is all first half
        """,
        ("budget_entry:1", "budget_entry:2"),
    ),
    _entries(
        "costs",
        "Dated within the period",
        """
            costs = 60,000: January and 30 June
            costs@2024H2 = 3,001: 5,000.50 less 2,000
            costs@2023-07..2024-06 = 60,009: of two budgets
            costs@2022 = –: nothing is entered
        """,
        ("budget_entry:1", "budget_entry:2"),
    ),
    _grants(
        "budget_granted",
        "What the funders gave",
        """
            budget_granted = 74,000: 70,000 and 4,000
            budget_granted.funder.8 = 4,000: the municipality's
        """,
        ("grant:1", "grant:2"),
    ),
    _grants(
        "funds_used",
        "In their turn",
        """
            funds_used = 74,000: all, of 75,000.50
            funds_used@2024-01..2024-06 = 72,000: all of the first, and 2,000 of the second
            funds_used.funder.8@2024-01..2024-06 = 2,000: 72,000 less 70,000
            funds_used.funder.8@2024-01..2024-05 = 0: 52,000 are of the first
            funds_used@2024-01-01..2024-01-30 = –: nothing is entered yet
        """,
        ("grant:1", "grant:2"),
    ),
    _grants(
        "funds_left",
        "Of whose money",
        """
            funds_left = 0: all is used
            funds_left.funder.7@2024-01..2024-05 = 18,000: 70,000 less 52,000
            funds_left.funder.8@2024-01..2024-06 = 2,000: 4,000 less 2,000
        """,
        ("grant:1", "grant:2"),
    ),
    _grants(
        "funds_overdrawn",
        "More than all there is",
        """
            funds_overdrawn = 1,001: 75,000.50 less 74,000
            funds_overdrawn@2024-01..2024-06 = –: the money is enough
        """,
        ("grant:2",),
    ),
    ResourceSpec(
        "budget_line",
        "What is said of the whole budget has no line",
        "2024H1",
        {LINES: BY_TOTAL},
        f"""
            budget_allocated.budget_line.{WHOLE} = 130,000: what the funders granted
            budget_applied.budget_line.1 = 150,000: the line's own
        """,
    ),
    ResourceSpec(
        "funder",
        "By whose money it is",
        "2024",
        {GRANTS: FUNDERS},
        """
            budget_granted.funder.7 = 70,000: the association's
            budget_granted.funder.7.share = 95%: 70,000 of 74,000
        """,
    ),
    ResourceSpec(
        "cost_per_participant",
        "Costs divided by those worked with",
        "2024H1",
        {ENTRIES: POSTED},
        """
            cost_per_participant = 30,000: 60,000 of two people
            cost_per_participant.budget_line.2 = 0: the second line has no costs yet
            cost_per_participant@2022 = –: no costs, and nobody
        """,
        episodes=PEOPLE,
    ),
    ResourceSpec(
        "cost_per_result",
        "Costs divided by those closed to result",
        "2024H1",
        {ENTRIES: POSTED},
        """
            cost_per_result = 60,000: 60,000 and one closed to result
            cost_per_result@2024H2 = –: nobody was closed to result
        """,
        episodes=PEOPLE,
    ),
)
