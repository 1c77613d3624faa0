"""A chart as a Vega-Lite specification.

Everything is drawn 360 pixels wide with letters of 13, so that it can be read unscaled on a
phone. Long names are broken and shortened here: Vega would cut them in the middle of a
character. Categories are numbered on the axis and named by the axis labels: two categories of the
same name stay apart, and no name is ever read as an expression.
"""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from samspel.documents.document import Chart
from samspel.documents.render.chart_colours import MUTED, TEXT, dash, ink, shape
from samspel.documents.render.chart_labels import Language, value_label, wrapped
from samspel.documents.render.chart_looks import LETTER, looks
from samspel.documents.render.chart_time import (
    WIDTH_OF_DECIMAL,
    WIDTH_OF_VALUE,
    positions,
    spaced,
    time_channel,
)

Spec: TypeAlias = dict[str, Any]

WIDTH = 360
LETTER_WIDTH = 6.6
LINE_HEIGHT = 15
LABEL_CHARACTERS = 24
UPRIGHT_CATEGORIES = 8
UPRIGHT_HEIGHT = 190
_BESIDE = {"align": "left", "baseline": "middle", "dx": 4}
_ABOVE = {"align": "center", "baseline": "bottom", "dy": -3}


def specification(chart: Chart, language: Language) -> Spec:
    """The Vega-Lite specification of ``chart``, with concrete colours."""
    drawn = _lines(chart) if chart.kind == "line" else _bars(chart)
    unit = wrapped(chart.unit, 50, lines=1)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": WIDTH,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": 2,
        "background": None,
        "data": {"values": _points(chart, language)},
        **({"title": {"text": unit}} if unit else {}),
        "config": looks(),
        **drawn,
    }


def lies_down(chart: Chart) -> bool:
    """Whether the bars are horizontal: names are long, or there are many bars."""
    if chart.kind == "line":
        return False
    longest = max((len(category) for category in chart.categories), default=0)
    return (
        longest > LABEL_CHARACTERS // 2
        or len(chart.categories) * len(chart.series) > 2 * UPRIGHT_CATEGORIES
        or len(chart.categories) > UPRIGHT_CATEGORIES
    )


def _points(chart: Chart, language: Language) -> list[Spec]:
    drawn = set(_places(chart))
    at = positions(chart.days) if chart.days else range(len(chart.categories))
    return [
        {
            "place": at[place],
            "series": number,
            "value": None if value is None else float(value),
            "label": _point_label(chart, place, value, language),
        }
        for number, series in enumerate(chart.series)
        for place, value in enumerate(series.values)
        if place in drawn
    ]


def _point_label(chart: Chart, place: int, value: Decimal | None, language: Language) -> str:
    """What stands at a bar or a point; the noughts of a group of bars would only crowd it."""
    if value is None or (not value and chart.kind != "line" and len(chart.series) > 1):
        return ""
    if chart.days and place not in spaced(chart.days, _width_of_value(chart), WIDTH):
        return ""
    return wrapped(value_label(chart, place, value, language), 16, lines=1)


def _width_of_value(chart: Chart) -> int:
    """What a number at a point takes; one with a decimal is wider."""
    values = [value for series in chart.series for value in series.values if value is not None]
    whole = all(value == value.to_integral_value() for value in values)
    return WIDTH_OF_VALUE if whole else WIDTH_OF_DECIMAL


def _bars(chart: Chart) -> Spec:
    down = lies_down(chart)
    along, across = ("y", "x") if down else ("x", "y")
    apart = 0.28 if len(chart.series) > 1 else 0.4
    encoding = {
        along: _category_channel(chart, LABEL_CHARACTERS if down else _letters_per_step(chart))
        | {"scale": {"domain": _places(chart), "paddingInner": apart, "paddingOuter": apart / 2}},
        across: {
            "field": "value",
            "type": "quantitative",
            "axis": None,
            "scale": _from_zero(chart),
        },
    }
    if len(chart.series) > 1:
        encoding[f"{along}Offset"] = {"field": "series", "type": "ordinal"}
    bars = {
        "mark": {"type": "bar"},
        "encoding": {"color": _scaled(chart, _inks(chart), symbolType="square")},
    }
    return {
        "height": {"step": _step(chart)} if down else UPRIGHT_HEIGHT,
        "encoding": encoding,
        "layer": [bars, _value_labels(_BESIDE if down else _ABOVE)],
    }


def _value_labels(position: Spec) -> Spec:
    return {
        "mark": {"type": "text", "fontSize": LETTER, "color": TEXT, **position},
        "encoding": {"text": {"field": "label", "type": "nominal"}},
    }


def _from_zero(chart: Chart) -> Spec:
    """The value axis: zero is always on it, and the longest bar leaves room for its label."""
    values = [float(value) for series in chart.series for value in series.values if value]
    return {
        "zero": True,
        "domainMin": min([0.0, *values]) * 1.12,
        "domainMax": max([0.0, *values]) * 1.12 or 1.0,
    }


def _step(chart: Chart) -> int:
    """The height of one lying bar: its category's name, up to two lines, must fit."""
    names = [wrapped(category, LABEL_CHARACTERS, lines=2) for category in chart.categories]
    lines = max((name.count("\n") + 1 for name in names), default=1)
    bars = max(len(chart.series), 1)
    return max(26 if bars == 1 else 17, (LINE_HEIGHT * lines + 6) // bars)


def _lines(chart: Chart) -> Spec:
    across = {"field": "value", "type": "quantitative", "axis": _value_axis()}
    layers: list[Spec] = [] if chart.level is None else [_level(chart.level, across)]
    layers += [_one_line(number) for number in range(len(chart.series))]
    shapes = [shape(number) for number in range(len(chart.series))]
    layers.append(
        {
            "mark": {"type": "point", "size": 55, "filled": True, "opacity": 1},
            "encoding": {
                "color": _scaled(chart, _inks(chart)),
                "shape": _scaled(chart, shapes),
            },
        }
    )
    if len(chart.series) == 1:
        layers.append(_value_labels({"dy": -12}))
    return {
        "height": UPRIGHT_HEIGHT,
        "encoding": {
            "x": _along(chart),
            "y": across | {"scale": _fixed(chart.top) if chart.top else {"zero": True, "nice": 4}},
        },
        "layer": layers,
    }


def _level(value: Decimal, across: Spec) -> Spec:
    """A line across, that the points are held against."""
    return {
        "data": {"values": [{"value": float(value)}]},
        "mark": {"type": "rule", "color": ink(1), "strokeDash": list(dash(1)), "strokeWidth": 2},
        "encoding": {"x": {"value": 0}, "x2": {"value": "width"}, "y": across},
    }


def _along(chart: Chart) -> Spec:
    """What a line runs along: categories side by side, or days at their true distance."""
    if chart.days:
        return time_channel(chart.days, chart.categories, WIDTH)
    scale = {"domain": _places(chart), "type": "point", "padding": 0.5}
    return _category_channel(chart, _letters_per_step(chart)) | {"scale": scale}


def _fixed(top: Decimal) -> Spec:
    return {"domain": [0, float(top)], "nice": False}


def _one_line(number: int) -> Spec:
    """The line of one series, with its dashes; a missing point is a gap."""
    return {
        "transform": [{"filter": f"datum.series === {number}"}],
        "mark": {
            "type": "line",
            "color": ink(number),
            "strokeDash": list(dash(number)),
            "strokeWidth": 2.25,
            "invalid": "break-paths-show-domains",
        },
    }


def _category_channel(chart: Chart, letters: int) -> Spec:
    down = lies_down(chart)
    names = [wrapped(name, letters, lines=2 if down else 3) for name in chart.categories]
    crowded = len(names) > UPRIGHT_CATEGORIES and not down
    return {
        "field": "place",
        "type": "ordinal",
        "axis": {
            "title": None,
            "labelExpr": f"split({json.dumps(names)}[datum.value], '\\n')",
            "labelAngle": 0,
            "labelLimit": 0,
            "labelLineHeight": LINE_HEIGHT,
            "labelOverlap": "greedy" if crowded else False,
            **({"labelBaseline": _centred(names)} if down else {}),
            "ticks": False,
            "labelPadding": 7,
            "grid": False,
        },
    }


def _centred(names: list[str]) -> Spec:
    """Names of two lines hang their first line above the middle of the bar."""
    parted = [place for place, name in enumerate(names) if "\n" in name]
    test = f"indexof({json.dumps(parted)}, datum.value) >= 0"
    return {"condition": {"test": test, "value": "bottom"}, "value": "middle"}


def _letters_per_step(chart: Chart) -> int:
    return int((WIDTH - 30) / max(len(chart.categories), 1) / LETTER_WIDTH)


def _places(chart: Chart) -> list[int]:
    """The categories that are drawn: bars only where there is something; the table has all."""
    every = list(range(len(chart.categories)))
    if chart.kind == "line":
        return every
    filled = [place for place in every if any(series.values[place] for series in chart.series)]
    return filled or every


def _legend_columns(chart: Chart) -> int:
    """As many names beside each other as the drawing has room for right of its axis labels."""
    names = [wrapped(category, LABEL_CHARACTERS, lines=2) for category in chart.categories]
    label = max((len(line) for name in names for line in name.split("\n")), default=0)
    room = WIDTH - (label * LETTER_WIDTH + 20 if lies_down(chart) else 40)
    widest = max((min(len(series.title), 26) for series in chart.series), default=1)
    return max(1, int(room // (widest * LETTER_WIDTH + 34)))


def _inks(chart: Chart) -> list[str]:
    return [ink(number) for number in range(len(chart.series))]


def _scaled(chart: Chart, values: Sequence[Any], **legend: str) -> Spec:
    """A channel that tells the series apart; the legend names them when there are several."""
    names = json.dumps([wrapped(series.title, 26, lines=1) for series in chart.series])
    named = {
        "title": None,
        "labelExpr": f"{names}[datum.value]",
        "columns": _legend_columns(chart),
        **legend,
    }
    return {
        "field": "series",
        "type": "ordinal",
        "scale": {"domain": list(range(len(chart.series))), "range": list(values)},
        "legend": named if len(chart.series) > 1 else None,
    }


def _value_axis() -> Spec:
    return {
        "title": None,
        "tickCount": 4,
        "format": ",~r",
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
        "labelColor": MUTED,
    }
