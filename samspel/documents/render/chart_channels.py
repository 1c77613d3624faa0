"""What bars and lines have in common: the axis of the categories, the colours, the legend."""

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from samspel.documents.document import Chart
from samspel.documents.render.chart_colours import MUTED, TEXT, ink
from samspel.documents.render.chart_labels import wrapped
from samspel.documents.render.chart_looks import LETTER

Spec: TypeAlias = dict[str, Any]

WIDTH = 360
LETTER_WIDTH = 6.6
LINE_HEIGHT = 15
LABEL_CHARACTERS = 24
UPRIGHT_CATEGORIES = 8
UPRIGHT_HEIGHT = 190


def lies_down(chart: Chart) -> bool:
    """Whether the bars are horizontal: names are long, or there are many bars."""
    if chart.kind == "line":
        return False
    longest = max((len(category) for category in chart.categories), default=0)
    if chart.kind == "stacked_bar":
        return longest > LABEL_CHARACTERS // 2
    return (
        longest > LABEL_CHARACTERS // 2
        or len(chart.categories) * len(chart.series) > 2 * UPRIGHT_CATEGORIES
        or len(chart.categories) > UPRIGHT_CATEGORIES
    )


def value_labels(position: Spec) -> Spec:
    """The numbers at bars or points."""
    return {
        "mark": {"type": "text", "fontSize": LETTER, "color": TEXT, **position},
        "encoding": {"text": {"field": "label", "type": "nominal"}},
    }


def category_channel(chart: Chart, letters: int) -> Spec:
    """The axis of the categories, with their names."""
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


def letters_per_step(chart: Chart) -> int:
    """As many letters as an upright category has room for."""
    return int((WIDTH - 30) / max(len(chart.categories), 1) / LETTER_WIDTH)


def places(chart: Chart) -> list[int]:
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


def inks(chart: Chart) -> list[str]:
    """The colours of the series."""
    return [ink(number) for number in range(len(chart.series))]


def scaled(chart: Chart, values: Sequence[Any], **legend: str) -> Spec:
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


def value_axis() -> Spec:
    """The axis of the values."""
    return {
        "title": None,
        "tickCount": 4,
        "format": ",~r",
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
        "labelColor": MUTED,
    }
