"""What a report tells of the terms of reference."""

from dataclasses import dataclass
from datetime import date

from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.organisation.terms.terms_of_reference import TermsOfReference


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """A version that was in force on a day of the period; ``valid_to`` None is in force still."""

    number: int
    decided_on: date
    decided_by: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class ToldTerms:
    """The versions in force in the period, the oldest first."""

    versions: tuple[ToldVersion, ...] = ()


def told_terms(team: Team, period: Period) -> ToldTerms:
    """The versions of the team's terms of reference in force in a period: one query."""
    decided = TermsOfReference.objects.decided().filter(team=team, valid_from__lte=period.end)
    found = decided.exclude(valid_to__lt=period.start).order_by("number")
    return ToldTerms(
        tuple(
            ToldVersion(row.number, row.decided_on, row.decided_by, row.valid_from, row.valid_to)
            for row in found
            if row.number and row.decided_on and row.valid_from
        )
    )
