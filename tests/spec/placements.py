"""Work placements of three participants, day by day around a period's edges."""

from tests.spec.meetings import EPISODES
from tests.spec.table import EventTable, Spec, events_marked

HEAD = (
    "episode | employer_kind | purpose | starts_on | ended_on | tenths_at_start | tenths_at_end | "
    "ready_on | led_to"
)
_FROM_FIRST_TO_LAST = ("2024-01-01", "2024-12-31", "100", "200", "2023-12-22", "work")
_BEGUN_LAST = ("2024-12-31", "", "50", "", "2024-12-01", "")
_IN_SPRING = ("2024-05-01", "2024-06-30", "60", "60", "", "broken_off")
_TO_SUBSIDY = ("2024-02-01", "2024-03-31", "40", "175", "2024-01-12", "subsidised_work")
PLACEMENTS = {
    "1": ("a", "private", "hours", *_FROM_FIRST_TO_LAST, "from the first day to the last"),
    "2": (
        *("a", "municipal", "routine", "2023-12-31", "2024-01-01", "80", "", "", "studies"),
        "begun the day before, ended on the first day; the hours at the end are not known",
    ),
    "3": ("b", "cooperative", "employment", *_BEGUN_LAST, "begun on the last day"),
    "4": (
        *("b", "private", "exploring", "2023-06-01", "2025-01-01", "50", "90", "", "work"),
        "through the period, ended the day after",
    ),
    "5": (
        *("c", "private", "hours", "2023-01-01", "2023-12-31", "50", "90", "", "work"),
        "ended the day before",
    ),
    "6": ("c", "private", "hours", "2025-01-01", "", "50", "", "", "", "begun the day after"),
    "7": ("c", "non_profit", "clarifying", *_IN_SPRING, "broken off, ready since nobody knows"),
    "8": ("b", "private", "employment", *_TO_SUBSIDY, "led to employment with subsidy"),
}


def placements(counted: str | None = None) -> EventTable:
    """The placements with those marked that the figure counts, or without marks."""
    return events_marked("placements", HEAD, PLACEMENTS, counted)


PLACEMENT_SPECS = (
    Spec(
        "placements_at_start",
        "Begun before the period, and not over before its first day.",
        "2024",
        EPISODES,
        "placements_at_start = 2: 2, 4",
        events=placements("24"),
    ),
    Spec(
        "placements_started",
        "The first day decides.",
        "2024",
        EPISODES,
        """placements_started = 4: 1, 3, 7, 8
        placements_started.employer_kind.private = 2: 1, 8
        placements_started.employer_kind.private.share = 50%: 2 of 4
        placements_started.gender.man.purpose.employment = 2: 3, 8""",
        events=placements("1378"),
    ),
    Spec(
        "placements_ended",
        "The last day decides.",
        "2024",
        EPISODES,
        """placements_ended = 4: 1, 2, 7, 8
        placements_ended.purpose.routine = 1: 2
        placements_ended.led_to.broken_off = 1: 7""",
        events=placements("1278"),
    ),
    Spec(
        "placements_at_end",
        "At the start and started, less those ended: 2 + 4 − 4.",
        "2024",
        EPISODES,
        "placements_at_end = 2: 3, 4\nplacements_at_end@previous = 2: 2, 4",
        events=placements("34"),
    ),
    Spec(
        "in_placement",
        "On one day or more; who was in several is one.",
        "2024",
        EPISODES,
        """in_placement = 3: a, b, c
        in_placement.employer_kind.private = 2: a by 1, b by 4 and 8
        in_placement.gender.man = 1: b""",
        events=placements("123478"),
    ),
    Spec(
        "placements_to_work",
        "With or without subsidy.",
        "2024",
        EPISODES,
        """placements_to_work = 2: 1, 8
        placements_to_work.led_to.subsidised_work = 1: 8
        placements_to_work.share = 50%: 2 of 4""",
        events=placements("18"),
    ),
    Spec(
        "placement_work_rate",
        "Of all that ended, those broken off among them.",
        "2024",
        EPISODES,
        """placement_work_rate = 50%: 1, 8 of 1, 2, 7, 8
        placement_work_rate.employer_kind.private = 100%: 1, 8""",
        events=placements(),
    ),
    Spec(
        "placement_hours_at_start",
        "Over those of which both ends are known, in hours.",
        "2024",
        EPISODES,
        """placement_hours_at_start = 6.7: 10, 6 and 4
        placement_hours_at_start.median = 6.0: 4, 6, 10
        placement_hours_at_start.n = 3: 1, 7, 8""",
        events=placements(),
    ),
    Spec(
        "placement_hours_at_end",
        "Over the same ones.",
        "2024",
        EPISODES,
        """placement_hours_at_end = 14.5: 20, 6 and 17.5
        placement_hours_at_end.n = 3: 1, 7, 8
        placement_hours_at_end.employer_kind.private = 18.8: 20 and 17.5""",
        events=placements(),
    ),
    Spec(
        "days_from_ready_to_placement",
        "Over those started for which the day is known.",
        "2024",
        EPISODES,
        """days_from_ready_to_placement = 20: 10, 30 and 20
        days_from_ready_to_placement.median = 20: 10, 20, 30
        days_from_ready_to_placement.n = 3: 1, 3, 8""",
        events=placements(),
    ),
    Spec(
        "employer_kind",
        "The kinds of employers add up to all.",
        "2024",
        EPISODES,
        """placements_started.employer_kind.private = 2: 1, 8
        placements_started.employer_kind.cooperative = 1: 3
        placements_started.employer_kind.non_profit = 1: 7""",
        events=placements(),
    ),
    Spec(
        "purpose",
        "A placement has one purpose.",
        "2024",
        EPISODES,
        """placements_started.purpose.hours = 1: 1
        placements_started.purpose.employment = 2: 3, 8
        placements_started.purpose.clarifying = 1: 7""",
        events=placements(),
    ),
    Spec(
        "led_to",
        "Of those that ended in the period.",
        "2024",
        EPISODES,
        """placements_ended.led_to.work = 1: 1
        placements_ended.led_to.subsidised_work = 1: 8
        placements_ended.led_to.studies = 1: 2
        placements_ended.led_to.broken_off = 1: 7""",
        events=placements(),
    ),
)
