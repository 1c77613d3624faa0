"""The models of this part, gathered where Django looks for them."""

from samspel.participants.tablet.code import TabletCode

__all__ = ["TabletCode"]
