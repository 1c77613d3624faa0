"""Days along the axis of a line: at their true distance, named where there is room."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

WIDTH_OF_NAME = 80
"""Pixels that a day such as 2026-03-14 takes, with room around it."""
WIDTH_OF_VALUE = 18
WIDTH_OF_DECIMAL = 32
_EDGE = 8


def positions(days: Sequence[date]) -> list[int]:
    """Days since the first one."""
    return [(day - days[0]).days for day in days]


def spaced(days: Sequence[date], apart: float, width: float) -> set[int]:
    """The places that can be named on ``width`` pixels without touching: both ends, and between.

    ``apart`` is what a name takes in pixels.
    """
    at = positions(days)
    scale = width / (at[-1] or 1)
    named = [0]
    for place in range(1, len(at)):
        if (at[place] - at[named[-1]]) * scale >= apart:
            named.append(place)
    if named[-1] != len(at) - 1:
        # The last day is always told; one that would touch it gives way.
        while len(named) > 1 and (at[-1] - at[named[-1]]) * scale < apart:
            named.pop()
        named.append(len(at) - 1)
    return set(named)


def time_channel(days: Sequence[date], names: Sequence[str], width: float) -> dict[str, Any]:
    """The axis of a line over ``days``, drawn ``width`` pixels wide; ``names`` are their words."""
    at = positions(days)
    told = {at[place]: names[place] for place in sorted(spaced(days, WIDTH_OF_NAME, width))}
    return {
        "field": "place",
        "type": "quantitative",
        "axis": {
            "title": None,
            "values": list(told),
            "labelExpr": f"{json.dumps(told)}[datum.value]",
            "labelFlush": True,
            "labelAngle": 0,
            "labelPadding": 7,
            "grid": False,
        },
        "scale": {"domain": [0, at[-1] or 1], "nice": False, "padding": _EDGE},
    }
