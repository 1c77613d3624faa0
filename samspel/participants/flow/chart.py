"""The flow chart with its words and numbers: what the template writes into a drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _

from samspel.participants.flow.choice import Choice
from samspel.participants.flow.layout import INBOX, Arrow, Box, Drawing
from samspel.participants.flow.numbers import EndNumbers, FlowNumbers, Number, StageNumbers
from samspel.participants.flow.told_by import ENDS, STAGES, title_of
from samspel.participants.stage import Stage

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words, or a number that is a link; ``name`` says all of it to who cannot see."""

    text: str
    number: Number | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text at a point of the drawing."""

    look: str
    x: int
    y: int
    anchor: Anchor
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box and what stands in it."""

    box: Box
    look: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DrawnArrow:
    """An arrow and what stands at it; without a number it has no lines."""

    arrow: Arrow
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with all that stands in it."""

    drawing: Drawing
    boxes: tuple[DrawnBox, ...]
    arrows: tuple[DrawnArrow, ...]


def chart_of(drawing: Drawing, numbers: FlowNumbers, choice: Choice) -> Chart:
    """Write the numbers of a period into a drawing."""
    boxes = tuple(_drawn(drawing, box, numbers, choice) for box in drawing.boxes)
    arrows = tuple(_labelled(drawing, arrow, numbers) for arrow in drawing.arrows)
    return Chart(drawing, boxes, arrows)


def _drawn(drawing: Drawing, box: Box, numbers: FlowNumbers, choice: Choice) -> DrawnBox:
    upright = drawing.geometry.is_upright
    if box.key == INBOX:
        title = _("To answer") if upright else _("Referrals to answer")
        return DrawnBox(box, "inbox", tuple(_inbox_lines(box, title, numbers.inbox)))
    stage = Stage(box.key)
    if stage in STAGES:
        write = _upright_lines if upright else _wide_lines
        return DrawnBox(box, "stage", tuple(write(box, stage, numbers.stages[stage], choice)))
    end = _upright_end_lines if upright else _wide_end_lines
    return DrawnBox(box, "end", tuple(end(box, stage, numbers.ends[stage], choice)))


def _linked(number: Number, *what: object) -> Piece:
    """A number with a name that says what it is of, for a reader who hears only the link."""
    said = " ".join(str(each) for each in what if each)
    return Piece(number.shown, number, f"{said}: {number.shown}")


def _inbox_lines(box: Box, title: str, waiting: Number) -> Iterator[Line]:
    middle = box.x + box.width // 2
    yield Line("small", middle, box.y + 22, "middle", (Piece(title),))
    yield Line("count", middle, box.y + box.height - 12, "middle", (_linked(waiting, title),))


def _wide_lines(box: Box, stage: Stage, told: StageNumbers, choice: Choice) -> Iterator[Line]:
    left, title = box.x + 14, STAGES[stage].title
    yield Line("title", left, box.y + 27, "start", (Piece(str(title)),))
    now = _linked(told.now, title, _("now"))
    yield Line("big", left, box.y + 66, "start", (now, Piece(f" {_('now')}")))
    if told.came:
        yield Line("plain", left, box.y + 92, "start", _came(stage, told.came, choice))
    yield Line("small", left, box.y + 120, "start", (Piece(_("Median, days")),))
    yield Line("plain", left, box.y + 141, "start", _days(title, told, choice))


def _upright_lines(box: Box, stage: Stage, told: StageNumbers, choice: Choice) -> Iterator[Line]:
    left, title = box.x + 10, STAGES[stage].title
    yield Line("title", left, box.y + 23, "start", (Piece(str(title)),))
    now = _linked(told.now, title, _("now"))
    yield Line("count", box.x + box.width - 10, box.y + 26, "end", (now,))
    if told.came:
        yield Line("plain", left, box.y + 47, "start", _came(stage, told.came, choice))
    yield Line("small", left, box.y + 72, "start", (Piece(_("Median, days")),))
    yield Line("plain", left, box.y + 90, "start", _days(title, told, choice))


def _came(stage: Stage, came: Number, choice: Choice) -> tuple[Piece, ...]:
    words = STAGES[stage].came_words
    return Piece(f"{words} {choice.words}: "), _linked(came, words, choice.words)


def _days(title: Any, told: StageNumbers, choice: Choice) -> tuple[Piece, ...]:
    what = title, _("Median, days")
    return (
        Piece(f"{choice.words}: "),
        _linked(told.days, *what, choice.words),
        Piece(f" · {choice.words_before}: "),
        _linked(told.days_before, *what, choice.words_before),
    )


def _wide_end_lines(box: Box, stage: Stage, told: EndNumbers, choice: Choice) -> Iterator[Line]:
    left, end = box.x + 14, ENDS[stage]
    heading = f"{end.title} {choice.words}"
    yield Line("title", left, box.y + 27, "start", (Piece(heading),))
    yield Line("big", left, box.y + 68, "start", (_linked(told.number, heading),))
    right = box.x + box.width - 14
    of_whom = (Piece(f"{end.part_words}: "), _linked(told.part, heading, end.part_words))
    yield Line("plain", right, box.y + 54, "end", of_whom)
    before = _linked(told.number_before, end.title, choice.words_before)
    yield Line("plain", right, box.y + 76, "end", (Piece(f"{choice.words_before}: "), before))


def _upright_end_lines(box: Box, stage: Stage, told: EndNumbers, choice: Choice) -> Iterator[Line]:
    """A column too narrow for a sentence: a word a line."""
    middle, end = box.x + box.width // 2, ENDS[stage]
    words = str(end.title).split()
    top = box.y + box.height // 2 - 8 * len(words) - 12
    for place, word in enumerate(words):
        yield Line("small", middle, top + 16 * place, "middle", (Piece(word),))
    below = top + 16 * len(words)
    number = _linked(told.number, end.title, choice.words)
    yield Line("count", middle, below + 12, "middle", (number,))
    yield Line("small", middle, below + 32, "middle", (Piece(choice.words),))


def _labelled(drawing: Drawing, arrow: Arrow, numbers: FlowNumbers) -> DrawnArrow:
    told = numbers.ways.get((arrow.source, arrow.step))
    if told is None:
        return DrawnArrow(arrow, ())
    title = f"{title_of(arrow.source)} → {title_of(arrow.target)}"
    number = _linked(told.number, title, told.words)
    share = _linked(told.share, title, _("share")) if told.share else None
    label = _upright_label if drawing.geometry.is_upright else _wide_label
    return DrawnArrow(arrow, tuple(label(arrow, number, share, str(told.words))))


def _wide_label(arrow: Arrow, number: Piece, share: Piece | None, words: str) -> Iterator[Line]:
    """Beside a way out; above a way on, and its share below it."""
    x, y = arrow.middle
    said = (Piece(f"{words}: "), number) if words else (number,)
    if arrow.kind == "out":
        yield Line("label", x + 10, y + 2, "start", said)
        return
    yield Line("label", x, y - 10, "middle", said)
    if share:
        yield Line("label", x, y + 24, "middle", (share,))


def _upright_label(arrow: Arrow, number: Piece, share: Piece | None, words: str) -> Iterator[Line]:
    """Above a way out, and its words below it; beside a way on, with its share."""
    x, y = arrow.middle
    if arrow.kind == "out":
        yield Line("label", x - 2, y - 7, "middle", (number,))
        if words:
            yield Line("small", x, y + 15, "middle", (Piece(words),))
        return
    said = (number, Piece(" · "), share) if share else (number,)
    yield Line("label", x + 11, y + 5, "start", said)
