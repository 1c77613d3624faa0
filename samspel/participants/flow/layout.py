"""The flow chart as a drawing without words or numbers: where boxes stand and arrows run.

What is drawn follows from `when.transitions()` alone. The stages that one can leave stand along a
road, those that end a case beside it. A way to the next stage runs along the road, one that
passes a stage by runs past it on the side away from the ends. Everything is laid out along and
across the road; an upright drawing has its road from top to bottom, any other from left to right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from samspel.participants.stage import Stage
from samspel.participants.when import LEADS_TO, Step, transitions

Point = tuple[int, int]
Way = tuple[Stage, Step, Stage]
Kind = Literal["on", "past", "out"]
"""On to the next stage, past a stage, or out to an end."""

INBOX = "inbox"
INBOX_OPENS_TO = LEADS_TO[Step.REFER]
"""Referrals that nobody has answered are no cases yet; they become cases of this stage."""
TIP_LENGTH, TIP_WIDTH = 9, 5


@dataclass(frozen=True, slots=True)
class Geometry:
    """The sizes of a drawing, in its own units, along and across the road."""

    name: str
    is_upright: bool
    along: int
    across: int
    gap: int
    margin: int
    """Across, before the road: room for the ways past stages and for the inbox."""
    lane: int
    """Where, in the margin, the ways past stages run."""
    end_gap: int
    end_across: int
    inbox_along: int
    inbox_across: int


WIDE = Geometry(
    "wide",
    is_upright=False,
    along=172,
    across=158,
    gap=62,
    margin=112,
    lane=12,
    end_gap=66,
    end_across=96,
    inbox_along=172,
    inbox_across=66,
)
UPRIGHT = Geometry(
    "upright",
    is_upright=True,
    along=104,
    across=152,
    gap=52,
    margin=74,
    lane=2,
    end_gap=46,
    end_across=72,
    inbox_along=66,
    inbox_across=58,
)


@dataclass(frozen=True, slots=True)
class Box:
    """A stage or the inbox: its key, its upper left corner and its size."""

    key: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """One of the transitions: the corners of its line, from box to box."""

    source: Stage
    step: Step
    target: Stage
    kind: Kind
    points: tuple[Point, ...]

    @property
    def line(self) -> str:
        """The line as an SVG path; it ends where the tip begins."""
        (x, y), (dx, dy) = self.points[-1], self._heading()
        return path_of((*self.points[:-1], (x - dx * TIP_LENGTH, y - dy * TIP_LENGTH)))

    @property
    def tip(self) -> str:
        """The corners of the arrow's tip, as an SVG polygon has them."""
        (x, y), (dx, dy) = self.points[-1], self._heading()
        back_x, back_y = x - dx * TIP_LENGTH, y - dy * TIP_LENGTH
        across_x, across_y = dy * TIP_WIDTH, dx * TIP_WIDTH
        corners = (
            (x, y),
            (back_x + across_x, back_y + across_y),
            (back_x - across_x, back_y - across_y),
        )
        return " ".join(f"{x},{y}" for x, y in corners)

    def _heading(self) -> Point:
        """Which way the last piece of the line runs: one of the four directions."""
        (from_x, from_y), (to_x, to_y) = self.points[-2:]
        return _sign(to_x - from_x), _sign(to_y - from_y)

    @property
    def middle(self) -> Point:
        """The middle of the line's longest piece, where a label stands."""
        pieces = zip(self.points, self.points[1:], strict=False)
        one, other = max(pieces, key=lambda ends: _length(*ends))
        return (one[0] + other[0]) // 2, (one[1] + other[1]) // 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and arrows on a sheet of some size."""

    geometry: Geometry
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    lead: str
    """From the inbox to the stage that it opens to, as an SVG path; no transition."""

    @property
    def view_box(self) -> str:
        """What is shown of the sheet: all of it, and the half of its outermost lines."""
        return f"-2 -2 {self.width + 4} {self.height + 4}"


def drawing(geometry: Geometry, ways: Sequence[Way] | None = None) -> Drawing:
    """Lay out ``ways``, by default every transition, by ``geometry``."""
    found = list(transitions() if ways is None else ways)
    sheet = _Sheet(geometry, found)
    boxes = [sheet.box(stage, *sheet.place(stage)) for stage in (*sheet.road, *sheet.ends)]
    inbox = sheet.inbox()
    long = len(sheet.road) * (geometry.along + geometry.gap) - geometry.gap
    deep = geometry.margin + geometry.across + geometry.end_gap + geometry.end_across
    width, height = (deep, long) if geometry.is_upright else (long, deep)
    return Drawing(
        geometry,
        width,
        height,
        (*boxes, sheet.box(INBOX, *inbox)),
        tuple(sheet.arrow(*way) for way in found),
        sheet.lead(inbox),
    )


def path_of(points: Sequence[Point]) -> str:
    """Straight lines from corner to corner, as an SVG path."""
    return "M" + " L".join(f"{x} {y}" for x, y in points)


_Span = tuple[int, int, int, int]
"""From and to along the road, from and to across it."""


class _Sheet:
    """Where things are along and across the road."""

    def __init__(self, geometry: Geometry, ways: Sequence[Way]) -> None:
        self.geometry = geometry
        self.ways = ways
        left = {source for source, _step, _target in ways}
        self.road = [stage for stage in Stage if stage in left]
        reached = {target for _source, _step, target in ways}
        self.ends = [stage for stage in Stage if stage in reached - left]

    def place(self, stage: Stage) -> _Span:
        """Where a stage stands; an end spans the stages that lead to it."""
        size = self.geometry
        deep = size.margin + size.across
        if stage in self.road:
            start = self.road.index(stage) * (size.along + size.gap)
            return start, start + size.along, size.margin, deep
        spans = [self.place(source) for source, _step, target in self.ways if target == stage]
        first, last = min(span[0] for span in spans), max(span[1] for span in spans)
        return first, last, deep + size.end_gap, deep + size.end_gap + size.end_across

    def inbox(self) -> _Span:
        """Beside the stage that it opens to, within the way past that stage."""
        size = self.geometry
        start, end, road, _deep = self.place(INBOX_OPENS_TO)
        middle, half = (start + end) // 2, size.inbox_along // 2
        deep = (size.lane + road + 4) // 2
        return (
            middle - half,
            middle + half,
            deep - size.inbox_across // 2,
            deep + (size.inbox_across // 2),
        )

    def lead(self, inbox: _Span) -> str:
        """From the inbox to the stage that it opens to."""
        middle = (inbox[0] + inbox[1]) // 2
        ends = (middle, inbox[3]), (middle, self.geometry.margin)
        return path_of([self._turned(*end) for end in ends])

    def arrow(self, source: Stage, step: Step, target: Stage) -> Arrow:
        """The way from one stage to another."""
        kind, corners = self._route(source, target)
        return Arrow(source, step, target, kind, tuple(self._turned(*each) for each in corners))

    def _route(self, source: Stage, target: Stage) -> tuple[Kind, list[Point]]:
        start, end, road, deep = self.place(source)
        if target in self.ends:
            middle = (start + end) // 2
            return "out", [(middle, deep), (middle, deep + self.geometry.end_gap)]
        goal = self.place(target)
        if self.road.index(target) == self.road.index(source) + 1:
            centre = (road + deep) // 2
            return "on", [(end, centre), (goal[0], centre)]
        # What leaves a stage leaves it beyond its middle, and what comes comes before it.
        leave, come = (start + 2 * end) // 3, (2 * goal[0] + goal[1]) // 3
        lane = self.geometry.lane
        return "past", [(leave, road), (leave, lane), (come, lane), (come, road)]

    def box(self, key: str, start: int, end: int, near: int, far: int) -> Box:
        """A box with its corner and size as the drawing is turned."""
        x, y = self._turned(start, near)
        width, height = self._turned(end - start, far - near)
        return Box(key, x, y, width, height)

    def _turned(self, along: int, across: int) -> Point:
        return (across, along) if self.geometry.is_upright else (along, across)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _length(one: Point, other: Point) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
