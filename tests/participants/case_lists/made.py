"""Consents, cases taken up, and what an agency sees of them."""

from datetime import UTC, date, datetime
from typing import Any

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Agency
from samspel.participants.case_lists.listing import AgencyLine, agency_lines, cases_of
from samspel.participants.case_lists.models import CaseTakenUp
from samspel.participants.case_lists.taking_up import take_up
from samspel.participants.consents.models import Consent
from samspel.participants.models import Episode
from samspel.personnel.methods.models import TeamMeeting
from tests.personnel.methods.made import HELD_ON

NOW = datetime(2025, 3, 6, 8, tzinfo=UTC)


def agree(episode: Episode, agency: Agency, **fields: Any) -> Consent:
    """A consent of the whole year to speak of the plan."""
    given = {"kinds": ["plan"], "first_on": date(2025, 1, 1), "last_on": date(2025, 12, 31)}
    return Consent.objects.create(
        episode=episode, agency=agency, given="written", recorded_at=NOW, **given | fields
    )


def listed(
    meeting: TeamMeeting, agency: Agency, reader: User, today: date = HELD_ON
) -> list[AgencyLine]:
    return agency_lines(cases_of(meeting, reader), agency, meeting, today)


def put(meeting: TeamMeeting, episode: Episode, by: Actor, **asked: str) -> CaseTakenUp:
    given = {"about": "", "question": ""}
    return take_up(meeting=meeting, episode=episode, by=by, **given | asked)
