"""A made-up year of a team that keeps its casework here: every step of the way has people."""

from datetime import date

from tests.report.cases import episode


def visit(number: int, day: date, **fields: object) -> dict[str, object]:
    """Somebody who came for a visit and went no further, unless said otherwise."""
    nothing = {"referred_on": None, "enrolled_on": None}
    return episode(number, **{**nothing, "study_visit_on": day, **fields})


def left(number: int, reason: str | None, **fields: object) -> dict[str, object]:
    """Somebody who was referred in April and left in May."""
    gone = {"withdrawn_on": date(2024, 5, 1), "withdrawal_reason": reason}
    return visit(number, date(2024, 3, 1), **{"referred_on": date(2024, 4, 1), **gone, **fields})


def enrolled(number: int, **fields: object) -> dict[str, object]:
    """Somebody who visited in January and was on trial in March and April."""
    way = {"study_visit_on": date(2024, 1, 20), "trial_ends_on": date(2024, 5, 1)}
    return episode(number, **{**way, "occupation_before": "sick_leave", **fields})


def completed(number: int, income: str, occupation: str, **fields: object) -> dict[str, object]:
    """Somebody who was closed to work in October after two weeks of closing."""
    end = {"closing_begun_on": date(2024, 10, 1), "closed_on": date(2024, 10, 15)}
    after = {"income_after": income, "occupation_after": occupation, "outcome": "work"}
    return enrolled(number, **{**end, **after, **fields})


CASEWORK = [
    *(enrolled(number) for number in range(3)),
    enrolled(3, enrolled_on=date(2024, 12, 1), trial_ends_on=date(2025, 2, 1)),
    enrolled(4, closing_begun_on=date(2024, 12, 20)),
    *(completed(number, "salary", "work") for number in range(5, 8)),
    completed(8, "student_aid", "studies", income_source="social_assistance"),
    completed(9, "social_insurance", "sick_leave", outcome="other", occupation_before="none"),
    enrolled(10, closed_on=date(2024, 4, 1), outcome="dropout"),
    left(11, "own_wish"),
    left(12, "own_wish"),
    left(13, "not_target_group"),
    left(14, None),
    left(15, "team_full", referred_on=None),
    visit(16, date(2024, 12, 1)),
    visit(17, date(2024, 9, 1), referred_on=date(2024, 10, 1)),
    visit(18, date(2024, 9, 1), referred_on=date(2024, 11, 1)),
]
