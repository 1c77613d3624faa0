"""How long, how old, and over whom."""

from datetime import date

from samspel.figures.bands import parse_bands
from tests.spec.table import Spec

LENGTHS = """
episode | gender | birth_date | enrolled_on | closed_on | outcome | public_support_months
a | woman | 1994-06-30 | 2023-06-30 | 2024-06-30 | work | 24.0
b | woman | 1984-02-29 | 2024-02-28 | 2024-03-01 | studies |
c | man | 1964-12-31 | 2024-12-31 | 2024-12-31 | other_rehabilitation | 0.5
d | man | 1990-01-01 | 2022-01-01 | 2024-01-01 | sickness_compensation | 120.0
e |  | 2000-01-01 | 2023-01-01 | 2024-05-01 | dropout | 6.0
"""

TIMES = (
    Spec(
        "throughput_months",
        "Over those closed to a result. 2024 is a leap year; a same-day stay is no time at all.",
        "2024",
        LENGTHS,
        """throughput_months = 4.0: (366 + 2 + 0) days / 3 = 122.67, × 12 / 365.25
        throughput_months.n = 3: a, b, c
        throughput_months.median = 0.1: 2 days × 12 / 365.25 = 0.066
        throughput_months.gender.woman = 6.0: (366 + 2) / 2 = 184 days
        throughput_months.gender.man = 0.0: 0 days
        throughput_months.gender.other = –: nobody
        throughput_months.longest = 12.0: 366 days
        throughput_months.without_longest = 0.0: (2 + 0) / 2 = 1 day = 0.033""",
    ),
    Spec(
        "throughput_months",
        "No results at all.",
        "2021",
        LENGTHS,
        """throughput_months = –: nobody
        throughput_months.median = –: nobody
        throughput_months.n = 0: nobody""",
    ),
    Spec(
        "throughput_months_completed",
        "Those without a result too, dropouts still left out.",
        "2024",
        LENGTHS,
        """throughput_months_completed = 9.0: (366 + 2 + 0 + 730) / 4 = 274.5 days
        throughput_months_completed.n = 4: a, b, c, d""",
    ),
    Spec(
        "public_support_months",
        "Someone whose time is not known is not in the mean.",
        "2024",
        LENGTHS,
        """public_support_months = 12.3: (24.0 + 0.5) / 2 = 12.25, half away from zero
        public_support_months.n = 2: a, c
        public_support_months.years = 1.02: 12.25 / 12
        public_support_months.gender.woman = 24.0: a alone; b is not known""",
    ),
    Spec(
        "public_support_months_completed",
        "Those without a result too.",
        "2024",
        LENGTHS,
        "public_support_months_completed = 48.2: (24.0 + 0.5 + 120.0) / 3 = 48.17",
    ),
    Spec(
        "queue_days",
        "From referral to enrolment, over the newly enrolled for whom both days are known.",
        "2024",
        """
        episode | referred_on | enrolled_on | why
        a | 2023-12-31 | 2024-01-01 | 1 day
        b | 2024-02-28 | 2024-03-01 | 2 days, over a leap day
        c | 2024-06-01 | 2024-06-01 | the same day, 0 days
        d | 2024-06-01 | 2024-06-12 | 11 days
        e |            | 2024-06-12 | not known
        f | 2024-06-01 |            | still waiting
        g | 2023-06-01 | 2023-12-31 | enrolled earlier
        """,
        """queue_days.median = 2: 0, 1, 2, 11: half-way between 1 and 2 is 1.5
        queue_days.n = 4: a, b, c, d
        queue_days = 4: (1 + 2 + 0 + 11) / 4 = 3.5""",
    ),
)

AGES = (
    Spec(
        "age_at_closing",
        "Days lived divided by 365.25, over those closed to a result.",
        "2024",
        LENGTHS,
        """age_at_closing = 43.3: (10958 + 14611 + 21915) / 3 / 365.25 = 43.33
        age_at_closing.youngest = 30.0: a, 10958 days
        age_at_closing.oldest = 60.0: c, 21915 days""",
    ),
    Spec(
        "age_at_closing_completed",
        "Those without a result too.",
        "2024",
        LENGTHS,
        "age_at_closing_completed = 41.0: (10958 + 14611 + 21915 + 12418) / 4 / 365.25",
    ),
    Spec(
        "age_at_end",
        "Completed years on the last day. Born on 29 February: a year older on 1 March.",
        "2022-07-01..2023-02-28",
        """
        episode | birth_date | enrolled_on | closed_on | why
        a | 1993-02-28 | 2022-07-01 |            | turns 30 on the last day
        b | 1993-03-01 | 2022-07-01 |            | 29 until the day after
        c | 2000-02-29 | 2022-07-01 |            | 22 until 1 March
        d | 1960-01-01 | 2022-07-01 | 2023-02-28 | closed on the last day, not counted
        """,
        """age_at_end = 27.0: (30 + 29 + 22) / 3
        age_at_end.youngest = 22: c
        age_at_end.oldest = 30: a
        age_at_end.n = 3: a, b, c""",
    ),
    Spec(
        "enrolled_at_end_under_30",
        "30 on the last day is not under 30.",
        "2022-07-01..2023-02-28",
        """
        episode | birth_date | enrolled_on | counted | why
        a | 1993-02-28 | 2022-07-01 | no | turns 30 on the last day
        b | 1993-03-01 | 2022-07-01 | yes | 29 until the day after
        c | 1992-02-29 | 2022-07-01 | no | turned 30 on 1 March the year before
        d | | 2022-07-01 | no | birth date not known
        """,
        """enrolled_at_end_under_30 = 1: b
        enrolled_at_end_under_30.share = 25%: 1 of the 4 enrolled at the end""",
    ),
)

BREAKDOWNS = (
    Spec(
        "age_band",
        "Completed years on the day of enrolment; every episode has its place.",
        "2024",
        """
        episode | birth_date | enrolled_on | why
        a | 1993-03-01 | 2024-02-29 | 30: birthday tomorrow
        b | 1993-02-28 | 2024-02-29 | 31 since yesterday
        c | 2004-02-29 | 2024-02-29 | 20 today
        d | 1959-01-01 | 2024-01-01 | 65 today
        e | 2010-01-01 | 2024-01-01 | 14, below every band
        f | | 2024-01-01 | not known
        """,
        """newly_enrolled.age_band.18-30 = 2: a, c
        newly_enrolled.age_band.31-45 = 1: b
        newly_enrolled.age_band.65- = 1: d
        newly_enrolled.age_band.outside = 1: e
        newly_enrolled.age_band.unknown = 1: f
        newly_enrolled.age_band.18-30.share = 33%: 2 of the 6, everyone counted""",
    ),
    Spec(
        "age_band",
        "A team's own bands, with a gap between them.",
        "2024",
        """
        episode | birth_date | enrolled_on
        a | 1999-01-01 | 2024-01-01
        b | 1994-01-01 | 2024-01-01
        c | 1974-01-01 | 2024-01-01
        """,
        """newly_enrolled.age_band.18-29 = 1: a
        newly_enrolled.age_band.40- = 1: c
        newly_enrolled.age_band.outside = 1: b is 30""",
        bands=parse_bands("18-29,40-"),
    ),
    Spec(
        "gender",
        "As registered; not stated is a group of its own.",
        "2024",
        """
        episode | gender | enrolled_on
        a | woman | 2024-01-01
        b | man | 2024-01-01
        c | other | 2024-01-01
        d | | 2024-01-01
        """,
        """newly_enrolled.gender.woman = 1: a
        newly_enrolled.gender.other = 1: c
        newly_enrolled.gender.unknown = 1: d
        newly_enrolled.gender.woman.share = 25%: of all four""",
    ),
    Spec(
        "referred_by",
        "Who sent the referral. A team may have referrers of its own.",
        "2024",
        """
        episode | referred_by | income_source | enrolled_on
        a | region | social_insurance | 2024-01-01
        b | region | social_assistance | 2024-01-01
        c | library | | 2024-01-01
        """,
        """newly_enrolled.referred_by.region = 2: a, b
        newly_enrolled.referred_by.library = 1: c
        newly_enrolled.referred_by.school = 0: nobody""",
    ),
    Spec(
        "income_source",
        "Who pays the living: not the same question as who referred.",
        "2024",
        """
        episode | referred_by | income_source | enrolled_on
        a | region | social_insurance | 2024-01-01
        b | region | social_assistance | 2024-01-01
        c | social_insurance | | 2024-01-01
        """,
        """newly_enrolled.income_source.social_insurance = 1: a
        newly_enrolled.income_source.unknown = 1: c
        newly_enrolled.referred_by.region.income_source.social_assistance = 1: b""",
    ),
    Spec(
        "coach",
        "The coach on record.",
        "2024",
        """
        episode | coach | enrolled_on
        a | 7 | 2024-01-01
        b | 7 | 2024-01-01
        c | | 2024-01-01
        """,
        "newly_enrolled.coach.7 = 2: a, b\nnewly_enrolled.coach.unknown = 1: c",
    ),
    Spec(
        "outcome",
        "As it was known on the last day: what was closed later was open then.",
        "2024",
        """
        episode | gender | enrolled_on | closed_on | outcome
        a | woman | 2024-01-01 | 2024-12-31 | work
        b | woman | 2024-01-01 | 2025-01-01 | work
        c | man | 2024-01-01 | |
        """,
        """worked_with.outcome.work = 1: a
        worked_with.outcome.open = 2: b, c
        closed.gender.woman.outcome.work = 1: a""",
    ),
)

OVER_TIME = (
    Spec(
        "throughput_series",
        "Windows of 12 months that end on 30 June and 31 December, never after the period.",
        "2024H1",
        """
        episode | enrolled_on | closed_on | outcome
        a | 2022-07-01 | 2023-07-01 | work
        b | 2023-06-01 | 2024-06-30 | work
        c | 2023-07-01 | 2024-07-01 | work
        """,
        """throughput_months@2022-07-01..2023-06-30 = –: nobody yet
        throughput_months@2023-01-01..2023-12-31 = 12.0: a, 365 days
        throughput_months@2023-07-01..2024-06-30 = 12.5: a 365 and b 395 days, mean 380""",
    ),
    Spec(
        "throughput_sensitivity",
        "One long stay among three.",
        "2024",
        """
        episode | enrolled_on | closed_on | outcome
        a | 2023-06-01 | 2024-06-01 | work
        b | 2023-06-01 | 2024-06-01 | studies
        c | 2014-06-01 | 2024-06-01 | work
        """,
        """throughput_months = 48.0: (366 + 366 + 3653) / 3 = 1461.67 days
        throughput_months.without_longest = 12.0: 366 days, a change of far more than 10 %""",
    ),
    Spec(
        "since_start",
        "From the team's first day to the end of the period.",
        "2024",
        """
        episode | enrolled_on | closed_on | outcome
        a | 2020-03-01 | 2021-03-01 | work
        b | 2023-03-01 | 2024-03-01 | other
        c | 2024-03-01 | 2025-03-01 | work
        """,
        """newly_enrolled@since_start = 3: a, b, c
        closed@since_start = 2: a, b; c was closed after the period
        result_rate@since_start = 50%: a of a and b
        newly_enrolled@previous = 1: b, in 2023
        newly_enrolled@year_before = 1: b, in 2023""",
        started_on=date(2020, 1, 1),
    ),
)

MEASURES = (*TIMES, *AGES)
