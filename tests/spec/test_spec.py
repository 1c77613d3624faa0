"""Every specification holds, every figure has one, and the manual is made from them."""

import pytest

from samspel.figures.definition import PERSONS
from samspel.figures.definitions import COHORTS, DEFINITIONS, EVENTS, looked_up_by
from samspel.figures.dimension_definitions import DIMENSION_DEFINITIONS
from samspel.figures.forecast_suggestion import FORECAST_SUGGESTION
from samspel.figures.printing import print_value
from samspel.figures.queue_outlook import QUEUE_OUTLOOK, queue_outlook
from samspel.figures.titles import figure_title
from tests.spec import manual
from tests.spec.contents import RESOURCE_SPECS, SPECS
from tests.spec.outlook import OUTLOOKS, Outlook
from tests.spec.table import IDS, Spec


def named(spec: Spec) -> str:
    return f"{spec.figure}: {spec.about}"


@pytest.mark.parametrize("spec", SPECS, ids=named)
def test_figures_come_out_as_worked_out(spec: Spec) -> None:
    figures = spec.compute()
    found = {one.address: print_value(figures.value(one.address), "en") for one in spec.expected}
    assert found == {one.address: one.printed for one in spec.expected}


@pytest.mark.parametrize("spec", [s for s in SPECS if s.counted is not None], ids=named)
def test_the_episodes_behind_a_figure_are_those_marked(spec: Spec) -> None:
    assert spec.compute().episode_ids(spec.figure) == spec.counted


@pytest.mark.parametrize("spec", SPECS, ids=named)
def test_a_count_is_the_number_of_its_episodes(spec: Spec) -> None:
    figures = spec.compute()
    counts = {
        one.address: figures.value(one.address).n
        for one in spec.expected
        if figures.value(one.address).kind in ("count", "n")
        and figures.value(one.address).unit == PERSONS
    }
    if spec.figure in COHORTS:
        counts[spec.figure] = figures.count(spec.figure).n
    behind = {at: len(figures.episode_ids(at.removesuffix(".n"))) for at in counts}
    assert behind == counts


OF_EVENTS = [s for s in SPECS if s.figure in EVENTS and s.events and s.events.counted is not None]


@pytest.mark.parametrize("spec", OF_EVENTS, ids=named)
def test_a_number_of_events_is_the_number_of_those_marked(spec: Spec) -> None:
    assert spec.events is not None
    marked = spec.events.counted or []
    figures, figure = spec.compute(), EVENTS[spec.figure]
    once = ("event",) if figure.once_for is None else figure.once_for
    number = len({tuple(row[IDS.get(name, name)] for name in once) for row in marked})
    assert figures.count(spec.figure).n == number
    behind = sorted({row["episode"] for row in marked if "episode" in row})
    assert figures.episode_ids(spec.figure) == behind
    if looked_up_by(spec.figure):
        assert figures.event_ids(spec.figure) == sorted(row["event"] for row in marked)


def test_every_number_of_events_says_which_it_counts() -> None:
    marked = {spec.figure for spec in OF_EVENTS}
    marked |= {spec.figure for spec in SPECS if spec.counted is not None}
    assert set(EVENTS) <= marked


def test_every_figure_and_breakdown_has_a_specification() -> None:
    specified = {spec.figure for spec in (*SPECS, *RESOURCE_SPECS)}
    specified |= {QUEUE_OUTLOOK.key, FORECAST_SUGGESTION.key}
    assert specified == {*DEFINITIONS, *DIMENSION_DEFINITIONS}


def test_every_figure_is_listed_once() -> None:
    every = [*DEFINITIONS.values(), *DIMENSION_DEFINITIONS.values()]
    assert len({one.key for one in every}) == len(every)
    assert len({one.title for one in every}) == len(every)
    assert len({one.text for one in every}) == len(every)
    assert all(one.key == key for key, one in DEFINITIONS.items())
    assert figure_title("closed") == COHORTS["closed"].title


def test_the_manual_is_up_to_date() -> None:
    assert manual.main(["--check"]) == 0, "run python -m tests.spec.manual"


@pytest.mark.parametrize("outlook", OUTLOOKS, ids=lambda one: one.because)
def test_the_outlook_of_the_queue_comes_out_as_worked_out(outlook: Outlook) -> None:
    found = queue_outlook(
        enrolled=outlook.enrolled,
        capacity=outlook.capacity,
        closings_last_year=outlook.closings,
        place_in_queue=outlook.place,
    )
    assert found == outlook.days


def test_there_is_no_place_before_the_first() -> None:
    with pytest.raises(ValueError, match="number 1, not 0"):
        queue_outlook(enrolled=1, capacity=2, closings_last_year=3, place_in_queue=0)
