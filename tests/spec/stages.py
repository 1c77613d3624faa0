"""On trial, active, closing: day by day around the edges of a period."""

from tests.spec.table import Spec, marked

STAYS_HEAD = "enrolled_on | trial_ends_on | closing_begun_on | closed_on | outcome"
STAYS = {
    "a": (
        "2024-11-01",
        "2024-12-31",
        "",
        "",
        "",
        "the last day is the first after the trial period",
    ),
    "b": ("2024-11-01", "2025-01-01", "", "", "", "still on trial on the last day"),
    "c": ("2023-01-01", "2023-03-01", "2024-12-31", "", "", "closing begun on the last day"),
    "d": ("2023-01-01", "2023-03-01", "2025-01-01", "", "", "closing begun the day after"),
    "e": ("2024-12-01", "2025-02-01", "2024-12-20", "", "", "closing begun while on trial"),
    "f": ("2023-01-01", "", "", "", "", "no trial period on record"),
    "g": (
        "2024-01-10",
        "2024-03-10",
        "",
        "2024-03-09",
        "dropout",
        "closed on the last day of the trial period",
    ),
    "h": (
        "2024-01-10",
        "2024-03-10",
        "",
        "2024-03-10",
        "dropout",
        "closed on the first day after it",
    ),
    "i": (
        "2023-10-01",
        "2023-12-01",
        "2024-02-01",
        "2024-02-29",
        "work",
        "closed after four weeks of closing",
    ),
    "j": (
        "2023-10-01",
        "",
        "",
        "2024-01-01",
        "dropout",
        "dropout without a trial period, on the first day",
    ),
    "k": (
        "2023-12-01",
        "2024-02-01",
        "",
        "2023-12-31",
        "dropout",
        "left on trial the day before the period",
    ),
    "l": (
        "2024-12-31",
        "2025-03-01",
        "",
        "2024-12-31",
        "dropout",
        "enrolled and closed on the last day",
    ),
    "m": ("2025-01-01", "2025-03-01", "", "", "", "enrolled the day after"),
}


def stays(counted: str | None = None) -> str:
    """The stays with those marked that the figure counts, or without marks."""
    return marked(STAYS_HEAD, STAYS, counted)


STAGES = (
    Spec(
        "on_trial_at_end",
        "On trial until the day before the date on record; a closing begun ends it too.",
        "2024",
        stays("b"),
        "on_trial_at_end = 1: b\non_trial_at_end.share = 17%: 1 of the 6 enrolled at the end",
    ),
    Spec(
        "active_at_end",
        "After the trial period, or without one, until the closing begins.",
        "2024",
        stays("adf"),
        "active_at_end = 3: a, d, f",
    ),
    Spec(
        "closing_at_end",
        "From the day the closing begins, whatever stage it began in.",
        "2024",
        stays("ce"),
        "closing_at_end = 2: c, e\nenrolled_at_end = 6: 1 on trial + 3 active + 2 closing",
    ),
    Spec(
        "trial_ended",
        "What came first: the date on record, a closing begun, or the closing.",
        "2024",
        stays("aeghl"),
        "trial_ended = 5: a, e, g, h, l; k left before the period",
    ),
    Spec(
        "trial_passed",
        "Active for a day at least.",
        "2024",
        stays("a"),
        "trial_passed = 1: a; h was closed on that day\ntrial_passed.share = 20%: 1 of 5",
    ),
    Spec(
        "trial_rate",
        "Of those whose trial period ended, one way or the other.",
        "2024",
        stays(),
        "trial_rate = 20%: a of a, e, g, h, l",
    ),
    Spec(
        "active_ended",
        "Who never was active does not stop being so.",
        "2024",
        stays("cij"),
        "active_ended = 3: c, i, j",
    ),
    Spec(
        "dropouts_on_trial",
        "Closed before the first day after the trial period.",
        "2024",
        stays("gl"),
        "dropouts_on_trial = 2: g, l\ndropouts_on_trial.share = 50%: of g, h, j, l",
    ),
    Spec(
        "dropouts_after_trial",
        "On the first day after it, later, or without a trial period on record.",
        "2024",
        stays("hj"),
        "dropouts_after_trial = 2: h, j",
    ),
)

STAGE_DAYS = (
    Spec(
        "trial_days",
        "Until the trial period was over, or what came before.",
        "2024",
        stays(),
        """trial_days.n = 5: a, e, g, h, l
        trial_days.median = 59: 0, 19, 59, 60 and 60 days
        trial_days.longest = 60: a and h""",
    ),
    Spec(
        "active_days",
        "From the first day after the trial period until the closing begins.",
        "2024",
        stays(),
        """active_days.n = 3: c, i, j
        active_days.median = 92: 62, 92 and 671 days
        active_days.shortest = 62: i, from 1 December to 1 February""",
    ),
    Spec(
        "closing_days",
        "Over those closed whose closing has a first day on record.",
        "2024",
        stays(),
        "closing_days = 28: i, from 1 to 29 February\nclosing_days.n = 1: i",
    ),
    Spec(
        "trial_days_so_far",
        "From enrolment to the last day.",
        "2024",
        stays(),
        "trial_days_so_far = 60: b, from 1 November to 31 December",
    ),
    Spec(
        "active_days_so_far",
        "From the first day after the trial period, or from enrolment without one.",
        "2024",
        stays(),
        """active_days_so_far.median = 671: 0, 671 and 730 days
        active_days_so_far.shortest = 0: a, active since that very day""",
    ),
    Spec(
        "closing_days_so_far",
        "From the day the closing began.",
        "2024",
        stays(),
        "closing_days_so_far.longest = 11: e\nclosing_days_so_far.shortest = 0: c",
    ),
)
