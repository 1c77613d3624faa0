"""The colours of charts.

Six inks that a colour-blind reader tells apart and that differ in lightness (L* about 34, 60, 50,
78, 20, 69), so that they stay apart in grey print. None is amber or red: those two mean that
something is due or dangerous. The same values stand as fallbacks in ``charts.css``, where a page
gives each its light and dark form.
"""

INKS = ("#1f5a43", "#5c93d1", "#727b3c", "#b9c4bd", "#4a2340", "#d996a3")
TEXT = "#26302b"
MUTED = "#59645d"
GRID = "#dbe0db"

CLASSES = {
    **{ink: f"ink-{number}" for number, ink in enumerate(INKS, start=1)},
    TEXT: "text",
    MUTED: "muted",
    GRID: "grid",
}
"""The last part of the CSS class that stands for each colour."""

DASHES = ((1, 0), (5, 3), (2, 2), (8, 3, 2, 3))
SHAPES = ("circle", "square", "triangle-up", "diamond")


def ink(place: int) -> str:
    """The colour of the series at ``place`` (0 is the first); after six they begin again."""
    return INKS[place % len(INKS)]


def dash(place: int) -> tuple[int, ...]:
    """The dash pattern of a line, in pixels drawn and left out."""
    return DASHES[place % len(DASHES)]


def shape(place: int) -> str:
    """The marker of a line's points."""
    return SHAPES[place % len(SHAPES)]
