"""Whatever a public reader opens, over all years, nothing that is withheld can be worked out."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspel.figures.compute import Figures
from samspel.figures.definitions import COHORTS, MEASURES
from samspel.figures.disclosure import PublicFigures
from samspel.figures.edition import WHOLES
from samspel.figures.period import Period, parse_period
from samspel.figures.printing import rounded
from samspel.figures.rhythm import Rhythm
from tests.figures.attack import all_together, determined
from tests.figures.episodes import FIRST, LAST, TEAM, episodes, framed, lifelike
from tests.figures.test_suppression import THRESHOLD, bounds


def grid(rhythm: Rhythm) -> list[Period]:
    """The rhythm's periods from the first day of the made-up records to their last."""
    found = [rhythm.period_with(FIRST)]
    while found[-1].end < LAST:
        found.append(rhythm.period_with(date.fromordinal(found[-1].end.toordinal() + 1)))
    return found


def editions(rows: list[dict[str, Any]], rhythm: Rhythm) -> list[PublicFigures]:
    """What is published period by period."""
    *earlier, last = grid(rhythm)
    found = PublicFigures(Figures(framed(rows), team=TEAM, period=last), wholes_exact=True)
    return [*(found.in_step(period) for period in earlier), found]


def assert_nothing_is_worked_out(found: list[PublicFigures]) -> None:
    counts, held = all_together(found)
    given_away = determined(counts, held)
    known = bounds(counts, held)
    given_away |= {cell for cell, (low, high) in known.items() if low == high}
    slack = {cell for cell in counts.values if "left_queue" in cell or "missing" in cell}
    small = {cell for cell, value in counts.values.items() if 0 < value < THRESHOLD}
    below = {cell for cell in small if cell.partition("/")[2] not in (*WHOLES, "in_queue_at_start")}
    withheld = {cell for cell in counts.values if held.withholds(cell)}
    assert not given_away & (withheld | below) - slack
    assert below <= withheld | counts.unseen


@settings(max_examples=4, deadline=None)
@given(episodes(40), st.sampled_from(Rhythm))
def test_nothing_withheld_is_worked_out_over_the_years(
    rows: list[dict[str, Any]], rhythm: Rhythm
) -> None:
    assert_nothing_is_worked_out(editions(rows, rhythm))


@pytest.mark.parametrize(
    ("number", "rhythm"),
    [(30, Rhythm.HALF_YEAR), (120, Rhythm.CALENDAR_YEAR), (400, Rhythm.BROKEN_YEAR)],
)
def test_a_lifelike_team_gives_nothing_away(number: int, rhythm: Rhythm) -> None:
    found = editions(lifelike(number), rhythm)
    assert_nothing_is_worked_out(found)
    printed = [cell for each in found for cell, value in each.published().items() if value]
    assert len(printed) > 5 * len(found)


def test_an_edition_does_not_change_when_a_later_period_ends() -> None:
    year = parse_period("2021")
    frame = framed(lifelike(200))
    then = PublicFigures(Figures(frame, team=TEAM, period=year), wholes_exact=True)
    later = PublicFigures(Figures(frame, team=TEAM, period=parse_period("2024")), wholes_exact=True)
    assert later.in_step(year).published() == then.published()
    with pytest.raises(ValueError, match="not in step"):
        then.in_step(parse_period("2022"))


def test_only_periods_of_the_grid_are_told() -> None:
    """Of all periods that an address can name, within and across the years."""
    found = editions(lifelike(400), Rhythm.CALENDAR_YEAR)[-1]
    off = ("2024H1", "2023-07..2024-06", "2023-01..2024-12", "2024-03", "2024-01-01..2024-12-30")
    for period in (*off, "2025"):
        for address in ("closed", "closed.gender.woman", "throughput_months", "result_rate"):
            assert found.value(f"{address}@{period}").withheld
    for period in ("previous", "year_before", "2022"):
        assert not found.value(f"closed@{period}").withheld


def test_since_the_start_wholes_are_told_and_nothing_below_them() -> None:
    found = editions(lifelike(400), Rhythm.CALENDAR_YEAR)[-1]
    for cohort in COHORTS:
        told = found.value(f"{cohort}@since_start")
        assert told.withheld is (cohort not in WHOLES)
        assert found.value(f"{cohort}.gender.woman@since_start").withheld
    for address in ("result_rate", "throughput_months", "closed.outcome.work", "queue_days.n"):
        assert found.value(f"{address}@since_start").withheld


def test_means_are_no_more_exact_than_they_are_printed() -> None:
    found = editions(lifelike(400), Rhythm.CALENDAR_YEAR)
    told = [
        found[place].value(f"{measure}{narrowed}.{statistic}")
        for place in range(len(found))
        for measure in MEASURES
        for narrowed in ("", ".gender.woman")
        for statistic in ("mean", "median")
    ]
    exact = [value for value in told if value.exact is not None]
    assert len(exact) > 10
    assert all(value.exact == rounded(value) for value in exact)


def test_few_who_are_all_alike_are_not_told_by_a_short_list() -> None:
    """Three who all came the same way: the list of ways shows one that nobody came too."""
    rows = [{**lifelike(2)[1], "gender": "woman", "referred_by": "region"} for _ in range(3)]
    found = PublicFigures(Figures(framed(rows), team=TEAM, period=parse_period("2019")))
    exact = PublicFigures(found.figures, wholes_exact=True)
    assert exact.value("newly_enrolled").n == 3
    assert len(exact.keys("newly_enrolled", "referred_by")) > 1
    assert all(
        exact.value(f"newly_enrolled.{dimension}.{key}").withheld
        for dimension in ("gender", "referred_by")
        for key in exact.keys("newly_enrolled", dimension)
    )
