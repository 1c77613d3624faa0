"""The JSON object, the tables and their language."""

import ast
import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

import samspel.figures
from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.disclosure import PublicFigures
from samspel.figures.frame import DERIVED, SCHEMA, episode_frame
from samspel.figures.period import parse_period
from samspel.figures.tables import Table, as_csv, as_text, tables
from tests.figures.episodes import TEAM, framed, lifelike
from tests.figures.test_golden import AVESTA_2021, golden
from tests.spec.manual import swedish

PACKAGE = Path(samspel.figures.__file__).parent


def test_the_contract_of_a_golden_case() -> None:
    found = contract(golden(AVESTA_2021))
    assert json.loads(json.dumps(found)) == found
    keys = ["team", "period", "counts", "shares", "means", "series", "resources"]
    assert list(found) == keys
    assert found["resources"] == {}
    assert found["period"] == {"start": "2021-01-01", "end": "2021-12-31"}
    assert found["counts"]["closed"] == {
        "n": 16,
        "by": {
            "gender": {"woman": 11, "man": 5},
            "outcome": {
                "work": 7,
                "studies": 2,
                "other_rehabilitation": 3,
                "medical_rehabilitation": 4,
            },
        },
    }
    assert found["counts"]["dropouts"] == {"n": 0, "by": {"gender": {"woman": 0, "man": 0}}}
    assert found["shares"] == {"result_rate": {"part": 12, "whole": 16, "percent": 75}}
    age = found["means"]["age_at_end"]
    assert (age["mean"], age["youngest"], age["oldest"], age["n"]) == (37.5, 20, 57, 42)
    throughput = found["means"]["throughput_months"]
    assert throughput["mean"] == pytest.approx(24.1506, abs=1e-4)
    assert throughput["by"]["gender"]["man"] == {
        "mean": pytest.approx(15.2526, abs=1e-4),
        "n": 4,
    }
    assert found["series"]["throughput_months"][0] == {
        "period": "2018-07-01..2019-06-30",
        "mean": None,
        "n": 0,
    }


def test_no_data_is_null_with_n_0() -> None:
    found = contract(Figures(framed([]), team=TEAM, period=parse_period("2021")))
    assert found["means"]["throughput_months"] == {
        "mean": None,
        "median": None,
        "n": 0,
        "by": {"gender": {"woman": {"mean": None, "n": 0}, "man": {"mean": None, "n": 0}}},
    }
    assert found["shares"]["result_rate"] == {"part": 0, "whole": 0, "percent": None}
    assert found["counts"]["newly_enrolled"]["by"]["age_band"] == {}


def test_one_team_among_several_is_counted_alone() -> None:
    others = framed(lifelike(50)).with_columns(team=pl.lit("Another team"))
    both = pl.concat([framed(lifelike(90)), others])
    alone = Figures(framed(lifelike(90)), team=TEAM, period=parse_period("2021"))
    assert contract(Figures(both, team=TEAM, period=alone.period)) == contract(alone)
    together = Figures(both, team=None, period=alone.period)
    assert together.count("referred").n > alone.count("referred").n > 0


def test_tables_in_swedish() -> None:
    words = swedish()
    text = as_text(tables(golden(AVESTA_2021), words.__getitem__), "sv")
    lines = [line.split("  ") for line in text.splitlines()]
    rows = {parts[0]: [part.strip() for part in parts[1:] if part.strip()] for parts in lines}
    assert rows["Genomströmningstid, månader"] == ["24,2", "21,3", "12", "28,6", "15,3"]
    assert rows["Andel till resultat"] == ["75\u00a0%", "73\u00a0%", "80\u00a0%"]
    assert rows["Socialtjänsten"] == ["14", "41\u00a0%"]


def titles(found: list[Table]) -> list[str]:
    return [each.title for each in found]


def test_the_way_has_tables_where_there_is_anything_of_it() -> None:
    period = parse_period("2021")
    found = tables(Figures(framed(lifelike(90)), team=TEAM, period=period))
    way = next(each for each in found if each.title == "The way through the team")
    rows = dict(way.rows)
    for title, name in (("Study visits", "study_visit_on"), ("Left the queue", "withdrawn_on")):
        days = [row[name] for row in lifelike(90) if row[name]]
        assert rows[title][0].n == sum(day.year == 2021 for day in days) > 0
    assert titles(found)[-5:-2] == [
        "The way through the team",
        "Days on the way",
        "Left before enrolment – Why somebody left",
    ]
    assert "The way through the team" not in titles(tables(golden(AVESTA_2021)))
    public = PublicFigures(Figures(framed(lifelike(90)), team=TEAM, period=period))
    assert "The way through the team" not in titles(tables(public))


def test_means_have_a_column_for_every_gender_that_occurs() -> None:
    found = tables(Figures(framed(lifelike(90)), team=TEAM, period=parse_period("2021")))
    means = next(each for each in found if each.title == "Times and ages")
    assert means.heads[-3:] == ("Women", "Men", "Not stated")
    (throughput,) = [
        values for title, values in means.rows if title.startswith("Throughput time,")
    ][:1]
    whole, *parts = throughput[2], *throughput[3:]
    assert len(parts) == 3
    assert whole.n == sum(part.n or 0 for part in parts)


def test_nothing_is_since_a_start_that_comes_after_the_period() -> None:
    later = Figures(
        framed(lifelike(90)), team=TEAM, period=parse_period("2021"), started_on=date(2022, 1, 1)
    )
    assert "Since the start" not in titles(tables(later))
    then = later.for_period(parse_period("2022"))
    assert "Since the start" in titles(tables(then))


def test_csv_has_one_number_a_line() -> None:
    found = tables(golden(AVESTA_2021))
    lines = list(csv.reader(as_csv(found, "sv").splitlines(), delimiter=";"))
    assert len(lines) == 1 + sum(len(values) for table in found for _, values in table.rows)
    assert ["Times and ages", "Throughput time, months", "Mean", "24,2"] in lines
    english = as_csv(found, "en").splitlines()
    assert 'Times and ages,"Throughput time, months",Mean,24.2' in english


def test_a_frame_is_derived_once() -> None:
    row = {"episode_id": "a", "birth_date": date(2000, 2, 29), "enrolled_on": "2019-02-28"}
    row |= {"public_support_months": Decimal("12.3"), "gender": " ", "unheard_of": 1}
    frame = episode_frame([row])
    assert frame.columns == [*SCHEMA, *sorted(DERIVED, key=frame.columns.index)]
    assert {frame.schema[name] for name in DERIVED} == {pl.Int64()}
    found = frame.row(0, named=True)
    assert (found["age_at_enrolment"], found["public_support_tenths"]) == (18, 123)
    assert found["gender"] is None
    assert episode_frame([]).schema == frame.schema == episode_frame(frame).schema


def test_what_is_no_episode_is_refused_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        episode_frame([{"enrolled_on": "yesterday"}])


def marked_texts() -> set[str]:
    calls = (
        node
        for file in PACKAGE.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "noop"
    )
    return {ast.literal_eval(call.args[0]) for call in calls}


def test_every_text_has_its_swedish() -> None:
    words = swedish()
    assert marked_texts() == set(words)
    assert all(words.values())


def test_the_core_is_pure() -> None:
    """No Django, no clock, no database, and nothing of the project but itself."""
    imported = set()
    for file in PACKAGE.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module or "")
            elif isinstance(node, ast.Attribute):
                assert node.attr not in {"today", "now", "utcnow"}, file.name
    own = {name for name in imported if name.startswith("samspel")}
    assert all(name.startswith("samspel.figures") for name in own)
    assert not {"django", "sqlite3", "time"} & {name.partition(".")[0] for name in imported}
