"""What one period's public edition leaves to the next one: the cells that both share."""

from dataclasses import dataclass
from datetime import date, timedelta

from samspel.figures.address import Address
from samspel.figures.bound_counts import Inherited, Suppression
from samspel.figures.compute import Figures
from samspel.figures.edition import Detail, Edition
from samspel.figures.period import Period

_EARLIEST = date(1900, 1, 1)
QUEUE_AT_START = "in_queue_at_start"
# What stands at the end of a period stands at the start of the next, under another name.
CARRIED = {"enrolled_at_end": "enrolled_at_start", "in_queue_at_end": QUEUE_AT_START}


@dataclass(frozen=True, slots=True)
class Before:
    """The edition of the period before, as far as the next one has to go on from it."""

    made: Edition
    held: Suppression

    def told(self) -> Inherited:
        """What it told of the cells that both have, in the names of the next, and their moves."""
        names = {
            str(Address(ends, where)): str(Address(starts, where))
            for ends, starts in CARRIED.items()
            for where in self.made.everyone_and_each()
        }
        moves = {
            tuple(sorted((names[cell], by) for cell, by in table.items() if cell in names))
            for table in self.held.tables
        }
        return Inherited(
            frozenset(new for old, new in names.items() if not self.held.withholds(old)),
            frozenset(new for old, new in names.items() if old in self.held.small),
            frozenset(new for old, new in names.items() if old in self.held.others),
            tuple(dict(each) for each in sorted(moves) if each),
        )


def beginning(figures: Figures) -> Before:
    """What lies before the first period that has records: nobody, and everybody knows it."""
    return Before(
        Edition(figures, Detail(), ()),
        Suppression(frozenset(), frozenset()),
    )


def follows_others(figures: Figures) -> bool:
    """Whether anybody was referred or enrolled before the period."""
    past = figures.for_period(Period(_EARLIEST, figures.period.start - timedelta(days=1)))
    return any(past.size(cohort) for cohort in ("worked_with", "referred"))
