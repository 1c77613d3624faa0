"""Giving an agency the list of a meeting: a disclosure, told of in the log of every case."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.organisation.association import Agency
from samspel.participants.case_lists.disclosure import Disclosure
from samspel.participants.case_lists.listing import AgencyLine, agency_lines, cases_of
from samspel.personnel.methods.keeping_series import locked_team
from samspel.personnel.methods.team_meeting import TeamMeeting
from samspel.records.constraints import saving


def give_list(
    *, meeting: TeamMeeting, agency: Agency, user: User, today: date, now: datetime, by: Actor
) -> list[AgencyLine]:
    """Give ``agency`` what it may see of the list now, and return that.

    Raises ValidationError for an agency that is not the team's, a cancelled meeting, and where
    there is nothing that it may see.
    """
    with saving():
        team = locked_team(meeting.team)
        held = TeamMeeting.objects.get(pk=meeting.pk)
        held.team = team
        if not team.agencies.filter(pk=agency.pk).exists():
            raise ValidationError(_("The agency is not one of the team's."))
        if held.is_cancelled:
            raise ValidationError(_("The meeting is cancelled."))
        lines = agency_lines(cases_of(held, user), agency, held, today)
        if not lines:
            raise ValidationError(_("There is no case that the agency may see."))
        row = Disclosure.objects.create(meeting=held, agency=agency, given_by=by.user, given_at=now)
        row.cases.set([each.case_id for each in lines])
        _tell(lines, held, agency, by)
    return lines


def _tell(lines: Sequence[AgencyLine], held: TeamMeeting, agency: Agency, by: Actor) -> None:
    for each in lines:
        log(
            by=by,
            act="case_list_given",
            subject=f"episode:{each.episode_id}",
            team_id=held.team_id,
            details={"agency": agency.pk, "meeting": held.pk},
        )
