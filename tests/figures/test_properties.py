"""What holds for any episodes and any period."""

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.definitions import COHORTS, MEASURES
from samspel.figures.dimensions import DIMENSIONS as EPISODE_DIMENSIONS
from samspel.figures.period import Period
from tests.figures.episodes import TEAM, as_known_on, episodes, framed, lifelike, periods

DIMENSIONS = list(EPISODE_DIMENSIONS)
quick = settings(max_examples=15, deadline=None)


def figures(rows: list[dict[str, Any]], period: Period) -> Figures:
    return Figures(framed(rows), team=TEAM, period=period)


@quick
@given(episodes(), periods)
def test_identities(rows: list[dict[str, Any]], period: Period) -> None:
    found = figures(rows, period)
    n = {cohort: found.count(cohort).n for cohort in COHORTS}
    end = n["enrolled_at_end"]
    assert n["enrolled_at_start"] + n["newly_enrolled"] - n["closed"] == end
    assert n["worked_with"] == n["enrolled_at_start"] + n["newly_enrolled"] == end + n["closed"]
    assert n["completed"] + n["dropouts"] == n["closed"]
    assert sum(found.breakdown("closed", "outcome").values()) == n["closed"]
    assert found.count("closed.outcome.result").n == n["closed_to_result"] <= n["completed"]
    assert n["enrolled_at_end_under_30"] <= end


@quick
@given(episodes(), periods)
def test_identities_of_the_way(rows: list[dict[str, Any]], period: Period) -> None:
    found = figures(rows, period)
    n = {cohort: found.count(cohort).n for cohort in COHORTS}
    stages = ("on_trial_at_end", "active_at_end", "closing_at_end")
    assert sum(n[stage] for stage in stages) == n["enrolled_at_end"]
    assert n["withdrawn_before_referral"] + n["withdrawn_from_queue"] == n["withdrawn"]
    assert n["dropouts_on_trial"] + n["dropouts_after_trial"] == n["dropouts"]
    assert n["visited_then_referred"] <= n["visited"]
    assert n["referred_then_enrolled"] <= n["referred"]
    assert n["declined"] <= n["withdrawn"]
    assert n["dropouts_on_trial"] + n["trial_passed"] <= n["trial_ended"]
    apart = [set(found.episode_ids(each)) for each in (*stages, "in_queue_at_end")]
    apart.append(set(found.episode_ids("at_study_visit_at_end")))
    assert sum(map(len, apart)) == len(set().union(*apart))


@quick
@given(episodes(), periods)
def test_days_in_a_stage_are_the_days_between_its_dates(
    rows: list[dict[str, Any]], period: Period
) -> None:
    found = figures(rows, period)
    frame = {row["episode_id"]: row for row in framed(rows).to_dicts()}
    for stage, since in (("in_queue", "referred_on"), ("closing", "closing_begun_on")):
        ids = found.episode_ids(f"{stage}_at_end")
        measure = {"in_queue": "queue_days_so_far", "closing": "closing_days_so_far"}[stage]
        expected = sum((period.end - frame[one][since]).days for one in ids)
        assert found.mean(measure).total == expected
    for measure, cohort in (("trial_days", "trial_ended"), ("active_days", "active_ended")):
        days = found.mean(measure)
        assert days.n == found.count(cohort).n
        assert days.smallest is None or days.smallest >= 0


@quick
@given(episodes(), periods, st.sampled_from(list(COHORTS)))
def test_every_breakdown_adds_up(rows: list[dict[str, Any]], period: Period, cohort: str) -> None:
    found = figures(rows, period)
    n = found.count(cohort).n
    assert {sum(found.breakdown(cohort, one).values()) for one in DIMENSIONS} == {n}


@quick
@given(episodes(), periods, st.sampled_from(list(combinations(DIMENSIONS, 2))))
def test_every_two_way_table_adds_up(
    rows: list[dict[str, Any]], period: Period, pair: tuple[str, str]
) -> None:
    found = figures(rows, period)
    for cohort in COHORTS:
        assert sum(found.crosstab(cohort, *pair).values()) == found.count(cohort).n


@quick
@given(episodes(), periods, st.sampled_from(list(COHORTS)))
def test_a_count_and_its_episodes_are_one(
    rows: list[dict[str, Any]], period: Period, cohort: str
) -> None:
    found = figures(rows, period)
    assert len(found.episode_ids(cohort)) == found.count(cohort).n
    parts = [
        set(found.episode_ids(f"{cohort}.age_band.{key}"))
        for key in found.breakdown(cohort, "age_band")
    ]
    assert sum(map(len, parts)) == len(set().union(*parts)) == found.count(cohort).n


@quick
@given(episodes(), periods)
def test_means_of_the_genders_weigh_together_to_the_whole(
    rows: list[dict[str, Any]], period: Period
) -> None:
    found = figures(rows, period)
    for measure in MEASURES:
        genders = found.breakdown(MEASURES[measure].cohort, "gender")
        parts = [found.mean(f"{measure}.gender.{gender}") for gender in genders]
        whole = found.mean(measure)
        assert sum(part.n for part in parts) == whole.n <= found.count(MEASURES[measure].cohort).n
        assert sum(part.total for part in parts) == whole.total
        if whole.value is not None:
            assert whole.smallest is not None
            assert whole.largest is not None
            assert whole.smallest <= whole.value <= whole.largest


@quick
@given(episodes(), periods)
def test_a_past_period_does_not_change_with_later_casework(
    rows: list[dict[str, Any]], period: Period
) -> None:
    known = [known for row in rows if (known := as_known_on(row, period.end))]
    then, now = figures(known, period), figures(rows, period)
    assert contract(then) == contract(now)
    for dimension in DIMENSIONS:
        for cohort in COHORTS:
            assert then.breakdown(cohort, dimension) == now.breakdown(cohort, dimension)


def test_a_year_of_further_casework_leaves_last_year_as_it_was() -> None:
    last_year = Period(date(2021, 1, 1), date(2021, 12, 31))
    rows = lifelike(200)
    known = [known for row in rows if (known := as_known_on(row, last_year.end))]
    assert figures(known, last_year).count("enrolled_at_end").n > 10
    assert len(known) < len(rows)
    assert contract(figures(known, last_year)) == contract(figures(rows, last_year))


def test_a_late_record_changes_its_own_period_and_only_that() -> None:
    rows = lifelike(80)
    late = {**rows[1], "referred_on": date(2021, 3, 1), "enrolled_on": date(2021, 3, 8)}
    late |= {"closed_on": date(2021, 9, 1), "outcome": "work", "closing_begun_on": None}
    late |= {"study_visit_on": date(2021, 2, 1), "trial_ends_on": date(2021, 5, 8)}
    for year in (2020, 2021, 2022):
        period = Period(date(year, 1, 1), date(year, 12, 31))
        before = {one: figures(rows, period).count(one).n for one in COHORTS}
        after = {one: figures([*rows, late], period).count(one).n for one in COHORTS}
        assert (before == after) is (year != 2021)


@pytest.mark.parametrize("split", [1, 100, 364])
def test_two_halves_make_a_whole(split: int) -> None:
    whole = Period(date(2021, 1, 1), date(2021, 12, 31))
    first = Period(whole.start, whole.start + timedelta(days=split - 1))
    second = Period(first.end + timedelta(days=1), whole.end)
    found = figures(lifelike(200), whole)
    halves = [found.for_period(half) for half in (first, second)]
    for cohort in ("newly_enrolled", "referred", "closed", "closed_to_result"):
        assert sum(half.count(cohort).n for half in halves) == found.count(cohort).n > 0
    assert halves[0].count("enrolled_at_end") == halves[1].count("enrolled_at_start")
