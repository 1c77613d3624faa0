"""The codes that an episode row carries, each with its title."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samspel.figures.words import noop

UNKNOWN = "unknown"
OUTSIDE = "outside"
OPEN = "open"
NOT_WITHDRAWN = "not_withdrawn"
RESULT = "result"
NOT_RESULT = "not_result"
DROPOUT = "dropout"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Code:
    """A registered value with its English title."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Referrer:
    """Who sends the referral; ``short`` is what teams write in their reports."""

    code: str
    title: str
    short: str


@dataclass(frozen=True, slots=True)
class WithdrawalReason:
    """Why somebody left before being enrolled. The flag says that it was the team that declined."""

    code: str
    title: str
    declined_by_team: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an episode ended. The two flags are the only place that says what counts as a result."""

    code: str
    title: str
    counts_as_result: bool = False
    is_dropout: bool = False


GENDERS = (
    Code("woman", noop("Women")),
    Code("man", noop("Men")),
    Code("other", noop("Other gender")),
)

REFERRERS = (
    Referrer("employment_service", noop("Employment service"), "AF"),
    Referrer("social_insurance", noop("Social insurance agency"), "FK"),
    Referrer("social_services", noop("Social services"), "Soc"),
    Referrer("region", noop("Region"), "Region"),
    Referrer("youth_activity", noop("Municipal youth activity"), "KAA"),
    Referrer("school", noop("School"), noop("School")),
    Referrer("self", noop("Self-referral"), noop("Self-referral")),
    Referrer("other", noop("Other referrer"), noop("Other referrer")),
)

INCOME_SOURCES = (
    Code("social_assistance", noop("Social assistance")),
    Code("social_insurance", noop("Social insurance")),
    Code("unemployment", noop("Unemployment benefit")),
    Code("salary", noop("Salary")),
    Code("student_aid", noop("Student aid")),
    Code("none", noop("No income")),
    Code("other", noop("Other income")),
)

OUTCOMES = (
    Outcome("work", noop("Work"), counts_as_result=True),
    Outcome("studies", noop("Studies"), counts_as_result=True),
    Outcome(
        "other_rehabilitation",
        noop("Other work-oriented rehabilitation"),
        counts_as_result=True,
    ),
    Outcome("medical_rehabilitation", noop("Back to medical rehabilitation")),
    Outcome("sickness_compensation", noop("Sickness compensation")),
    Outcome("parental_leave", noop("Parental leave")),
    Outcome("moved", noop("Moved")),
    Outcome(OTHER, noop("Other outcome")),
    Outcome(DROPOUT, noop("Early dropout"), is_dropout=True),
)

OCCUPATIONS = (
    Code("work", noop("Work")),
    Code("subsidised_work", noop("Subsidised work")),
    Code("studies", noop("Studies")),
    Code("placement", noop("Work placement or internship")),
    Code("job_seeking", noop("Looking for work")),
    Code("sick_leave", noop("Sick leave")),
    Code("parental_leave", noop("Parental leave")),
    Code("none", noop("No occupation")),
    Code(OTHER, noop("Other occupation")),
)
"""What a person does, which need not be what the person lives on."""

WITHDRAWAL_REASONS = (
    WithdrawalReason("own_wish", noop("Did not want to")),
    WithdrawalReason("other_support", noop("Gets other support")),
    WithdrawalReason("work_or_studies", noop("Began work or studies")),
    WithdrawalReason("illness", noop("Illness")),
    WithdrawalReason("moved", noop("Moved away")),
    WithdrawalReason("no_contact", noop("Could not be reached")),
    WithdrawalReason("referrer_withdrew", noop("The referrer took the referral back")),
    WithdrawalReason("not_target_group", noop("Outside the target group"), declined_by_team=True),
    WithdrawalReason("needs_other_first", noop("Needs other help first"), declined_by_team=True),
    WithdrawalReason("team_full", noop("The team has no room"), declined_by_team=True),
    WithdrawalReason(OTHER, noop("Other reason")),
)

PLACEHOLDERS = (
    Code(UNKNOWN, noop("Not stated")),
    Code(OUTSIDE, noop("Outside the age bands")),
    Code(OPEN, noop("Not closed")),
    Code(NOT_WITHDRAWN, noop("Has not left before enrolment")),
    Code(RESULT, noop("Result")),
    Code(NOT_RESULT, noop("Not a result")),
)


def result_codes(outcomes: Sequence[Outcome] = OUTCOMES) -> tuple[str, ...]:
    """Codes of the outcomes that count as results, in their own order."""
    return tuple(outcome.code for outcome in outcomes if outcome.counts_as_result)


def dropout_codes(outcomes: Sequence[Outcome] = OUTCOMES) -> tuple[str, ...]:
    """Codes of the outcomes that are dropouts, in their own order."""
    return tuple(outcome.code for outcome in outcomes if outcome.is_dropout)


def declined_codes() -> tuple[str, ...]:
    """Codes of the reasons with which a team declines, in their own order."""
    return tuple(reason.code for reason in WITHDRAWAL_REASONS if reason.declined_by_team)


def fold_outcomes(by_outcome: Mapping[str, int], columns: Sequence[str]) -> dict[str, int]:
    """Fold the outcomes that have no column of their own into ``other``.

    ``columns`` are the codes of the team's own columns; they are kept in that order, also when
    empty. Whatever is left is added up in ``other``, which comes last unless it is among the
    columns. The sum never changes.
    """
    folded = dict.fromkeys((*columns, OTHER), 0)
    for code, number in by_outcome.items():
        folded[code if code in folded else OTHER] += number
    return folded
