"""The models of this part, gathered where Django looks for them."""

from samspel.participants.queue.intake_pause import IntakePause
from samspel.participants.queue.priority import PriorityGroup, QueuePlace

__all__ = ["IntakePause", "PriorityGroup", "QueuePlace"]
