"""The models of this part, gathered where Django looks for them."""

from samspel.participants.closings.check import ClosingCheck
from samspel.participants.closings.details import ClosingDetails
from samspel.participants.closings.statement import Statement

__all__ = ["ClosingCheck", "ClosingDetails", "Statement"]
