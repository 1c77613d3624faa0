"""The models of this part, gathered where Django looks for them."""

from samspel.participants.links.link import Link

__all__ = ["Link"]
