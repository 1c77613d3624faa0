"""Where the records say that somebody stands is where the figures count them, on any day."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings

from samspel.figures.compute import Figures
from samspel.figures.period import Period
from samspel.participants.stage import Stage, stage_of, stage_since
from tests.figures.episodes import FIRST, TEAM, days, episodes, framed

COHORT_OF = {
    Stage.STUDY_VISIT: "at_study_visit_at_end",
    Stage.QUEUE: "in_queue_at_end",
    Stage.TRIAL: "on_trial_at_end",
    Stage.ACTIVE: "active_at_end",
    Stage.CLOSING: "closing_at_end",
    Stage.CLOSED: "closed",
    Stage.WITHDRAWN: "withdrawn",
}
SO_FAR = {
    Stage.STUDY_VISIT: "visit_days_so_far",
    Stage.QUEUE: "queue_days_so_far",
    Stage.TRIAL: "trial_days_so_far",
    Stage.ACTIVE: "active_days_so_far",
    Stage.CLOSING: "closing_days_so_far",
}


def begun(rows: list[dict[str, Any]], day: date) -> dict[str, SimpleNamespace]:
    """The episodes that had begun by the day: what is only planned stands nowhere yet."""
    every = {row["episode_id"]: SimpleNamespace(**row) for row in framed(rows).to_dicts()}
    return {
        key: one
        for key, one in every.items()
        if any(on and on <= day for on in (one.study_visit_on, one.referred_on, one.enrolled_on))
    }


def test_every_stage_is_counted() -> None:
    assert set(COHORT_OF) == set(Stage)


@settings(max_examples=40, deadline=None)
@given(episodes(), days)
def test_the_stage_on_a_day_is_the_cohort_of_a_period_that_ends_with_it(
    rows: list[dict[str, Any]], day: date
) -> None:
    found = Figures(framed(rows), team=TEAM, period=Period(FIRST, day))
    known = begun(rows, day)
    for stage, cohort in COHORT_OF.items():
        standing = {key for key, one in known.items() if stage_of(one, day) == stage}
        assert set(found.episode_ids(cohort)) & set(known) == standing, stage


@settings(max_examples=20, deadline=None)
@given(episodes(), days)
def test_days_so_far_are_counted_from_the_day_that_began_the_stage(
    rows: list[dict[str, Any]], day: date
) -> None:
    found = Figures(framed(rows), team=TEAM, period=Period(FIRST, day))
    known = begun(rows, day)
    for stage, measure in SO_FAR.items():
        since = [stage_since(one, stage) for one in known.values() if stage_of(one, day) == stage]
        assert found.mean(measure).total == sum((day - on).days for on in since if on)
        assert found.mean(measure).n == len(since)
