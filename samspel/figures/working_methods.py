"""How the staff work together: team meetings, supervision, training, development areas."""

from samspel.figures.definition import RatioFigure, ResourceFigure

METHOD_FIGURES: tuple[ResourceFigure, ...] = ()
METHOD_RATIOS: tuple[RatioFigure, ...] = ()
