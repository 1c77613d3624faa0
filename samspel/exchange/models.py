"""The models of this part, gathered where Django looks for them."""

from samspel.exchange.import_job import ImportJob

__all__ = ["ImportJob"]
