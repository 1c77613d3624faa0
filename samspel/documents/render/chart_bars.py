"""Bars: one for each category, a group of them beside each other, or stacked into one."""

from samspel.documents.document import Chart
from samspel.documents.render.chart_channels import (
    LABEL_CHARACTERS,
    LINE_HEIGHT,
    UPRIGHT_HEIGHT,
    Spec,
    category_channel,
    inks,
    letters_per_step,
    lies_down,
    places,
    scaled,
    value_axis,
    value_labels,
)
from samspel.documents.render.chart_labels import wrapped

_BESIDE = {"align": "left", "baseline": "middle", "dx": 4}
_ABOVE = {"align": "center", "baseline": "bottom", "dy": -3}


def bars(chart: Chart) -> Spec:
    """Bars with their numbers; several series stand beside each other."""
    down = lies_down(chart)
    along, across = ("y", "x") if down else ("x", "y")
    apart = 0.28 if len(chart.series) > 1 else 0.4
    encoding = {
        along: category_channel(chart, LABEL_CHARACTERS if down else letters_per_step(chart))
        | {"scale": {"domain": places(chart), "paddingInner": apart, "paddingOuter": apart / 2}},
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
        "encoding": {"color": scaled(chart, inks(chart), symbolType="square")},
    }
    return {
        "height": {"step": _step(chart, max(len(chart.series), 1))} if down else UPRIGHT_HEIGHT,
        "encoding": encoding,
        "layer": [bars, value_labels(_BESIDE if down else _ABOVE)],
    }


def _from_zero(chart: Chart) -> Spec:
    """The value axis: zero is always on it, and the longest bar leaves room for its label."""
    values = [float(value) for series in chart.series for value in series.values if value]
    return {
        "zero": True,
        "domainMin": min([0.0, *values]) * 1.12,
        "domainMax": max([0.0, *values]) * 1.12 or 1.0,
    }


def _step(chart: Chart, bars: int) -> int:
    """The height of one of the lying bars that a category has: its name, up to two lines, must
    fit."""
    names = [wrapped(category, LABEL_CHARACTERS, lines=2) for category in chart.categories]
    lines = max((name.count("\n") + 1 for name in names), default=1)
    return max(26 if bars == 1 else 17, (LINE_HEIGHT * lines + 6) // bars)


def stacks(chart: Chart) -> Spec:
    """One bar for each category, its series on top of one another.

    Bars over time stand upright however many they are. The segments have no numbers of their own,
    since small ones have no room for them: the axis tells how high, and the table how much.
    """
    down = lies_down(chart)
    along, across = ("y", "x") if down else ("x", "y")
    scale = {"domain": places(chart), "paddingInner": 0.28, "paddingOuter": 0.14}
    return {
        "height": {"step": _step(chart, 1)} if down else UPRIGHT_HEIGHT,
        "mark": {"type": "bar"},
        "encoding": {
            along: category_channel(chart, LABEL_CHARACTERS if down else letters_per_step(chart))
            | {"scale": scale},
            across: {
                "field": "value",
                "type": "quantitative",
                "axis": value_axis(),
                "stack": "zero",
                "scale": {"zero": True, "nice": 4},
            },
            "color": scaled(chart, inks(chart), symbolType="square"),
            "order": {"field": "series", "type": "ordinal"},
        },
    }
