"""The numbers that scores are read by: the team's own, or those of the manual.

The defaults are those of the scales' administration and scoring manual (Miller and Duncan 2004)
and, for the young, of Duncan, Sparks, Miller, Bohanske and Claud (2006): cut-off 25 for adults, 28
for adolescents from 13, 32 for children; an SRS below 36 is worth a talk; 5 points are a reliable
change.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samspel.participants.participant import Participant


@dataclass(frozen=True, slots=True)
class Limits:
    """Points of 0–40.0, and ages in completed years."""

    cutoff_adult: Decimal = Decimal("25.0")
    cutoff_adolescent: Decimal = Decimal("28.0")
    cutoff_child: Decimal = Decimal("32.0")
    srs_alert: Decimal = Decimal("36.0")
    reliable_change: Decimal = Decimal("5.0")
    adolescent_from: int = 13
    adult_from: int = 18

    def cutoff_at(self, age: int | None) -> Decimal:
        """The cut-off of somebody of that age; whose age is not known is taken for an adult."""
        if age is None or age >= self.adult_from:
            return self.cutoff_adult
        return self.cutoff_adolescent if age >= self.adolescent_from else self.cutoff_child

    def is_alert(self, srs_total: Decimal) -> bool:
        """Whether a session score is below the alert line; one at the line is not."""
        return srs_total < self.srs_alert


LIMITS = tuple(Limits.__dataclass_fields__)


def cutoff_of(person: Participant, first_on: date, limits: Limits) -> Decimal:
    """The person's cut-off, by the age on the day of the first outcome score.

    It stays the same when the person has a birthday: first and last are held against one line.
    """
    return limits.cutoff_at(person.age_on(first_on))
