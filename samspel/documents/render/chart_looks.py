"""Letters, lines and legend: what every chart has alike."""

from typing import Any

from samspel.documents.render.chart_colours import GRID, MUTED, TEXT
from samspel.documents.render.fonts import CSS_FAMILY

LETTER = 13


def looks() -> dict[str, Any]:
    """The part of the specification that says how everything looks."""
    return {
        "aria": False,
        "font": CSS_FAMILY,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": LETTER,
            "labelColor": TEXT,
            "domainColor": MUTED,
            "gridColor": GRID,
            "tickColor": GRID,
        },
        "title": {
            "anchor": "start",
            "frame": "group",
            "color": MUTED,
            "fontSize": LETTER,
            "fontWeight": "normal",
            "offset": 10,
        },
        "legend": {
            "orient": "top",
            "direction": "horizontal",
            "labelFontSize": LETTER,
            "labelColor": TEXT,
            "labelLimit": 0,
            "symbolSize": 130,
            "offset": 8,
        },
    }
