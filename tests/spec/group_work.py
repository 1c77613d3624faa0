"""Groups: sessions and who was at them, day by day around a period's edges."""

from tests.spec.meetings import EPISODES
from tests.spec.table import EventTable, Spec, events_marked

SESSIONS_HEAD = "on | kind | group | cancelled"
SESSIONS = {
    "1": ("2024-01-01", "forest", "g1", "", "the first day"),
    "2": ("2024-12-31", "forest", "g1", "", "the last day"),
    "3": ("2024-06-03", "open", "", "", "a single activity"),
    "4": ("2024-06-10", "forest", "g1", "yes", "cancelled"),
    "5": ("2023-12-31", "open", "g2", "", "the day before"),
    "6": ("2025-01-01", "open", "g2", "", "the day after"),
    "7": ("2024-06-17", "open", "g2", "", "another kind of group"),
}

AT_SESSIONS_HEAD = "episode | on | kind | session_id | group | presence"
AT_SESSIONS = {
    "1": ("a", "2024-01-01", "forest", "s1", "g1", "present", "the first day"),
    "2": ("a", "2024-12-31", "forest", "s2", "g1", "digital", "the last day, digitally"),
    "3": ("b", "2024-01-01", "forest", "s1", "g1", "excused", "could not come"),
    "4": ("b", "2024-12-31", "forest", "s2", "g1", "absent", "did not come"),
    "5": ("b", "2024-06-03", "open", "s3", "", "present", "a single activity"),
    "6": ("a", "2024-06-03", "open", "s3", "", "present", "the same activity"),
    "7": ("c", "2024-06-05", "day", "–", "", "present", "a day without a session"),
    "8": ("c", "2023-12-31", "open", "s5", "g2", "present", "the day before"),
    "9": ("c", "2025-01-01", "open", "s6", "g2", "present", "the day after"),
}


def sessions(counted: str | None = None) -> EventTable:
    """The sessions with those marked that the figure counts, or without marks."""
    return events_marked("sessions", SESSIONS_HEAD, SESSIONS, counted)


def at_sessions(counted: str | None = None) -> EventTable:
    """Attendance at sessions, with those marked that the figure counts, or without marks."""
    return events_marked("attendances", AT_SESSIONS_HEAD, AT_SESSIONS, counted)


WEEKS_HEAD = "episode | on | session_id | presence"
WEEKS = events_marked(
    "attendances",
    WEEKS_HEAD,
    {
        "1": ("a", "2024-01-01", "–", "present", "Monday of week 1"),
        "2": ("a", "2024-01-09", "s1", "present", "week 2, to a session"),
        "3": ("a", "2024-01-21", "–", "present", "Sunday of week 3"),
        "4": ("a", "2024-01-22", "s2", "digital", "week 4, digitally"),
        "5": ("b", "2024-01-04", "–", "present", "week 1, of which b missed two days"),
        "6": ("b", "2024-01-10", "–", "present", "week 2"),
        "7": ("b", "2024-01-16", "–", "present", "week 3"),
        "8": ("b", "2024-01-23", "s3", "excused", "week 4: did not come"),
        "9": ("c", "2024-01-07", "–", "present", "week 1"),
        "10": ("c", "2024-01-14", "–", "present", "week 2"),
        "11": ("c", "2024-01-15", "–", "present", "the day of the closing"),
        "12": ("d", "2024-01-24", "–", "present", "week 4, in which d began"),
    },
    None,
)
FOUR_WEEKS = "2024-01-01..2024-01-28"
STAYS = {
    "a": "woman | 2023-10-01 |",
    "b": "man | 2024-01-03 |",
    "c": "woman | 2023-10-01 | 2024-01-15",
    "d": "man | 2024-01-23 |",
}
WHY = {
    "a": "four weeks, and came in all of them",
    "b": "three weeks from the first Monday on, and came in two",
    "c": "two weeks before the closing, and came in both",
    "d": "no whole week",
}


def weeks(counted: str | None = None) -> str:
    """The stays, with those marked that the figure counts, or without marks."""
    mark = "" if counted is None else " counted |"
    lines = [f"episode | gender | enrolled_on | closed_on |{mark} why"]
    for episode, stay in STAYS.items():
        told = "" if counted is None else f" {'yes' if episode in counted else 'no'} |"
        lines.append(f"{episode} | {stay} |{told} {WHY[episode]}")
    return "\n".join(lines)


FIRST = """\
episode | gender | enrolled_on | counted | why
a | woman | 2024-03-01 | yes | came on the day of the enrolment
b | man | 2024-03-01 | yes | came after ten days; what was before the enrolment is another thing
c | woman | 2024-12-01 | no | has not come by the last day
d | man | 2023-12-01 | no | was enrolled before the period
e | woman | 2024-05-01 | yes | was excused first, and came after five days
"""
FIRST_DAYS = events_marked(
    "attendances",
    WEEKS_HEAD,
    {
        "1": ("a", "2024-03-01", "–", "present", "the day of the enrolment"),
        "2": ("b", "2024-02-01", "–", "present", "before the enrolment"),
        "3": ("b", "2024-03-11", "s1", "digital", "ten days after"),
        "4": ("b", "2024-03-12", "–", "present", "the next day"),
        "5": ("c", "2025-01-02", "–", "present", "after the period"),
        "6": ("d", "2024-01-05", "–", "present", "enrolled in another period"),
        "7": ("e", "2024-05-02", "s2", "excused", "did not come"),
        "8": ("e", "2024-05-06", "s3", "present", "five days after"),
    },
    None,
)

GROUP_WORK = (
    Spec(
        "group_sessions_held",
        "Held unless it was cancelled; a single activity is a session too.",
        "2024",
        EPISODES,
        """group_sessions_held = 4: 1, 2, 3, 7
        group_sessions_held.group_kind.forest = 2: 1, 2
        group_sessions_held.group_kind.forest.share = 50%: 2 of 4
        group_sessions_held@previous = 1: 5""",
        events=sessions("1237"),
    ),
    Spec(
        "groups_led",
        "A group that met once or more; a single activity is no group.",
        "2024",
        EPISODES,
        "groups_led = 2: g1, g2\ngroups_led.group_kind.open = 1: g2",
        events=sessions("127"),
    ),
    Spec(
        "sessions_cancelled",
        "Cancelled, on a day of the period.",
        "2024",
        EPISODES,
        "sessions_cancelled = 1: 4\nsessions_cancelled.group_kind.open = 0: none",
        events=sessions("4"),
    ),
    Spec(
        "attendances_recorded",
        "Whatever was recorded at a session, on both edges of the period.",
        "2024",
        EPISODES,
        "attendances_recorded = 6: 1 to 6\nattendances_recorded.gender.man = 3: those of b",
        events=at_sessions("123456"),
    ),
    Spec(
        "attendances",
        "There or digitally; not excused, not absent, not a day without a session.",
        "2024",
        EPISODES,
        """attendances = 4: 1, 2, 5, 6
        attendances.share = 67%: 4 of 6
        attendances.group_kind.forest = 2: 1, 2
        attendances.gender.woman.group_kind.open = 1: 6""",
        events=at_sessions("1256"),
    ),
    Spec(
        "reached_by_groups",
        "Somebody who came to one session was reached; once in all, and once in each group.",
        "2024",
        EPISODES,
        """reached_by_groups = 2: a, b
        reached_by_groups.group_kind.forest = 1: a
        reached_by_groups.group_kind.open = 2: a, b
        reached_by_groups.group.g1.gender.woman = 1: a""",
        events=at_sessions("1256"),
    ),
    Spec(
        "attendance_rate",
        "Of what was recorded at sessions, in all and of one kind of group.",
        "2024",
        EPISODES,
        """attendance_rate = 67%: 4 of 6
        attendance_rate.n = 6: 1 to 6
        attendance_rate.group_kind.forest = 50%: 1, 2 of 1 to 4
        attendance_rate.gender.man = 33%: 5 of 3, 4, 5""",
        events=at_sessions(),
    ),
    Spec(
        "attendance_rate",
        "Nothing was recorded.",
        "2022",
        EPISODES,
        "attendance_rate = –: 0 of 0",
        events=at_sessions(),
    ),
    Spec(
        "enrolled_a_whole_week",
        "From Monday to Sunday within the period and the stay; the closing is after its last day.",
        FOUR_WEEKS,
        weeks("abc"),
        "enrolled_a_whole_week = 3: a, b, c",
        events=WEEKS,
    ),
    Spec(
        "came_every_week",
        "In every whole week on one day or more.",
        FOUR_WEEKS,
        weeks("ac"),
        "came_every_week = 2: a, c\ncame_every_week.share = 67%: 2 of 3",
        events=WEEKS,
    ),
    Spec(
        "weeks_enrolled",
        "Added up over all.",
        FOUR_WEEKS,
        weeks("abc"),
        "weeks_enrolled = 9: 4 of a, 3 of b, 2 of c\nweeks_enrolled.gender.woman = 6: a, c",
        events=WEEKS,
    ),
    Spec(
        "weeks_attended",
        "Only the whole weeks: not the first of b, and not the day on which c was closed.",
        FOUR_WEEKS,
        weeks("abc"),
        "weeks_attended = 8: 4 of a, 2 of b, 2 of c\nweeks_attended.gender.man = 2: b",
        events=WEEKS,
    ),
    Spec(
        "weekly_attendance_rate",
        "Of those enrolled for a whole week.",
        FOUR_WEEKS,
        weeks(),
        """weekly_attendance_rate = 67%: a, c of a, b, c
        weekly_attendance_rate.gender.woman = 100%: a, c""",
        events=WEEKS,
    ),
    Spec(
        "weeks_attended_rate",
        "Of the weeks.",
        FOUR_WEEKS,
        weeks(),
        "weeks_attended_rate = 89%: 8 of 9\nweeks_attended_rate.gender.man = 67%: 2 of 3",
        events=WEEKS,
    ),
    Spec(
        "came_since_enrolment",
        "On the day of the enrolment or later.",
        "2024",
        FIRST,
        "came_since_enrolment = 3: a, b, e\ncame_since_enrolment.share = 75%: 3 of a, b, c, e",
        events=FIRST_DAYS,
    ),
    Spec(
        "days_to_first_activity",
        "From the enrolment to the first day on which the person came.",
        "2024",
        FIRST,
        """days_to_first_activity = 5: 0, 10 and 5
        days_to_first_activity.median = 5: 0, 5, 10
        days_to_first_activity.n = 3: a, b, e
        days_to_first_activity.longest = 10: b""",
        events=FIRST_DAYS,
    ),
    Spec(
        "group_kind",
        "The kinds add up to all; a day without a session has none and is not among them.",
        "2024",
        EPISODES,
        """group_sessions_held.group_kind.forest = 2: 1, 2
        group_sessions_held.group_kind.open = 2: 3, 7""",
        events=sessions(),
    ),
    Spec(
        "group",
        "A single activity belongs to no group.",
        "2024",
        EPISODES,
        """group_sessions_held.group.g1 = 2: 1, 2
        group_sessions_held.group.g2 = 1: 7
        group_sessions_held.group.single = 1: 3""",
        events=sessions(),
    ),
    Spec(
        "session",
        "Each session by itself, and who came to it.",
        "2024",
        EPISODES,
        """attendances.session.s1 = 1: 1
        attendances_recorded.session.s1 = 2: 1, 3
        reached_by_groups.session.s3 = 2: a, b""",
        events=at_sessions(),
    ),
)
