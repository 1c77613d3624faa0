"""A chart as a Vega-Lite specification.

Everything is drawn 360 pixels wide with letters of 13, so that it can be read unscaled on a
phone. Long names are broken and shortened here: Vega would cut them in the middle of a
character. Categories are numbered on the axis and named by the axis labels: two categories of the
same name stay apart, and no name is ever read as an expression.
"""

from decimal import Decimal

from samspel.documents.document import Chart
from samspel.documents.render.chart_bars import bars, stacks
from samspel.documents.render.chart_channels import (
    UPRIGHT_HEIGHT,
    WIDTH,
    Spec,
    category_channel,
    inks,
    letters_per_step,
    places,
    scaled,
    value_axis,
    value_labels,
)
from samspel.documents.render.chart_colours import dash, ink, shape
from samspel.documents.render.chart_labels import Language, value_label, wrapped
from samspel.documents.render.chart_looks import looks
from samspel.documents.render.chart_time import (
    WIDTH_OF_DECIMAL,
    WIDTH_OF_VALUE,
    positions,
    spaced,
    time_channel,
)


def specification(chart: Chart, language: Language) -> Spec:
    """The Vega-Lite specification of ``chart``, with concrete colours."""
    draw = {"line": _lines, "stacked_bar": stacks}.get(chart.kind, bars)
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
        **draw(chart),
    }


def _points(chart: Chart, language: Language) -> list[Spec]:
    drawn = set(places(chart))
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


def _lines(chart: Chart) -> Spec:
    across = {"field": "value", "type": "quantitative", "axis": value_axis()}
    layers: list[Spec] = [] if chart.level is None else [_level(chart.level, across)]
    layers += [_one_line(number) for number in range(len(chart.series))]
    shapes = [shape(number) for number in range(len(chart.series))]
    layers.append(
        {
            "mark": {"type": "point", "size": 55, "filled": True, "opacity": 1},
            "encoding": {
                "color": scaled(chart, inks(chart)),
                "shape": scaled(chart, shapes),
            },
        }
    )
    if _never_beside_another(chart):
        layers.append(value_labels({"dy": -12}))
    return {
        "height": UPRIGHT_HEIGHT,
        "encoding": {
            "x": _along(chart),
            "y": across | {"scale": _fixed(chart.top) if chart.top else {"zero": True, "nice": 4}},
        },
        "layer": layers,
    }


def _never_beside_another(chart: Chart) -> bool:
    """Whether no two lines have a point at the same place, so that numbers have room."""
    told = ([series.values[place] for series in chart.series] for place in places(chart))
    return all(sum(value is not None for value in values) <= 1 for values in told)


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
    scale = {"domain": places(chart), "type": "point", "padding": 0.5}
    return category_channel(chart, letters_per_step(chart)) | {"scale": scale}


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
