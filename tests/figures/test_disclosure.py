"""The public edition: what it prints, what it withholds, and that nothing slips out beside."""

from typing import Any

import pytest
from hypothesis import given, settings

from samspel.figures.bound_counts import Suppression
from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.definitions import COHORTS
from samspel.figures.disclosure import PublicFigures
from samspel.figures.edition import WHOLES
from samspel.figures.period import Period, parse_period
from samspel.figures.printing import print_value
from tests.figures.episodes import TEAM, episodes, framed, lifelike, periods
from tests.figures.test_golden import AVESTA_2021, KRAFTEN_2019, KRAFTEN_2023, golden
from tests.figures.test_suppression import THRESHOLD, bounds, solvable

YEAR = parse_period("2021")


def public(rows: list[dict[str, Any]], period: Period = YEAR, **options: Any) -> PublicFigures:
    return PublicFigures(Figures(framed(rows), team=TEAM, period=period), **options)


def assert_nothing_recoverable(found: PublicFigures) -> None:
    made, held = found._chosen
    sensitive = {c for c, v in made.counts.values.items() if 0 < v < THRESHOLD}
    sensitive -= made.counts.open_cells | made.counts.slack
    recovered = solvable(made.counts, held)
    assert not recovered & (sensitive | held.small | held.others)
    known = bounds(made.counts, held)
    assert not [cell for cell in sensitive if known[cell][0] == known[cell][1]]


@pytest.mark.parametrize("case", [KRAFTEN_2019, KRAFTEN_2023, AVESTA_2021])
def test_golden_cases_give_nothing_away(case: tuple[str, str, str]) -> None:
    found = PublicFigures(golden(case), wholes_exact=True)
    assert_nothing_recoverable(found)
    assert_nothing_recoverable(PublicFigures(golden(case)))
    for cohort in ("enrolled_at_start", "newly_enrolled", "closed", "enrolled_at_end"):
        assert found.value(cohort) == found.figures.value(cohort)


@settings(max_examples=8, deadline=None)
@given(episodes(40), periods)
def test_nothing_withheld_can_be_recovered(rows: list[dict[str, Any]], period: Period) -> None:
    found = public(rows, period)
    assert_nothing_recoverable(found)
    for cell, value in found.published().items():
        assert value is None or not 0 < value < THRESHOLD, cell


def test_small_counts_print_as_below_the_threshold() -> None:
    found = PublicFigures(golden(AVESTA_2021), wholes_exact=True)
    printed = {
        address: print_value(found.value(address), "sv")
        for address in (
            "newly_enrolled.referred_by.social_services",
            "newly_enrolled.referred_by.school",
            "newly_enrolled.referred_by.school.share",
            "closed_to_result.gender.man",
            "throughput_months.gender.man",
            "throughput_months.gender.man.n",
            "age_at_end",
            "age_at_end.youngest",
            "dropouts",
            "throughput_months.without_longest",
            "newly_enrolled.coach.unknown",
            "newly_enrolled.gender.woman.referred_by.school",
        )
    }
    assert printed == {
        "newly_enrolled.referred_by.social_services": "14",
        "newly_enrolled.referred_by.school": "<5",
        "newly_enrolled.referred_by.school.share": "..",
        "closed_to_result.gender.man": "<5",
        "throughput_months.gender.man": "..",
        "throughput_months.gender.man.n": "<5",
        "age_at_end": "37,5",
        "age_at_end.youngest": "..",
        "dropouts": "0",
        "throughput_months.without_longest": "..",
        "newly_enrolled.coach.unknown": "..",
        "newly_enrolled.gender.woman.referred_by.school": "..",
    }


def test_a_printed_share_is_made_of_printed_counts() -> None:
    for case in (KRAFTEN_2019, KRAFTEN_2023, AVESTA_2021):
        found = PublicFigures(golden(case))
        for narrowed in ("", ".gender.woman", ".gender.man"):
            rate = found.value(f"result_rate{narrowed}")
            ends = [found.value(f"{c}{narrowed}") for c in ("closed_to_result", "completed")]
            hidden = any(end.withheld for end in ends) or (ends[1].n or 0) < THRESHOLD
            assert rate.withheld is hidden


def test_a_mean_is_printed_with_its_number_or_not_at_all() -> None:
    found = public(lifelike(200))
    for narrowed in ("", ".gender.woman", ".gender.man", ".gender.unknown"):
        for measure in ("throughput_months", "public_support_months", "queue_days", "age_at_end"):
            size = found.value(f"{measure}{narrowed}.n")
            few = size.withheld or (size.n or 0) < THRESHOLD
            for statistic in ("mean", "median"):
                value = found.value(f"{measure}{narrowed}.{statistic}")
                assert value.withheld is (few and size.n != 0)


def test_outcomes_are_merged_when_that_prints_more() -> None:
    merged = PublicFigures(golden(KRAFTEN_2023))
    assert merged.merges_outcomes_by_gender
    assert merged.value("closed.gender.woman.outcome.work").withheld
    plenty = public([row for row in lifelike(900) if row["gender"] in ("woman", "man")])
    assert not plenty.merges_outcomes
    assert plenty.value("closed.outcome.work").n == plenty.figures.count("closed.outcome.work").n


def test_merged_outcomes_are_the_keys_that_are_shown() -> None:
    few = public(lifelike(70))
    keys = few.keys("closed", "outcome")
    assert few.merges_outcomes is (set(keys) <= {"result", "not_result"})
    assert sum(few.figures.count(f"closed.outcome.{key}").n for key in keys) == (
        few.figures.count("closed").n
    )


def test_wholes_may_be_exact() -> None:
    found = public(lifelike(40), wholes_exact=True)
    for cohort in WHOLES:
        assert found.value(cohort) == found.figures.value(cohort)
    for cohort in set(COHORTS) - set(WHOLES):
        few = 0 < found.figures.count(cohort).n < THRESHOLD
        assert found.value(cohort).withheld or not few
    assert_nothing_recoverable(found)


def test_other_periods_are_protected_too() -> None:
    found = PublicFigures(golden(AVESTA_2021))
    other = found.value("throughput_months@2020-07-01..2021-06-30")
    assert other.withheld
    assert found.value("newly_enrolled@since_start").withheld
    exact = PublicFigures(golden(AVESTA_2021), wholes_exact=True)
    assert exact.value("newly_enrolled@since_start").n == 58


def test_the_completed_do_not_give_away_the_dropouts() -> None:
    found = PublicFigures(golden(KRAFTEN_2023), wholes_exact=True)
    assert found.value("closed").n == 23
    assert print_value(found.value("dropouts")) == "<5"
    assert found.value("completed").withheld
    assert found.value("result_rate").withheld


def test_the_contract_says_what_is_withheld() -> None:
    found = contract(PublicFigures(golden(AVESTA_2021)))
    men = found["counts"]["closed_to_result"]
    assert men == {
        "n": None,
        "withheld": True,
        "by": {
            "gender": {"woman": None, "man": None},
            "outcome": {
                "work": 7,
                "studies": None,
                "other_rehabilitation": None,
            },
            "age_band": {"18-30": None, "31-45": 10},
        },
    }
    assert found["shares"]["result_rate"]["percent"] is None


def test_publishing_again_does_not_tell_by_difference() -> None:
    rows = [row for row in lifelike(200) if row["gender"]]
    first = public(rows)
    earlier = first.published()
    withheld = {cell for cell, value in earlier.items() if value is None}
    late = [{**row, "enrolled_on": YEAR.end, "closed_on": None, "outcome": None} for row in rows]
    again = public([*rows, *late[:6]], earlier=earlier)
    now = again.published()
    assert all(now.get(cell) is None for cell in withheld)
    assert again._chosen[1].small == frozenset()
    assert_no_step_down(earlier, now)


def test_a_count_that_becomes_small_takes_every_change_with_it() -> None:
    rows = lifelike(200)
    women = [row for row in rows if row["gender"] == "woman"]
    first = public(rows)
    earlier = first.published()
    fewer = [row for row in rows if row["gender"] != "man" or row not in rows[::3]]
    assert women
    now = public(fewer, earlier=earlier).published()
    assert_no_step_down(earlier, now)


def assert_no_step_down(earlier: dict[str, int | None], now: dict[str, int | None]) -> None:
    """Where a printed cell is no longer printed, no other printed cell has changed."""
    lost = [cell for cell, value in earlier.items() if value is not None and now.get(cell) is None]
    changed = [cell for cell, value in now.items() if value not in (None, earlier.get(cell))]
    assert not (lost and changed)


def test_a_suppression_knows_its_cells() -> None:
    held = Suppression(frozenset({"a"}), frozenset({"b"}))
    assert [held.withholds(cell) for cell in "abc"] == [True, True, False]
