"""What the timeline of the person's page is gathered from: each subject's own rows."""

from samspel.participants.attendance import story as attendance
from samspel.participants.case_lists import story as case_lists
from samspel.participants.closings import story as closings
from samspel.participants.consents import story as consents
from samspel.participants.follow_ups import story as follow_ups
from samspel.participants.groups import story as groups
from samspel.participants.notes import story as notes
from samspel.participants.placements import story as placements
from samspel.participants.plans import story as plans
from samspel.participants.referrals import story as referrals
from samspel.participants.scores import story as scores
from samspel.participants.timeline import Source
from samspel.participants.trial import story as trial
from samspel.participants.visits import story as visits

SOURCES: tuple[Source, ...] = (
    *notes.SOURCES,
    follow_ups.FOLLOW_UPS,
    *plans.SOURCES,
    trial.TRIAL,
    attendance.ATTENDANCE,
    *groups.SOURCES,
    *placements.SOURCES,
    scores.SCORES,
    *consents.SOURCES,
    *case_lists.SOURCES,
    referrals.REFERRALS,
    *visits.SOURCES,
    *closings.SOURCES,
)
"""Every subject's rows, in the order in which one chooses among them."""

ONLY_WHEN_CHOSEN = frozenset({attendance.ATTENDANCE.kind})
"""What comes week by week and would drown the rest; the trial period's part shows it anyway."""
