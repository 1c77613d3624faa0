"""What has come in to a team and waits for an answer: referrals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.referrals.referral_form import WAITS_FOR_THE_TEAM, ReferralForm
from samspel.participants.visits.calendar import day_bounds


@dataclass(frozen=True, slots=True)
class Incoming:
    """A referral that waits for the team."""

    form_id: UUID
    name: str
    team: str
    days: int | None
    """Since it was sent."""


def come_in(user: User, teams: Sequence[Team], today: date) -> list[Incoming]:
    """The referrals that the user may see and that nobody has answered, the oldest first."""
    _first, after = day_bounds(today, today)
    waiting = ReferralForm.objects.visible_to(user).filter(
        WAITS_FOR_THE_TEAM, team__in=teams, sent_at__lt=after
    )
    names = {team.pk: team.name for team in teams}
    found: Any = waiting.select_related("episode__participant").order_by("sent_at", "pk")
    return [
        Incoming(each.pk, _listed_name(each), names[each.team_id], each.days_waiting(today))
        for each in found
    ]


def _listed_name(form: ReferralForm) -> str:
    """Lists never show the name of a protected person."""
    person = form.episode.participant if form.episode else None
    if person is not None and person.is_protected:
        return person.listed_name
    return form.name or _("No name yet")
