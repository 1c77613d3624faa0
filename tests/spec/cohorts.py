"""Who is counted, day by day around the edges of a period."""

from tests.spec.table import Spec

# One list for all cohorts of enrolment: what differs is who is counted.
STAYS = {
    "a": ("2023-12-31", "2024-01-01", "open over the first day, closed on it"),
    "b": ("2023-12-31", "2023-12-31", "over before the first day"),
    "c": ("2024-01-01", "", "enrolled on the first day"),
    "d": ("2024-01-01", "2024-01-01", "enrolled and closed on the first day"),
    "e": ("2024-12-31", "2024-12-31", "enrolled and closed on the last day"),
    "f": ("2024-12-31", "", "enrolled on the last day"),
    "g": ("2025-01-01", "", "enrolled the day after"),
    "h": ("2023-02-01", "2024-12-31", "closed on the last day"),
    "i": ("2023-02-01", "2025-01-01", "closed the day after"),
    "j": ("2022-02-01", "2023-06-30", "first stay of someone who came back"),
    "k": ("2024-02-29", "2024-08-31", "the same person's second stay"),
    "l": ("", "", "still in the queue"),
}


def stays(counted: str) -> str:
    lines = ["episode | enrolled_on | closed_on | outcome | counted | why"]
    for episode, (enrolled, closed, why) in STAYS.items():
        outcome = "work" if closed else ""
        mark = "yes" if episode in counted else "no"
        lines.append(" | ".join((episode, enrolled, closed, outcome, mark, why)))
    return "\n".join(lines)


ENROLMENT = (
    Spec(
        "enrolled_at_start",
        "Closed on the first day still counts; enrolled on the first day does not yet.",
        "2024",
        stays("ahi"),
        "enrolled_at_start = 3: a, h, i",
    ),
    Spec(
        "newly_enrolled",
        "Both ends of the period count, and so does coming back.",
        "2024",
        stays("cdefk"),
        "newly_enrolled = 5: c, d, e, f, k",
    ),
    Spec(
        "closed",
        "Both ends of the period count.",
        "2024",
        stays("adehk"),
        "closed = 5: a, d, e, h, k",
    ),
    Spec(
        "enrolled_at_end",
        "Closed on the last day no longer counts; closed the day after still does.",
        "2024",
        stays("cfi"),
        "enrolled_at_end = 3: start 3 + new 5 − closed 5",
    ),
    Spec(
        "worked_with",
        "One day of the period is enough.",
        "2024",
        stays("acdefhik"),
        """worked_with = 8: start 3 + new 5
        worked_with = 8: end 3 + closed 5""",
    ),
)

QUEUE = (
    Spec(
        "referred",
        "The day of the referral decides, whatever came of it.",
        "2024",
        """
        episode | referred_on | enrolled_on | withdrawn_on | counted | why
        a | 2023-12-31 | 2024-01-15 |            | no  | the day before
        b | 2024-01-01 |            |            | yes | the first day
        c | 2024-12-31 |            |            | yes | the last day
        d | 2025-01-01 |            |            | no  | the day after
        e | 2024-05-01 |            | 2024-06-01 | yes | withdrawn later
        f |            | 2024-03-01 |            | no  | no referral on record
        """,
        "referred = 3: b, c, e",
    ),
    Spec(
        "in_queue_at_end",
        "Who waits on the last day. Leaving the queue that very day ends the waiting.",
        "2024",
        """
        episode | referred_on | enrolled_on | withdrawn_on | closed_on | counted | why
        a | 2024-12-31 |            |            |            | yes | came on the last day
        b | 2025-01-01 |            |            |            | no  | came the day after
        c | 2022-03-01 |            |            |            | yes | has waited long
        d | 2024-11-01 | 2024-12-31 |            |            | no  | enrolled on the last day
        e | 2024-11-01 | 2025-01-01 |            |            | yes | enrolled the day after
        f | 2024-11-01 |            | 2024-12-31 |            | no  | withdrawn on the last day
        g | 2024-11-01 |            | 2025-01-01 |            | yes | withdrawn the day after
        h | 2024-03-01 | 2024-04-01 |            | 2024-06-01 | no  | came and left
        i |            |            |            |            | no  | no referral on record
        """,
        "in_queue_at_end = 4: a, c, e, g",
    ),
)

CLOSINGS = """
episode | gender | enrolled_on | closed_on | outcome | counted | why
a | woman | 2023-05-01 | 2024-01-01 | work | {a} | on the first day
b | man | 2023-05-01 | 2024-12-31 | studies | {b} | on the last day
c |  | 2024-02-29 | 2024-02-29 | other_rehabilitation | {c} | same day, gender not stated
d | woman | 2023-05-01 | 2024-06-01 | medical_rehabilitation | {d} | no result
e | man | 2023-05-01 | 2024-06-01 | dropout | {e} | a dropout
f | woman | 2023-05-01 | 2025-01-01 | work | {f} | the day after
g | man | 2023-05-01 | 2023-12-31 | dropout | {g} | the day before
"""


def closings(counted: str) -> str:
    return CLOSINGS.format(**{one: "yes" if one in counted else "no" for one in "abcdefg"})


OUTCOMES = (
    Spec(
        "dropouts",
        "Closed as an early dropout.",
        "2024",
        closings("e"),
        "dropouts = 1: e\ndropouts.share = 20%: 1 of the 5 closed",
    ),
    Spec(
        "completed",
        "Everyone closed but the dropouts.",
        "2024",
        closings("abcd"),
        "completed = 4: 5 closed − 1 dropout\ncompleted.share = 80%: 4 of the 5 closed",
    ),
    Spec(
        "closed_to_result",
        "The outcome's own flag says what counts as a result.",
        "2024",
        closings("abc"),
        """closed_to_result = 3: a, b, c
        closed_to_result.gender.woman = 1: a
        closed_to_result.gender.man = 1: b
        closed_to_result.gender.unknown = 1: c
        closed_to_result.gender.woman.share = 33%: 1 of the 3
        closed_to_result.outcome.work = 1: a; f was not closed yet
        closed.outcome.not_result = 2: d, e""",
    ),
    Spec(
        "result_rate",
        "Of those completed, dropouts left out.",
        "2024",
        closings("abc"),
        """result_rate = 75%: 3 of 4
        result_rate.gender.woman = 50%: 1 of 2
        result_rate.gender.man = 100%: 1 of 1
        result_rate.gender.other = –: nobody completed, and no data is not zero""",
    ),
    Spec(
        "result_rate",
        "Nobody closed at all.",
        "2022",
        closings(""),
        "result_rate = –: 0 of 0\ncompleted = 0: nobody\nclosed_to_result = 0: nobody",
    ),
)

COHORTS = (*ENROLMENT, *QUEUE, *OUTCOMES)
