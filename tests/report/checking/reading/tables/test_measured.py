"""Ruled tables of means: a measure in every row, or a period in every row."""

import pytest

from samspel.report.checking.reading.tables.ruled import read_ruled
from tests.report.checking.reading.tables.claimed import claimed, rows, stated

MEANS = rows(
    "Genomsnitt | Alla | Kvinnor | Män | Median | Antal",
    "Genomströmningstid, månader | 16,3 | 16,9 | 15,5 | 17,3 | 12",
    "Tid i offentlig försörjning före, år | 1,6 | 1,5 | 1,8 | 1,5 | 10",
    "Ålder vid avslut, år | 34,9 | 31,7 | 40,0 | 30,4 | 12",
)


def test_a_measure_in_every_row() -> None:
    assert stated(read_ruled, "Tider för avslutade till resultat", *MEANS) == {
        "throughput_months": "16.3",
        "throughput_months.gender.woman": "16.9",
        "throughput_months.gender.man": "15.5",
        "throughput_months.median": "17.3",
        "throughput_months.n": "12",
        "public_support_months.years": "1.6",
        "public_support_months.gender.woman.years": "1.5",
        "public_support_months.gender.man.years": "1.8",
        "public_support_months.median.years": "1.5",
        "public_support_months.n": "10",
        "age_at_closing": "34.9",
        "age_at_closing.gender.woman": "31.7",
        "age_at_closing.gender.man": "40",
        "age_at_closing.median": "30.4",
        "age_at_closing.n": "12",
    }
    assert claimed(read_ruled, "Tider för avslutade till resultat", *MEANS) == []


def test_of_whom_must_be_told() -> None:
    assert stated(read_ruled, "Tider för alla avslutade", *MEANS) == {}


SERIES = rows("Tolv månader | Månader, medel | Antal", "2021/22 | 7,8 | 3", "2022 | 8,9 | 9")


def test_a_period_in_every_row() -> None:
    title = "Period 2022-01-01 – 2022-12-31"
    assert stated(read_ruled, title, "", "Genomströmningstid över åren", *SERIES) == {
        "throughput_months@2021-07-01..2022-06-30": "7.8",
        "throughput_months.n@2021-07-01..2022-06-30": "3",
        "throughput_months": "8.9",
        "throughput_months.n": "9",
    }


@pytest.mark.parametrize(
    ("caption", "label"), [("Väntetid över åren", "2022"), ("Genomströmningstid över åren", "i år")]
)
def test_a_series_that_is_not_clear_tells_none(caption: str, label: str) -> None:
    lines = [line.replace("2022\t", f"{label}\t") for line in SERIES]
    assert stated(read_ruled, caption, *lines) == {}
