"""The budget: applied for, allocated, actual, forecast and remaining, and what a person costs."""

from samspel.figures import budget_amounts as amounts
from samspel.figures.definition import KRONOR, RatioFigure, ResourceFigure
from samspel.figures.words import noop

LINES, GRANTS, ENTRIES = "budget_lines", "budget_grants", "budget_entries"
"""The frames: the lines with their budgets' wholes, the funders' grants, and the entries."""


def _sum(frame: str, key: str, title: str, text: str, adds: amounts.Adds) -> ResourceFigure:
    """A sum of money; of nothing on record there is no sum."""
    return ResourceFigure(
        key=key,
        title=title,
        text=text,
        unit=KRONOR,
        frame=frame,
        adds=adds,
        dimensions=("funder" if frame == GRANTS else "budget_line",),
        none_is_zero=False,
    )


_OF_LINES = (
    _sum(
        LINES,
        "budget_applied",
        noop("Applied for"),
        noop("What the team applied for, in the budget that runs on the period's last day."),
        amounts.applied,
    ),
    _sum(
        LINES,
        "budget_allocated",
        noop("Allocated"),
        noop(
            "What the lines of the budget that runs on the period's last day were allocated; "
            "where no line has an amount of its own, what its funders granted."
        ),
        amounts.allocated,
    ),
    _sum(
        LINES,
        "budget_over_grants",
        noop("Allocated beyond what is granted"),
        noop(
            "What the lines were allocated less what the funders granted, where both are known; "
            "negative where more is granted than the lines hold."
        ),
        amounts.over_grants,
    ),
    _sum(
        LINES,
        "budget_forecast",
        noop("Forecast"),
        noop(
            "What the whole budget is expected to cost, as was known on the period's last day: "
            "what was entered before the latest forecast begins, and that forecast. When the "
            "budget has ended it is the actual. A line without a forecast, beside others that "
            "have one, is expected to cost no more than it has."
        ),
        amounts.expected,
    ),
    _sum(
        LINES,
        "budget_second_half",
        noop("Second half-year, forecast"),
        noop(
            "What is left of the forecast when the actual of the budget's first six months is "
            "taken away; when the budget has ended, the actual of what follows them."
        ),
        amounts.second_half,
    ),
    _sum(
        LINES,
        "budget_remaining",
        noop("Remaining"),
        noop("Allocated less actual; negative where more is spent than was allocated."),
        amounts.remaining,
    ),
    _sum(
        LINES,
        "budget_against_applied",
        noop("Difference against applied for"),
        noop("Applied for less forecast; negative where more is expected than applied for."),
        amounts.against_applied,
    ),
    _sum(
        LINES,
        "budget_against_allocated",
        noop("Difference against allocated"),
        noop("Allocated less forecast; negative where more is expected than was allocated."),
        amounts.against_allocated,
    ),
    _sum(
        LINES,
        "budget_in_fixed_prices",
        noop("Allocated, in fixed prices"),
        noop(
            "Allocated, in the prices of the latest year for which the team has entered an index, "
            "by the index of the year in which the budget begins."
        ),
        amounts.in_fixed_prices,
    ),
)
_OF_ENTRIES = (
    _sum(
        ENTRIES,
        "budget_actual",
        noop("Actual"),
        noop(
            "What is entered in the budget that runs on the period's last day, up to and with "
            "that day: costs less credits."
        ),
        amounts.spent,
    ),
    _sum(
        ENTRIES,
        "budget_first_half",
        noop("First half-year, actual"),
        noop("The actual of the budget's first six months, as far as they have gone."),
        amounts.first_half,
    ),
    _sum(
        ENTRIES,
        "costs",
        noop("Costs of the period"),
        noop("What is entered with a date within the period, costs less credits, of any budget."),
        amounts.cost,
    ),
)
_OF_GRANTS = (
    _sum(
        GRANTS,
        "budget_granted",
        noop("Granted"),
        noop("What the funders granted to the budget that runs on the period's last day."),
        amounts.granted,
    ),
    _sum(
        GRANTS,
        "funds_used",
        noop("Funds used"),
        noop("How much of the granted money the actual has used; it is used in its turn."),
        amounts.funds_used,
    ),
    _sum(
        GRANTS,
        "funds_left",
        noop("Funds left"),
        noop("How much of the granted money the actual has left; it is used in its turn."),
        amounts.funds_left,
    ),
    _sum(
        GRANTS,
        "funds_overdrawn",
        noop("Overdrawn"),
        noop("How much more than all the granted money the actual is."),
        amounts.overdrawn,
    ),
)

BUDGET_FIGURES: tuple[ResourceFigure, ...] = (*_OF_LINES, *_OF_ENTRIES, *_OF_GRANTS)
BUDGET_RATIOS: tuple[RatioFigure, ...] = (
    RatioFigure(
        key="cost_per_participant",
        title=noop("Cost per participant"),
        text=noop("The costs of the period divided by the number of participants worked with."),
        unit=KRONOR,
        part="costs",
        whole="worked_with",
    ),
    RatioFigure(
        key="cost_per_result",
        title=noop("Cost per closing to result"),
        text=noop("The costs of the period divided by the number closed to result in it."),
        unit=KRONOR,
        part="costs",
        whole="closed_to_result",
    ),
)
