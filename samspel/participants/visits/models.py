"""The models of this part, gathered where Django looks for them."""

from samspel.participants.visits.standing_time import CancelledTime, StandingTime
from samspel.participants.visits.visit import Visit

__all__ = ["CancelledTime", "StandingTime", "Visit"]
