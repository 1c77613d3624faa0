"""The sessions of today that somebody leads: they stand first in the day."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.due import Due, DueKind, due
from samspel.participants.groups.session import Session
from samspel.participants.groups.sheet_link import sheet_of
from samspel.participants.groups.week import led_by


def sessions_due(user: User, teams: Sequence[Team], today: date) -> list[Due]:
    """The sessions of today that ``user`` leads, in order; one query.

    ``teams`` are those where the user does casework. A session is about no single case.
    """
    found = Session.objects.of_teams(teams).held().filter(led_by(user), on=today)
    return [_due(each) for each in found.select_related("group").order_by("at", "pk")]


def _due(session: Session) -> Due:
    told = _("Session at %(time)s") % {"time": session.clock}
    text = f"{told}, {session.where}" if session.where else told
    return due(
        DueKind.SESSION, session.on, text, sheet_of(session), at=session.at, who=session.name
    )
