"""Ruled tables of any kind: which rows and columns are totals, and what shares are shares of."""

import pytest

from samspel.report.checking.reading.tables.ruled import read_ruled
from tests.report.checking.reading.tables.claimed import claimed, rows

BY_AGE = rows(
    "Ålder | Kvinnor | Män | Totalt | Andel",
    "18–30 | 6 | 2 | 8 | 40 %",
    "31–45 | 5 | 4 | 9 | 45 %",
    "46–64 | 1 | 2 | 3 | 15 %",
    "Totalt | 12 | 8 | 20 | ",
)


def test_totals_of_columns_and_rows_and_shares_of_the_total() -> None:
    assert claimed(read_ruled, *BY_AGE) == [
        "12 = 6 + 5 + 1",
        "8 = 2 + 4 + 2",
        "20 = 8 + 9 + 3",
        "8 = 6 + 2",
        "9 = 5 + 4",
        "3 = 1 + 2",
        "20 = 12 + 8",
        "8 of 20 is 40",
        "9 of 20 is 45",
        "3 of 20 is 15",
    ]


@pytest.mark.parametrize(
    ("row", "old", "new"), [(1, "6", "7"), (2, "9", "8"), (4, "20", "21"), (3, "15 %", "25 %")]
)
def test_an_altered_cell_is_claimed_all_the_same(row: int, old: str, new: str) -> None:
    lines = [*BY_AGE]
    lines[row] = lines[row].replace(old, new, 1)
    was, now = claimed(read_ruled, *BY_AGE), claimed(read_ruled, *lines)
    assert set(now) - set(was)
    sums = [claim for claim in now if "=" in claim]
    assert len(sums) == sum("=" in claim for claim in was)


def test_a_column_of_numbers_alone_with_a_total() -> None:
    parts = "AF | 3 | 30 %", "FK | 5 | 50 %", "Soc | 3 | 20 %"
    lines = rows("Remittent | Antal | Andel", *parts, "Totalt | 10 |")
    assert claimed(read_ruled, *lines)[0] == "10 = 3 + 5 + 3"


PLACES = rows(
    "Arbetsgivare | Började | Slutade | Pågår | Deltagare",
    "Företag | 4 | 3 | 2 | 5",
    "Kommun | 3 | 3 | 1 | 4",
    "Förening | 2 | 2 | 1 | 3",
    "Alla | 9 | 8 | 4 | 10",
)


def test_people_who_can_be_counted_several_times_are_no_sum() -> None:
    assert claimed(read_ruled, *PLACES) == ["9 = 4 + 3 + 2", "8 = 3 + 3 + 2", "4 = 2 + 1 + 1"]


def test_a_sum_that_happens_to_hold_is_no_claim_either() -> None:
    lines = [line.replace("\t10", "\t12") for line in PLACES]
    assert claimed(read_ruled, *lines) == claimed(read_ruled, *PLACES)


def test_all_first_and_shares_in_rows() -> None:
    lines = rows(
        "Siffra | Alla | Kvinnor | Män",
        "Planerade samtal | 97 | 60 | 37",
        "Hållna samtal | 83 | 52 | 31",
        "Andel hållna samtal | 86 % | 87 % | 84 %",
        "Inställda samtal | 14 | 8 | 6",
    )
    assert claimed(read_ruled, *lines) == [
        "97 = 60 + 37",
        "83 = 52 + 31",
        "14 = 8 + 6",
        "83 of 97 is 86",
        "52 of 60 is 87",
        "31 of 37 is 84",
    ]


def test_shares_of_the_column_beside() -> None:
    lines = rows(
        "Myndighet | Väntades | Kom | Andel",
        "AF | 33 | 28 | 85 %",
        "FK | 30 | 23 | 77 %",
        "Region | 32 | 22 | 69 %",
    )
    shares = ["28 of 33 is 85", "23 of 30 is 77", "22 of 32 is 69"]
    assert claimed(read_ruled, *lines) == shares


def test_two_groups_of_columns_each_with_its_total() -> None:
    lines = rows(
        "Ålder | In, kvinnor | In, män | In, totalt | Ut, kvinnor | Ut, män | Ut, totalt",
        "18–30 | 7 | 3 | 10 | 6 | 2 | 8",
        "31–64 | 4 | 5 | 9 | 2 | 2 | 4",
    )  # fmt: skip
    assert claimed(read_ruled, *lines) == ["10 = 7 + 3", "9 = 4 + 5", "8 = 6 + 2", "4 = 2 + 2"]


def test_a_row_that_gathers_others_is_no_part_of_the_total() -> None:
    lines = rows(
        "Skattning | Antal | Andel | Kvinnor | Män",
        "Bättre | 10 | 45 % | 6 | 4",
        "Samma | 11 | 50 % | 6 | 5",
        "Sämre | 1 | 5 % | 1 | 0",
        "Säkert ändrade | 11 | 50 % | 7 | 4",
        "Alla | 22 | | 13 | 9",
    )
    assert claimed(read_ruled, *lines)[:3] == [
        "22 = 10 + 11 + 1",
        "13 = 6 + 6 + 1",
        "9 = 4 + 5 + 0",
    ]


def test_decimals_within_their_rounding() -> None:
    lines = rows(
        "Månad | AF | FK | Totalt",
        "jan | 0,80 | 1,00 | 1,80",
        "feb | 0,333 | 1,00 | 1,80",
        "mar | 0,33 | 0,33 | 0,67",
    )
    assert claimed(read_ruled, *lines)[-1] == "0.67 = 0.33 + 0.33"


LEFT_ALONE = {
    "means": (
        "Tid | Alla | Kvinnor | Män", "Månader | 16,3 | 16,9 | 17,9", "Ålder | 34,9 | 31,7 | 46,0",
    ),
    "years of a series": ("Myndighet | 2021 | 2022", "AF | 75 % | 100 %", "Alla | 88 % | 81 %"),
    "words": ("Plats | Namn | Till", "Ledamot | Siv | 2025-08-31", "Ersättare | Rune | "),
    "percentages of working time": ("Roll | Av | Grad", "coach | AF | 80 %", "coach | FK | 20 %"),
    "bullets": ("• | 12 av 16 = 75 %", "• | Totalt 16 deltagare"),
    "a way through steps": ("Steg | Kom | Är kvar", "Besök | 22 | 0", "Kö | 26 | 3"),
    "more in the rows than in the total": (
        "Grupp | Gånger | Timmar | Kaffe", "Skog | 4 | 8 | 1", "Kök | 3 | 9 | 2",
        "Alla | 5 | 9 | 2",
    ),
    "kinds that one person can be of": ("Aktivitet | Antal", "Skog | 6", "Kök | 7", "Totalt | 9"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_is_not_clear_is_left_alone(name: str) -> None:
    assert claimed(read_ruled, *rows(*LEFT_ALONE[name])) == []


def test_a_note_that_some_are_counted_several_times() -> None:
    lines = rows("Ort | Antal", "Skog | 6", "Kök | 7", "Totalt | 9")
    note = "Den som kom till grupper av flera sorter räknas i var och en."
    assert claimed(read_ruled, *lines) == ["9 = 6 + 7"]
    assert claimed(read_ruled, *lines, note) == []


def test_numbers_that_are_hidden_or_in_words_make_no_sum() -> None:
    """“<5” stands for a number that is not told: nothing is held against the total."""
    lines = rows("Ort | Kvinnor | Män | Totalt", "Norr | <5 | 7 | 9", "Söder | 6 | 5 | 11",
                 "Öster | 1 | – | 1", "Totalt | 9 | 12 | 21")  # fmt: skip
    sums = ["12 = 7 + 5", "21 = 9 + 11 + 1", "11 = 6 + 5", "21 = 9 + 12"]
    assert claimed(read_ruled, *lines) == sums
    assert claimed(read_ruled, *(line.replace("<5", "ingen") for line in lines)) == sums


def test_a_row_of_those_outside_the_bands_is_a_part_as_well() -> None:
    lines = rows("Ålder | Kvinnor | Män", "18–64 | 6 | 2", "Utanför åldersgrupperna | 0 | 1",
                 "Totalt | 6 | 3")  # fmt: skip
    assert claimed(read_ruled, *lines) == ["6 = 6 + 0", "3 = 2 + 1"]
