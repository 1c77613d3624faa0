"""Follow-ups and attendance: the events of three episodes, day by day around a period's edges."""

from tests.spec.table import EventTable, Spec, events_marked

EPISODES = """\
episode | gender | enrolled_on | closed_on | why
a | woman | 2023-10-01 | | enrolled all the year
b | man | 2024-01-31 | 2024-12-31 | closed on the last day
c | woman | 2024-03-01 | | nothing is recorded of c
"""

FOLLOW_UPS_HEAD = "episode | due_on | held_on | left_out"
FOLLOW_UPS = {
    "1": ("a", "2024-01-01", "2023-12-15", "", "due on the first day, held before the period"),
    "2": ("a", "2024-04-01", "2024-04-01", "", "held on its day"),
    "3": ("a", "2024-07-01", "", "yes", "left out"),
    "4": ("a", "2024-10-01", "2025-01-01", "", "held the day after the period"),
    "5": ("b", "2024-04-30", "2024-12-31", "", "held on the last day, long after it was due"),
    "6": ("b", "2024-07-31", "", "", "neither held nor left out"),
    "7": ("c", "2024-12-31", "2024-12-01", "", "due on the last day, held before it was due"),
    "8": ("a", "2023-12-31", "2024-01-01", "", "due the day before, held on the first day"),
    "9": ("a", "2025-01-01", "2024-12-30", "", "due the day after, held in the period"),
}

ATTENDANCES_HEAD = "episode | on | session_id | presence"
ATTENDANCES = {
    "1": ("a", "2024-01-01", "–", "present", "the first day"),
    "2": ("a", "2024-12-31", "–", "present", "the last day"),
    "3": ("a", "2024-12-31", "s1", "digital", "the last day again"),
    "4": ("b", "2024-12-31", "s1", "present", "another person on the same day"),
    "5": ("b", "2023-12-31", "–", "present", "the day before"),
    "6": ("c", "2025-01-01", "–", "present", "the day after"),
    "7": ("c", "2024-12-31", "s1", "excused", "did not come"),
}


def follow_ups(counted: str | None = None) -> EventTable:
    """The follow-ups with those marked that the figure counts, or without marks."""
    return events_marked("follow_ups", FOLLOW_UPS_HEAD, FOLLOW_UPS, counted)


def attendances(counted: str | None = None) -> EventTable:
    """The attendances with those marked that the figure counts, or without marks."""
    return events_marked("attendances", ATTENDANCES_HEAD, ATTENDANCES, counted)


MEETINGS = (
    Spec(
        "follow_ups_due",
        "The day on which it was due decides, whatever came of it.",
        "2024",
        EPISODES,
        """follow_ups_due = 7: 1 to 7
        follow_ups_due.gender.woman = 5: four of a and one of c
        follow_ups_due.gender.woman.share = 71%: 5 of 7""",
        events=follow_ups("1234567"),
    ),
    Spec(
        "follow_ups_due_held",
        "Held by the last day, early or late; held the day after is not held yet.",
        "2024",
        EPISODES,
        "follow_ups_due_held = 4: 1, 2, 5, 7\nfollow_ups_due_held.share = 57%: 4 of 7",
        events=follow_ups("1257"),
    ),
    Spec(
        "follow_ups_left_out",
        "Left out for a reason is not the same as not held.",
        "2024",
        EPISODES,
        "follow_ups_left_out = 1: 3\nfollow_ups_left_out.share = 14%: 1 of 7",
        events=follow_ups("3"),
    ),
    Spec(
        "follow_ups_held",
        "The day of the meeting decides, whenever it was due.",
        "2024",
        EPISODES,
        "follow_ups_held = 5: 2, 5, 7, 8, 9\nfollow_ups_held@previous = 1: 1",
        events=follow_ups("25789"),
    ),
    Spec(
        "follow_up_rate",
        "Of those due in the period, those left out among them.",
        "2024",
        EPISODES,
        """follow_up_rate = 57%: 1, 2, 5, 7 of 1 to 7
        follow_up_rate.gender.man = 50%: 5 of 5 and 6
        follow_up_rate.n = 7: 1 to 7""",
        events=follow_ups(),
    ),
    Spec(
        "follow_up_rate",
        "Nothing was due.",
        "2022",
        EPISODES,
        "follow_up_rate = –: 0 of 0",
        events=follow_ups(),
    ),
    Spec(
        "attendance_days",
        "One for each person and day, however often the person came that day.",
        "2024",
        EPISODES,
        "attendance_days = 3: 1, 2 and 3 on one day, 4\nattendance_days.gender.woman = 2: a",
        events=attendances("124"),
    ),
    Spec(
        "came",
        "Somebody who came on one day came.",
        "2024",
        """episode | gender | enrolled_on | closed_on | counted | why
        a | woman | 2023-10-01 | | yes | came on the first day and on the last
        b | man | 2024-01-31 | 2024-12-31 | yes | came on the last day
        c | woman | 2024-03-01 | | no | came the day after""",
        "came = 2: a, b",
        events=attendances(),
    ),
)
