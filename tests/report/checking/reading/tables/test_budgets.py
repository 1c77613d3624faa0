"""Tables of money: how they are parted, and what their rows and columns say of each other."""

import time

import pytest

from samspel.report.checking.reading.tables.budgets import read_budgets
from tests.report.checking.reading.tables.claimed import claimed, found, stated

ACTUAL = (
    "Period 2022-01-01 – 2022-12-31",
    "Tabell: budgetutfall per 2022-12-31",
    "Beslut totalt   Utfall   Återstår",
    "Egen personal 1 200 000    1 150 500    49 500",
    "Lokaler 40 000    42 250    -2 250",
    "Material 60 000    55 000    5 000",
    "S:a bokförda kostnader 1 300 000    1 247 750    52 250",
)
ALL_OF_ACTUAL = [
    "1300000 = 1200000 + 40000 + 60000",
    "1247750 = 1150500 + 42250 + 55000",
    "52250 = 49500 + -2250 + 5000",
    "1200000 - 1150500 = 49500",
    "40000 - 42250 = -2250",
    "60000 - 55000 = 5000",
    "1300000 - 1247750 = 52250",
]


def single_spaced(lines: tuple[str, ...]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def test_columns_with_wide_gaps() -> None:
    assert claimed(read_budgets, *ACTUAL) == ALL_OF_ACTUAL


def test_columns_with_single_spaces_are_parted_by_what_every_row_has() -> None:
    assert claimed(read_budgets, *single_spaced(ACTUAL)) == ALL_OF_ACTUAL


def test_columns_parted_by_tabs() -> None:
    rows = [*ACTUAL[:2], "\tBeslut\tUtfall\tÅterstår"]
    rows += ["\t".join(part.strip() for part in _cells(line)) for line in ACTUAL[3:]]
    assert claimed(read_budgets, *rows) == ALL_OF_ACTUAL


def _cells(line: str) -> list[str]:
    first, *others = line.split("    ")
    label, _space, number = next(
        (first[:at], first[at], first[at + 1 :])
        for at in range(len(first))
        if first[at] == " " and first[at + 1].isdigit()
    )
    return [label, number, *others]


def test_the_totals_are_figures() -> None:
    assert stated(read_budgets, *ACTUAL) == {
        "budget_allocated": "1300000",
        "budget_actual": "1247750",
        "budget_remaining": "52250",
    }


def test_a_total_is_held_against_the_report_of_its_own_year() -> None:
    lines = [
        line.replace("2022-12-31", "2021-12-31") if "Tabell" in line else line for line in ACTUAL
    ]
    assert "budget_actual@2021-01-01..2021-12-31" in stated(read_budgets, *lines)


@pytest.mark.parametrize(
    ("old", "new", "broken"),
    [
        ("1 150 500", "1 160 500",
         ["1247750 = 1160500 + 42250 + 55000", "1200000 - 1160500 = 49500"]),
        ("-2 250", "-3 250", ["52250 = 49500 + -3250 + 5000", "40000 - 42250 = -3250"]),
        ("52 250", "62 250", ["62250 = 49500 + -2250 + 5000", "1300000 - 1247750 = 62250"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("narrow", [False, True])
def test_what_does_not_fit_is_claimed_all_the_same(
    old: str, new: str, broken: list[str], narrow: bool
) -> None:
    lines = single_spaced(ACTUAL) if narrow else ACTUAL
    claims = claimed(read_budgets, *(line.replace(old, new) for line in lines))
    assert len(claims) == len(ALL_OF_ACTUAL)
    assert [claim for claim in claims if claim not in ALL_OF_ACTUAL] == broken


FORECAST = (
    "Tabell: Tilldelad budget 2022 och prognos 2022",
    "Arsbudget, | Prognos",
    "Tilldelat helaret 2022",
    "och",
    "fordelat",
    "Personal 1410500* 1322000",
    "Handledning 54500 48000",
    "Deltagarkostnader 95000 90000",
    "Totalt 1560000 1460000",
)


def test_a_scanned_table_with_broken_heads_and_a_footnote() -> None:
    assert claimed(read_budgets, *FORECAST) == [
        "1560000 = 1410500 + 54500 + 95000",
        "1460000 = 1322000 + 48000 + 90000",
    ]
    assert stated(read_budgets, *FORECAST) == {
        "budget_allocated": "1560000",
        "budget_forecast": "1460000",
    }


def test_heads_whose_order_is_not_told_name_no_figures() -> None:
    lines = [*FORECAST[:1], "Arets Prognos", "budget 2022", *FORECAST[5:]]
    assert stated(read_budgets, *lines) == {}
    assert len(claimed(read_budgets, *lines)) == 2


HALVES = (
    "Tabell: Budget 2020, äskat/tilldelat, prel. halvår samt prel. differens helår.",
    "\tÅrsbudget 2020\t<i>Prel första halvår</i>\tPrel andra halvår\tPrel.diff. helår 2020",
    "Personal\t1500000\t640000\t760000\t+ 100000",
    "Handledning\t90000\t31000\t50000\t+9000",
    "Deltagarkostnader\t210000\t62000\t120000\t+28000",
    "Totalt (äskat)\t1800000\t\t\t+137000",
    "<i>Totalt tilldelat</i>\t<i>1650000</i>\t\t\t<i>-13000</i>",
)


def test_halves_of_the_year_and_a_second_total() -> None:
    halves = "640000 - 31000 - 62000 - 760000 - 50000 - 120000"
    assert claimed(read_budgets, *HALVES) == [
        "1800000 = 1500000 + 90000 + 210000",
        "137000 = 100000 + 9000 + 28000",
        "1500000 - 640000 - 760000 = 100000",
        "90000 - 31000 - 50000 = 9000",
        "210000 - 62000 - 120000 = 28000",
        f"1800000 - {halves} = 137000",
        f"1650000 - {halves} = -13000",
    ]
    assert stated(read_budgets, *HALVES) == {
        "budget_applied": "1800000",
        "budget_allocated": "1650000",
    }


def test_numbers_have_the_place_of_their_digits() -> None:
    lines = dict(enumerate(HALVES, start=1))
    numbers = [
        claim.left for claim in found(read_budgets, *HALVES).claims if hasattr(claim, "left")
    ]
    assert numbers
    assert all(lines[n.line][n.start : n.end] == n.text for n in numbers)
    assert [n.text for n in numbers][:2] == ["+ 100000", "+9000"]


def test_thousands_of_kronor() -> None:
    rows = "Personal\t1 200\t1 100", "Lokaler\t150\t150", "Summa\t1 350\t1 250"
    lines = ("Budget 2022, tkr", "\tÄskat\tTilldelat", *rows)
    assert claimed(read_budgets, *lines) == [
        "1350000 = 1200000 + 150000",
        "1250000 = 1100000 + 150000",
    ]
    assert stated(read_budgets, *lines) == {
        "budget_applied": "1350000",
        "budget_allocated": "1250000",
    }


def test_subtotals_and_the_total_of_them() -> None:
    people = "Löner\t900000", "Kurser\t40000", "Summa personal\t940000"
    rooms = "Hyra\t50000", "Kaffe\t10000", "Summa lokaler\t60000"
    lines = ("Tabell: Budget, kronor", "\tBudget", *people, *rooms)
    assert claimed(read_budgets, *lines) == ["940000 = 900000 + 40000", "60000 = 50000 + 10000"]


LEFT_ALONE = {
    "a total that is none": (
        "Budget, kronor", "\tBudget\tUtfall", "Löner\t900000\t870000", "Kurser\t40000\t30000",
        "Totalt för länet\t5000000\t4800000",
    ),
    "parts of a part": (
        "Budget, kronor", "\tBudget\tUtfall", "Löner\t900000\t870000",
        "varav vikarier\t40000\t30000", "Kaffe\t1000\t2000", "Totalt\t950000\t900000",
    ),
    "a difference that no row confirms": (
        "Budget", "\tBudget\tUtfall\tAvvikelse", "Löner\t900000\t870000\t3333",
        "Hyra\t40000\t30000\t7777",
    ),
    "running text": (
        "Vi äskade för personal 1200000", "men fick efter beslut 1100000", "Det räcker.",
    ),
    "counts": ("Tabell: Remitterade efter beslut", "AF 3", "FK 4", "Totalt 7"),
    "rows that can be parted in many ways": (
        "Budget, kronor", "Löner 100 200 300 400", "Hyra 100 200 300 400",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_is_not_clear_is_left_alone(name: str) -> None:
    assert claimed(read_budgets, *LEFT_ALONE[name]) == []


def test_two_tables_of_the_same_lines() -> None:
    allocated = ("Budget 2022", "Rad\tTilldelat", "Löner\t900000", "Hyra\t40000", "Kaffe\t3000")
    left = ("Kvar 2022, kronor", "Rad\tUtfall\tÅterstår", "Löner\t870000\t30000",
            "Hyra\t41000\t-1000", "Kaffe\t2000\t1500")  # fmt: skip
    assert claimed(read_budgets, *allocated, "", *left) == [
        "900000 - 870000 = 30000",
        "40000 - 41000 = -1000",
        "3000 - 2000 = 1500",
    ]


def test_the_budgets_of_several_years() -> None:
    lines = ("Period 2022-01-01 – 2022-12-31", "", "Tilldelat genom åren", "Budget\tTilldelat",
             "2021\t1100000", "2022\t1200000")  # fmt: skip
    assert stated(read_budgets, *lines) == {
        "budget_allocated@2021-01-01..2021-12-31": "1100000",
        "budget_allocated": "1200000",
    }


SECONDS = 5
SUMS = ["1300000 = 1200000 + 100000", "1190000 = 1110000 + 80000"]
WRITTEN = {
    "full stops": ("Personal 1.200.000 1.110.000", "Hyra 100.000 80.000",
                   "Summa 1.300.000 1.190.000"),
    "kronor": ("Personal 1 200 000 kr 1 110 000 kr", "Hyra 100 000 kr 80 000 kr",
               "Summa 1 300 000 kr 1 190 000 kr"),
    "dashes": ("Personal 1200000:- 1110000:-", "Hyra 100000:- 80000:-",
               "Summa 1300000:- 1190000:-"),
    "rules": ("Personal | 1 200 000 | 1 110 000", "Hyra | 100 000 | 80 000",
              "Summa | 1 300 000 | 1 190 000"),
    "letters for digits": ("Personal I 2OO 000 I 110 000", "Hyra 1OO 000 80 000",
                           "Summa 1 300 000 1 190 O00"),
    "a broken label": ("Personal 1 200 000 1 110 000", "Hyra av", "lokaler 100 000 80 000",
                       "Summa 1 300 000 1 190 000"),
    "footnotes": ("Personal 1200000* 1110000**", "Hyra 100000 80000", "Summa 1300000 1190000"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_amounts_in_many_hands(name: str) -> None:
    assert claimed(read_budgets, "Tabell 4: Budget 2022", "Budget Utfall", *WRITTEN[name]) == SUMS


def test_shares_of_a_budget() -> None:
    rows = "Personal 1 200 000 1 110 000 93 %", "Hyra 100 000 80 000 80 %"
    claims = claimed(read_budgets, "Tabell: Budget", "Budget Utfall Förbrukat", *rows)
    assert claims == ["1110000 of 1200000 is 93", "80000 of 100000 is 80"]


def test_income_and_costs_together_have_a_result_and_no_budget() -> None:
    rows = "Bidrag\t1000000\t1000000", "Löner\t-900000\t-950000", "Totalt\t100000\t50000"
    lines = ("Tabell: Budget, kronor", "\tBudget\tUtfall", *rows)
    assert claimed(read_budgets, *lines) == [
        "100000 = 1000000 + -900000",
        "50000 = 1000000 + -950000",
    ]
    assert stated(read_budgets, *lines) == {}


def test_a_scanned_table_whose_totals_leave_columns_empty() -> None:
    scanned = [line.replace("\t", " ").replace("<i>", "").replace("</i>", "") for line in HALVES]
    assert claimed(read_budgets, *scanned) == claimed(read_budgets, *HALVES)


@pytest.mark.parametrize(
    "row", ["Rad " + "100 " * 18, "Rad " + "100 200 " * 9, "Rad\t" + "1000\t2000\t" * 20]
)
def test_tables_without_end_are_read_in_no_time(row: str) -> None:
    """Ways to part digits grow by the power: a table of 200 such rows must not be tried out."""
    started = time.process_time()
    claimed(read_budgets, "Tabell: Budget, kronor", *[row] * 200)
    assert time.process_time() - started < SECONDS


def test_two_totals_that_miss_in_two_directions_are_totals_all_the_same() -> None:
    rows = "Personal 1200000 1110000", "Hyra 100000 80000"
    lines = ("Tabell: Budget 2022", "Budget Utfall", *rows)
    assert len(claimed(read_budgets, *lines, "Totalt 1310000 1180000")) == 2
    assert claimed(read_budgets, *lines, "Totalt 1310000 1195000") == []
