"""Income and occupation before and after, as stated at the closing."""

from tests.spec.table import Spec

INCOMES = """
episode | income_source | income_after | enrolled_on | closed_on | outcome
a | social_assistance | none | 2023-01-01 | 2024-12-31 | work
b | social_assistance | | 2023-01-01 | 2024-06-01 | studies
c | social_insurance | social_insurance | 2023-01-01 | 2025-01-01 | other
d | | other | 2023-01-01 | 2024-06-01 | moved
"""
OCCUPATIONS = """
episode | occupation_before | occupation_after | enrolled_on | closed_on | outcome
a | none | work | 2023-01-01 | 2024-12-31 | work
b | | studies | 2023-01-01 | 2024-06-01 | studies
c | sick_leave | sick_leave | 2023-01-01 | 2025-01-01 | other
d | job_seeking | | 2023-01-01 | 2024-06-01 | moved
"""
AFTERWARDS = (
    Spec(
        "income_after",
        "What is stated at the closing; who closed later had not closed.",
        "2024",
        INCOMES,
        """completed.income_after.none = 1: a
        completed.income_after.unknown = 1: b
        worked_with.income_after.open = 1: c
        completed.income_source.social_assistance.income_after.none = 1: a
        completed.income_source.unknown.income_after.other = 1: d""",
    ),
    Spec(
        "occupation_before",
        "What the person did, which is not what the person lived on.",
        "2024",
        OCCUPATIONS,
        """completed.occupation_before.none = 1: a
        completed.occupation_before.unknown = 1: b
        worked_with.occupation_before.sick_leave = 1: c""",
    ),
    Spec(
        "occupation_after",
        "What is stated at the closing.",
        "2024",
        OCCUPATIONS,
        """completed.occupation_after.work = 1: a
        completed.occupation_after.unknown = 1: d
        completed.occupation_before.none.occupation_after.work = 1: a
        completed.occupation_after.sick_leave = 0: c closed later""",
    ),
)
