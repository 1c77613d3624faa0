"""The steering group: its seats, meetings, attendance and decisions."""

from samspel.figures.definition import RatioFigure, ResourceFigure

STEERING_FIGURES: tuple[ResourceFigure, ...] = ()
STEERING_RATIOS: tuple[RatioFigure, ...] = ()
