"""Those the team works with, and visits received and made."""

from samspel.figures.definition import ResourceFigure

PARTNER_FIGURES: tuple[ResourceFigure, ...] = ()
