"""Days along the axis: at their true distance, named where there is room."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from samspel.documents.document import Chart, Column, Series, Table
from samspel.documents.render.chart_spec import specification
from samspel.documents.render.chart_time import positions, spaced
from samspel.documents.render.charts import chart_svg

FIRST = date(2025, 2, 1)


def line(*offsets: int) -> Chart:
    """A line over the days that lie so many days after the first."""
    days = tuple(FIRST + timedelta(days=each) for each in offsets)
    values = tuple(Decimal(number % 11) for number, _day in enumerate(days))
    return Chart(
        "k",
        "line",
        "K",
        "…",
        tuple(day.isoformat() for day in days),
        (Series("S", values),),
        "",
        Table("t", "T", (Column("A"),), ()),
        days=days,
        top=Decimal(10),
    )


def test_days_stand_at_their_distance_and_the_value_axis_is_fixed() -> None:
    drawn = specification(line(0, 7, 200), "sv")
    assert [point["place"] for point in drawn["data"]["values"]] == [0, 7, 200]
    assert drawn["encoding"]["x"]["scale"]["domain"] == [0, 200]
    assert drawn["encoding"]["y"]["scale"]["domain"] == [0, 10]


def test_names_that_would_touch_give_way_and_the_last_day_stays() -> None:
    texts = [
        each.text
        for each in ET.fromstring(chart_svg(line(0, 2, 100, 199, 200), theme="page")).iter()
    ]
    assert [text for text in texts if text and text.startswith("2025-")] == [
        "2025-02-01",
        "2025-05-12",
        "2025-08-20",
    ]


def test_a_level_is_drawn_across_in_dashes_at_its_height() -> None:
    drawn = ET.fromstring(chart_svg(replace(line(0, 50, 200), level=Decimal(5)), theme="page"))
    dashed = [each for each in drawn.iter() if each.get("stroke-dasharray") == "5,3"]
    assert [each.get("class") for each in dashed] == ["chart-line-2"]
    assert dashed[0].get("transform") == "translate(0,95)"
    plain = ET.fromstring(chart_svg(line(0, 50, 200), theme="page"))
    assert not [each for each in plain.iter() if each.get("stroke-dasharray") == "5,3"]


def test_numbers_with_a_decimal_stand_further_apart() -> None:
    whole = line(*range(0, 200, 10))
    values = tuple(value + Decimal("0.5") for value in whole.series[0].values if value is not None)
    halves = replace(whole, series=(Series("S", values),), top=Decimal(20))
    told = [
        len([point for point in specification(chart, "sv")["data"]["values"] if point["label"]])
        for chart in (whole, halves)
    ]
    assert told[0] > told[1] > 2


def test_two_answers_on_one_day_apart_are_drawn() -> None:
    chart = line(0)
    assert "svg" in chart_svg(replace(chart, key="one"), theme="page")


@given(st.sets(st.integers(0, 3000), min_size=1, max_size=40), st.integers(1, 120))
def test_what_is_named_lies_apart_but_for_the_ends(offsets: set[int], apart: int) -> None:
    days = [FIRST + timedelta(days=each) for each in sorted(offsets)]
    named = sorted(spaced(days, apart, 360))
    assert (named[0], named[-1]) == (0, len(days) - 1)
    at, scale = positions(days), 360 / (positions(days)[-1] or 1)
    gaps = [(at[b] - at[a]) * scale for a, b in pairwise(named)]
    assert all(gap >= apart for gap in gaps) or len(named) == 2
