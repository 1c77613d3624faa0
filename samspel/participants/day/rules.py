"""What the day asks every subject: the one table of the rules of what is due."""

from collections.abc import Iterator, Sequence
from datetime import date

from samspel.participants.closings.due import closings_due
from samspel.participants.consents.due import CONSENTS, enrolment_dues
from samspel.participants.due import Due, DueRule
from samspel.participants.due_rows import dues_from
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.due import follow_ups_due
from samspel.participants.placements.due import PLACEMENTS
from samspel.participants.plans.due import STEPS
from samspel.participants.trial.due import trial_dues

SOURCES = (STEPS, PLACEMENTS, CONSENTS)
"""Asked together, by one query."""


def dues_of_sources(episodes: Sequence[Episode], today: date) -> Iterator[Due]:
    """The dues of all the `SOURCES`."""
    return dues_from(SOURCES, episodes, today)


RULES: tuple[DueRule, ...] = (
    enrolment_dues,
    trial_dues,
    follow_ups_due,
    dues_of_sources,
    closings_due,
)
"""Asked of all open cases at once; one query each at most, none for the last.

Visits, referrals, sessions, ideas, drafts and checks after a closing are about no open case, or
hang on the reader: `gather` asks them by themselves.
"""
