"""Who works in the team, with which share, for which agency."""

from samspel.figures.definition import RatioFigure, ResourceFigure

STAFFING_FIGURES: tuple[ResourceFigure, ...] = ()
STAFFING_RATIOS: tuple[RatioFigure, ...] = ()
