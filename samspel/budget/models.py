"""The models of this part, gathered where Django looks for them."""

from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.forecast import Forecast
from samspel.budget.funder import Funder, Grant
from samspel.budget.line import Line
from samspel.budget.price_index import PriceIndex

__all__ = ["Budget", "Entry", "Forecast", "Funder", "Grant", "Line", "PriceIndex"]
