"""The models of this part, gathered where Django looks for them."""

from samspel.participants.follow_ups.follow_up import FollowUp

__all__ = ["FollowUp"]
