"""What the day asks every subject: the one table of the rules of what is due."""

from samspel.participants.closings.due import closings_due
from samspel.participants.consents.due import consent_dues, enrolment_dues
from samspel.participants.due import DueRule
from samspel.participants.follow_ups.due import follow_ups_due
from samspel.participants.placements.due import placement_dues
from samspel.participants.plans.due import step_dues
from samspel.participants.trial.due import trial_dues

RULES: tuple[DueRule, ...] = (
    enrolment_dues,
    trial_dues,
    follow_ups_due,
    step_dues,
    placement_dues,
    consent_dues,
    closings_due,
)
"""Asked of all open cases at once; one query each at most, none for the last.

Visits, referrals, sessions, ideas, drafts and checks after a closing are about no open case, or
hang on the reader: `gather` asks them by themselves.
"""
