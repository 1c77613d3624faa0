"""Planning days, suggestions and ideas, around a period's edges."""

from tests.spec.meetings import EPISODES
from tests.spec.table import EventTable, Spec, events_marked

PLANNING_DAYS = {
    "1": ("2024-01-01", "the first day"),
    "2": ("2024-12-31", "the last day"),
    "3": ("2025-01-01", "the day after"),
}
SUGGESTIONS = {
    "1": ("2024-01-01", "2024-02-01", "the first day, answered"),
    "2": ("2024-12-31", "2024-12-31", "the last day, answered at once"),
    "3": ("2024-12-30", "2025-01-01", "answered after the period"),
    "4": ("2024-05-01", "", "not answered"),
    "5": ("2023-12-31", "2024-01-05", "the day before"),
}
IDEAS = {
    "1": ("2023-12-31", "2024-01-01", "had before, a group since the first day"),
    "2": ("2024-01-01", "2024-12-31", "had on the first day, a group since the last"),
    "3": ("2024-12-31", "2025-01-01", "a group since the day after"),
    "4": ("2024-05-01", "", "no group"),
}


def suggestions(counted: str | None = None) -> EventTable:
    """The suggestions with those marked that the figure counts, or without marks."""
    return events_marked("suggestions", "on | answered_on", SUGGESTIONS, counted)


def ideas(counted: str) -> EventTable:
    """The ideas with those marked that the figure counts."""
    return events_marked("ideas", "on | became_group_on", IDEAS, counted)


IDEA_SPECS = (
    Spec(
        "planning_days_held",
        "The day decides.",
        "2024",
        EPISODES,
        "planning_days_held = 2: 1, 2",
        events=events_marked("planning_days", "on", PLANNING_DAYS, "12"),
    ),
    Spec(
        "suggestions_received",
        "The day on which it was put in the box decides.",
        "2024",
        EPISODES,
        "suggestions_received = 4: 1 to 4\nsuggestions_received@previous = 1: 5",
        events=suggestions("1234"),
    ),
    Spec(
        "suggestions_answered",
        "Answered by the last day of the period.",
        "2024",
        EPISODES,
        "suggestions_answered = 2: 1, 2\nsuggestions_answered.share = 50%: 2 of 4",
        events=suggestions("12"),
    ),
    Spec(
        "suggestion_answer_rate",
        "Of those received.",
        "2024",
        EPISODES,
        "suggestion_answer_rate = 50%: 1, 2 of 1 to 4",
        events=suggestions(),
    ),
    Spec(
        "ideas_received",
        "The day on which somebody had it decides.",
        "2024",
        EPISODES,
        "ideas_received = 3: 2, 3, 4",
        events=ideas("234"),
    ),
    Spec(
        "ideas_that_became_groups",
        "The day on which it became a group decides.",
        "2024",
        EPISODES,
        "ideas_that_became_groups = 2: 1, 2",
        events=ideas("12"),
    ),
)
