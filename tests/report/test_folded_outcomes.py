"""Outcomes without a column of their own, counted together in one."""

from datetime import date

import pytest

from samspel.figures.compute import Figures
from samspel.figures.frame import episode_frame
from samspel.figures.period import parse_period
from samspel.report.results_tables import folded_outcomes
from tests.report.cases import episode, material

OUTCOMES = ("work", "work", "moved", "other", "parental_leave", "dropout")


def rows(times: int = 1) -> list[dict[str, object]]:
    return [
        episode(number, closed_on=date(2024, 9, 1), outcome=outcome)
        for number, outcome in enumerate(OUTCOMES * times)
    ]


def test_what_has_no_column_is_folded_and_dropouts_stand_apart() -> None:
    folded = folded_outcomes(("work", "studies", "moved"))
    assert set(folded) == {
        "other_rehabilitation",
        "medical_rehabilitation",
        "sickness_compensation",
        "parental_leave",
        "other",
    }


@pytest.mark.parametrize("columns", [(), ("work",), ("work", "other"), ("dropout", "studies")])
def test_folding_never_changes_the_sum(columns: tuple[str, ...]) -> None:
    number = material(rows()).printed.number
    own = [code for code in columns if code not in ("other", "dropout")]
    folded = "+".join(folded_outcomes(columns))
    found = [*(f"closed.outcome.{code}" for code in (*own, folded)), "dropouts"]
    assert sum(number(address).value or 0 for address in found) == len(OUTCOMES)


def test_the_cases_of_a_folded_column_are_those_it_counts() -> None:
    figures = Figures(episode_frame(rows()), team=None, period=parse_period("2024"))
    assert figures.episode_ids("closed.outcome.moved+other") == ["e2", "e3"]


def test_the_public_edition_tells_a_fold_only_where_it_tells_each_part() -> None:
    printed = material(rows(8), public=True).printed
    assert printed.number("closed.outcome.moved+other").printed == "16"
    assert printed.number("closed.outcome.studies+sickness_compensation").printed == "0"
    few = material([*rows(8), episode(99, closed_on=date(2024, 9, 1), outcome="studies")])
    assert few.printed.number("closed.outcome.studies+moved").printed == "9"
    hidden = material(
        [*rows(8), episode(99, closed_on=date(2024, 9, 1), outcome="sickness_compensation")],
        public=True,
    )
    told = hidden.printed.number("closed.outcome.moved+sickness_compensation")
    assert told.value is None
    assert told.withheld
