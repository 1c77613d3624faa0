"""The models of this part, gathered where Django looks for them."""

from samspel.organisation.association import Agency, Association, Host
from samspel.organisation.membership import Membership
from samspel.organisation.team import Team, TeamReferrer

__all__ = ["Agency", "Association", "Host", "Membership", "Team", "TeamReferrer"]
