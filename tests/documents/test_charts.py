"""Drawn charts: named for those who cannot see them, coloured by classes, honest in scale."""

import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from samspel.documents.document import Chart, Column, Number, Series, Table
from samspel.documents.render.chart_channels import lies_down
from samspel.documents.render.chart_colours import INKS
from samspel.documents.render.chart_labels import plain_number, wrapped
from samspel.documents.render.chart_spec import specification
from samspel.documents.render.charts import chart_png, chart_svg
from tests.documents.sample_figures import age_chart, referrer_chart, throughput_chart

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = [referrer_chart(), age_chart(), throughput_chart()]


def keyed(chart: Chart) -> str:
    return chart.key


@pytest.mark.parametrize("chart", CHARTS, ids=keyed)
@pytest.mark.parametrize("theme", ["page", "print"])
def test_title_and_description_are_the_only_names(chart: Chart, theme: str) -> None:
    drawn = chart_svg(chart, theme=theme)
    root = ET.fromstring(drawn)
    assert root.get("role") == "img"
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", chart.title)
    assert (description.tag, description.text) == (f"{SVG}desc", chart.alternative)
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == description.get("id")
    inner = [name for each in root.iter() if each is not root for name in each.attrib]
    assert not {name for name in inner if name.startswith("aria") or name == "role"}


@pytest.mark.parametrize("chart", CHARTS, ids=keyed)
def test_nothing_inline_and_nothing_from_elsewhere(chart: Chart) -> None:
    drawn = chart_svg(chart, theme="page")
    assert "style=" not in drawn
    assert "<style" not in drawn
    assert "href" not in drawn
    assert "url(" not in drawn
    assert set(re.findall(r"https?://[^\"]*", drawn)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("chart", CHARTS, ids=keyed)
def test_on_pages_every_colour_has_a_class(chart: Chart) -> None:
    for each in ET.fromstring(chart_svg(chart, theme="page")).iter():
        coloured = [each.get(kind, "none") for kind in ("fill", "stroke")]
        has_colour = any(colour.startswith("#") for colour in coloured)
        assert has_colour == each.get("class", "").startswith("chart-")


def test_in_print_no_class_is_needed() -> None:
    drawn = chart_svg(age_chart(), theme="print")
    assert "chart-ink" not in drawn
    assert INKS[0] in drawn
    assert INKS[1] in drawn


def test_bars_are_labelled_as_the_table_prints_them() -> None:
    texts = [each.text for each in ET.fromstring(chart_svg(age_chart(), theme="page")).iter()]
    assert [text for text in texts if text in {"0", "1", "2", "3", "4", "5", "7"}] == [
        *("7", "5", "4"),
        *("1", "4", "3", "2", "1"),
    ]


def test_bars_are_drawn_only_where_there_is_something() -> None:
    values = (Decimal(0), Decimal(2), None)
    table = Table("t", "T", (Column("A"),), ())
    chart = Chart("k", "bar", "K", "…", ("A", "B", "C"), (Series("S", values),), "", table)
    assert {point["place"] for point in specification(chart, "sv")["data"]["values"]} == {1}
    line = replace(chart, kind="line")
    assert {point["place"] for point in specification(line, "sv")["data"]["values"]} == {0, 1, 2}


def test_the_legend_has_the_room_beside_the_names() -> None:
    chart = age_chart()
    series = (*chart.series, Series("Uppgift saknas", chart.series[0].values))
    long = tuple(f"{name} utanför åldersgrupperna" for name in chart.categories)
    drawn = specification(replace(chart, series=series, categories=long), "sv")
    assert drawn["layer"][0]["encoding"]["color"]["legend"]["columns"] == 1
    drawn = specification(chart, "sv")
    assert drawn["layer"][0]["encoding"]["color"]["legend"]["columns"] > 1


def one_bar(value: Decimal | None, *cells: Number) -> Chart:
    table = Table("t", "T", tuple(Column(str(n)) for n in range(len(cells) + 1)), (("A", *cells),))
    return Chart("k", "bar", "K", "…", ("A",), (Series("S", (value,)),), "", table)


def test_a_count_of_one_is_not_taken_for_its_share_of_the_whole() -> None:
    count = Number("a", "1", Decimal(1), "")
    share = Number("b", "100 %", Decimal(1), "", kind="percent")
    points = specification(one_bar(Decimal(1), count, share), "sv")["data"]["values"]
    assert points[0]["label"] == "1"


@pytest.mark.parametrize(("language", "label"), [("sv", "24,2"), ("en", "24.2")])
def test_a_value_outside_the_table_is_printed_in_the_language(language: str, label: str) -> None:
    points = specification(one_bar(Decimal("24.15")), language)["data"]["values"]
    assert points[0]["label"] == label


def test_thousands_are_parted() -> None:
    assert plain_number(Decimal(1234567), "sv") == "1\u202f234\u202f567"
    assert plain_number(Decimal("1234.5"), "en") == "1,234.5"


def test_a_missing_point_is_a_gap() -> None:
    whole = throughput_chart().series[0]
    assert whole.values[2] is None
    drawn = chart_svg(replace(throughput_chart(), series=(whole,), key="gap"), theme="print")
    lines = re.findall(rf'd="([^"]+)"[^>]*stroke="{INKS[0]}"', drawn)
    assert [line.count("M") for line in lines] == [2]


@pytest.mark.parametrize("chart", [referrer_chart(), age_chart()], ids=keyed)
def test_bars_start_at_zero(chart: Chart) -> None:
    encoding = specification(chart, "sv")["encoding"]
    across = encoding["x" if lies_down(chart) else "y"]
    assert across["scale"]["domainMin"] == 0
    assert across["scale"]["domainMax"] > 8 * 0.8


def test_long_names_lay_the_bars_down() -> None:
    assert lies_down(referrer_chart())
    assert not lies_down(age_chart())
    assert not lies_down(throughput_chart())


def test_names_are_broken_between_words_and_after_dashes() -> None:
    assert wrapped("2021-07–2022-06", 9) == "2021-07–\n2022-06"
    assert wrapped("16–17", 9) == "16–17"
    assert wrapped("Region Skogsdalen, psykiatrisk öppenvård", 24) == (
        "Region Skogsdalen,\npsykiatrisk öppenvård"
    )


def test_endless_names_are_shortened() -> None:
    assert wrapped("x" * 10_000, 24, lines=2) == "x" * 24 + "\n" + "x" * 24 + "…"


def test_a_chart_without_points_is_still_drawn() -> None:
    empty = replace(age_chart(), categories=(), series=(), key="empty")
    assert ET.fromstring(chart_svg(empty, theme="page")).get("role") == "img"


def test_the_same_chart_is_drawn_once() -> None:
    assert chart_svg(age_chart(), theme="page") is chart_svg(age_chart(), theme="page")


def test_png_is_twice_the_size_of_the_drawing() -> None:
    png = chart_png(age_chart())
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 720


def test_stacked_bars_stand_on_one_another_and_have_an_axis_instead_of_numbers() -> None:
    months = tuple(f"2024-{month:02d}" for month in range(1, 13))
    two = (Series("A", (Decimal("1.5"),) * 12), Series("B", (Decimal("0.5"),) * 12))
    table = Table("t", "T", (Column("Month"),), (("2024-01",),))
    chart = Chart("k", "stacked_bar", "K", "…", months, two, "full time", table)
    drawn = specification(chart, "sv")
    assert not lies_down(chart)
    assert drawn["encoding"]["y"]["stack"] == "zero"
    assert drawn["encoding"]["y"]["axis"] is not None
    assert "layer" not in drawn
    assert chart_svg(chart, theme="page").count("chart-ink-2") >= 12


def test_a_stacked_bar_is_as_high_as_its_name_of_two_lines() -> None:
    names = ("Handledning och utbildning", "Personal")
    two = (Series("A", (Decimal(1),) * 2), Series("B", (Decimal(1),) * 2))
    table = Table("t", "T", (Column("Line"),), ((names[0],),))
    chart = Chart("k", "stacked_bar", "K", "…", names, two, "kronor", table)
    assert lies_down(chart)
    assert specification(chart, "sv")["height"]["step"] >= 2 * 15
