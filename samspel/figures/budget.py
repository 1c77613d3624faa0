"""The budget: applied for, allocated, actual, forecast and remaining."""

from samspel.figures.definition import RatioFigure, ResourceFigure

BUDGET_FIGURES: tuple[ResourceFigure, ...] = ()
BUDGET_RATIOS: tuple[RatioFigure, ...] = ()
