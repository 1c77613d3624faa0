"""The way in: from study visit to enrolment, day by day around the edges of a period."""

from tests.spec.table import Spec, marked

VISITS_HEAD = "study_visit_on | referred_on | enrolled_on | withdrawn_on | withdrawal_reason"
VISITS = {
    "a": ("2024-01-01", "", "", "", "", "the first day, nothing more yet"),
    "b": ("2024-12-31", "2024-12-31", "", "", "", "the last day, referred the same day"),
    "c": ("2024-12-01", "2025-01-01", "", "", "", "referred the day after"),
    "d": (
        "2024-03-01",
        "2024-02-01",
        "2024-12-31",
        "",
        "",
        "referred before the visit, enrolled on the last day",
    ),
    "e": ("2024-03-01", "2024-04-01", "2025-01-01", "", "", "enrolled the day after"),
    "f": (
        "2023-12-31",
        "2024-01-01",
        "",
        "2024-12-31",
        "team_full",
        "visited the day before, left the queue on the last day",
    ),
    "g": (
        "2023-11-01",
        "",
        "",
        "2024-01-01",
        "own_wish",
        "left without a referral, on the first day",
    ),
    "h": ("2025-01-01", "", "", "", "", "visits the day after"),
    "i": (
        "",
        "2024-06-01",
        "",
        "2025-01-01",
        "not_target_group",
        "never visited, left the day after",
    ),
    "j": (
        "",
        "2024-06-01",
        "",
        "2024-06-01",
        "",
        "left on the day of the referral, no reason stated",
    ),
    "k": ("2023-12-31", "", "", "", "", "visited the day before, nothing more yet"),
}


def visits(counted: str | None = None) -> str:
    """The visits with those marked that the figure counts, or without marks."""
    return marked(VISITS_HEAD, VISITS, counted)


WAY_IN = (
    Spec(
        "visited",
        "The day of the visit decides, whatever came of it.",
        "2024",
        visits("abcde"),
        "visited = 5: a, b, c, d, e",
    ),
    Spec(
        "visited_then_referred",
        "Referred by the last day, also when the referral came first.",
        "2024",
        visits("bde"),
        "visited_then_referred = 3: b, d, e\nvisited_then_referred.share = 60%: 3 of 5",
    ),
    Spec(
        "referral_rate",
        "Someone referred after the period is not referred yet.",
        "2024",
        visits(),
        "referral_rate = 60%: b, d, e of a, b, c, d, e",
    ),
    Spec(
        "referral_rate",
        "Nobody visited.",
        "2022",
        visits(),
        "referral_rate = –: 0 of 0\nvisited = 0: nobody",
    ),
    Spec(
        "referred_then_enrolled",
        "Enrolled by the last day; enrolled the day after waits still.",
        "2024",
        visits("d"),
        "referred_then_enrolled = 1: d\nreferred = 6: b, d, e, f, i, j",
    ),
    Spec(
        "enrolment_rate",
        "Of those referred in the period, who waits still among them.",
        "2024",
        visits(),
        "enrolment_rate = 17%: d of b, d, e, f, i, j",
    ),
    Spec(
        "withdrawn",
        "Both ends of the period count, with a referral or without.",
        "2024",
        visits("fgj"),
        """withdrawn = 3: f, g, j
        in_queue_at_end = 3: b, e, i; f left on the last day and waits no more""",
    ),
    Spec(
        "withdrawn_before_referral",
        "Visited and went no further.",
        "2024",
        visits("g"),
        "withdrawn_before_referral = 1: g\nwithdrawn_before_referral.share = 33%: 1 of 3",
    ),
    Spec(
        "withdrawn_from_queue",
        "Left after the referral, on the very day too.",
        "2024",
        visits("fj"),
        "withdrawn_from_queue = 2: f, j",
    ),
    Spec(
        "declined",
        "The reason's own flag says whose no it was; no reason is nobody's.",
        "2024",
        visits("f"),
        "declined = 1: f; i left the day after\ndeclined.share = 33%: 1 of 3",
    ),
    Spec(
        "at_study_visit_at_end",
        "Visited and not referred by the last day; a visit still to come is none.",
        "2024",
        visits("ack"),
        "at_study_visit_at_end = 3: a, c, k",
    ),
    Spec(
        "withdrawal_reason",
        "As it was known on the last day.",
        "2024",
        visits(),
        """withdrawn.withdrawal_reason.team_full = 1: f
        withdrawn.withdrawal_reason.own_wish = 1: g
        withdrawn.withdrawal_reason.unknown = 1: j
        referred.withdrawal_reason.not_withdrawn = 4: b, d, e and i, who left the day after""",
    ),
)

WAY_IN_DAYS = (
    Spec(
        "days_from_visit_to_referral",
        "Over those referred in the period after a visit.",
        "2024",
        visits(),
        """days_from_visit_to_referral.n = 3: b, e, f; d was referred before the visit
        days_from_visit_to_referral.median = 1: 0, 1 and 31 days""",
    ),
    Spec(
        "visit_days_so_far",
        "To the last day of the period; 2024 is a leap year.",
        "2024",
        visits(),
        "visit_days_so_far.median = 365: 30, 365 and 366 days\nvisit_days_so_far.n = 3: a, c, k",
    ),
    Spec(
        "queue_days_so_far",
        "Who came on the last day has waited 0 days.",
        "2024",
        visits(),
        "queue_days_so_far.median = 213: 0, 213 and 274 days\nqueue_days_so_far.n = 3: b, e, i",
    ),
)
