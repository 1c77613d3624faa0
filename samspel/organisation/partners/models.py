"""The models of this part, gathered where Django looks for them."""

from samspel.organisation.partners.partner import Collaboration, OfficialVisit, Partner

__all__ = ["Collaboration", "OfficialVisit", "Partner"]
