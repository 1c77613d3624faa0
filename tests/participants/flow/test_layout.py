"""The drawing: every transition is in it and nothing else, and nothing lies on anything."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from samspel.participants.flow.layout import (
    INBOX,
    UPRIGHT,
    WIDE,
    Arrow,
    Box,
    Drawing,
    Geometry,
    Way,
    drawing,
)
from samspel.participants.flow.told_by import ENDS, STAGES, STEPS, WAYS
from samspel.participants.stage import Stage
from samspel.participants.when import Step, transitions
from tests.about_the_code.flow_manual import SHEET

GEOMETRIES = pytest.mark.parametrize("geometry", [WIDE, UPRIGHT, SHEET], ids=lambda one: one.name)


def touches(box: Box, x: int, y: int) -> bool:
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def inside(box: Box, x: int, y: int) -> bool:
    return box.x < x < box.x + box.width and box.y < y < box.y + box.height


def steps_along(arrow: Arrow) -> Iterator[tuple[int, int]]:
    """Every whole point of an arrow's line."""
    for (x, y), (to_x, to_y) in pairwise(arrow.points):
        assert x == to_x or y == to_y, "lines run straight"
        for far in range(max(abs(to_x - x), abs(to_y - y)) + 1):
            right, down = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
            yield x + far * right, y + far * down


def box_of(drawn: Drawing, key: str) -> Box:
    return next(box for box in drawn.boxes if box.key == key)


@GEOMETRIES
def test_every_transition_is_drawn_and_no_other(geometry: Geometry) -> None:
    drawn = drawing(geometry)
    assert [(each.source, each.step, each.target) for each in drawn.arrows] == transitions()
    assert sorted(box.key for box in drawn.boxes) == sorted([*Stage, INBOX])


@GEOMETRIES
def test_arrows_go_from_box_to_box_and_through_none(geometry: Geometry) -> None:
    drawn = drawing(geometry)
    for arrow in drawn.arrows:
        assert touches(box_of(drawn, arrow.source), *arrow.points[0]), arrow
        assert touches(box_of(drawn, arrow.target), *arrow.points[-1]), arrow
        for point in steps_along(arrow):
            assert not any(inside(box, *point) for box in drawn.boxes), arrow


@GEOMETRIES
def test_arrows_do_not_lie_on_each_other(geometry: Geometry) -> None:
    for one, other in combinations(drawing(geometry).arrows, 2):
        assert not set(steps_along(one)) & set(steps_along(other)), (one, other)


@GEOMETRIES
def test_boxes_stand_apart_and_on_the_sheet(geometry: Geometry) -> None:
    drawn = drawing(geometry)
    for one, other in combinations(drawn.boxes, 2):
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        below = one.y + one.height < other.y or other.y + other.height < one.y
        assert beside or below, (one, other)
    for box in drawn.boxes:
        assert min(box.x, box.y) >= 0, box
        assert box.x + box.width <= drawn.width, box
        assert box.y + box.height <= drawn.height, box


def test_another_table_gives_another_drawing() -> None:
    ways: list[Way] = [
        (Stage.QUEUE, Step.ENROL, Stage.TRIAL),
        (Stage.TRIAL, Step.CLOSE, Stage.CLOSED),
    ]
    drawn = drawing(WIDE, ways)
    assert [box.key for box in drawn.boxes] == ["queue", "trial", "closed", INBOX]
    assert [arrow.kind for arrow in drawn.arrows] == ["on", "out"]
    assert drawn.width < drawing(WIDE).width


def test_a_tip_points_where_its_line_goes() -> None:
    ways = {"on": ((5, 7), (50, 7)), "out": ((5, 7), (5, 50))}
    right, down = (
        Arrow(Stage.QUEUE, Step.ENROL, Stage.TRIAL, "on", points) for points in ways.values()
    )
    assert (right.line, right.tip) == ("M5 7 L41 7", "50,7 41,12 41,2")
    assert (down.line, down.tip) == ("M5 7 L5 41", "5,50 10,41 0,41")
    assert right.middle == (27, 7)


def test_figures_are_told_of_stages_and_ways_that_there_are() -> None:
    ways = transitions()
    assert set(STAGES) == {source for source, _step, _target in ways}
    assert set(STAGES) | set(ENDS) == set(Stage)
    assert set(WAYS) <= {(source, step) for source, step, _target in ways}
    assert {step for _source, step, _target in ways} == set(STEPS)
