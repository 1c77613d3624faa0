"""Those who do casework in a team: who can be a coach of its episodes."""

from collections.abc import Iterable

from django.db.models import QuerySet

from samspel.accounts.roles import WHO_MAY, Act
from samspel.accounts.user import User
from samspel.organisation.membership import Membership
from samspel.organisation.team import Team


def coaches(teams: Iterable[Team]) -> QuerySet[User]:
    """Those who do casework in any of the teams now, by name."""
    members = Membership.objects.filter(
        team__in=teams, ended_on=None, role__in=WHO_MAY[Act.CASEWORK]
    )
    staff = User.objects.filter(pk__in=members.order_by().values("user"), is_active=True)
    return staff.order_by("name", "pk")
