"""The models of this part, gathered where Django looks for them."""

from samspel.participants.placements.agreement_words import AgreementWords
from samspel.participants.placements.ladder_step import LadderStep, WorkedWeek
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.placement_follow_up import PlacementFollowUp
from samspel.participants.placements.readiness import Readiness
from samspel.participants.placements.subsidy import SubsidyForm

__all__ = [
    "AgreementWords",
    "LadderStep",
    "Placement",
    "PlacementFollowUp",
    "Readiness",
    "SubsidyForm",
    "WorkedWeek",
]
