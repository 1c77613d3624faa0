"""How marked numbers are shown: in the text as it reads, and listed with what the records say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samspel.report.binding import Wish
from samspel.report.marks import Mark, MarkedLine, Standing

_AROUND = 32
_ORDER: dict[Standing, int] = {"contradicts": 0, "agrees": 1}


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number or a word that was typed by hand, with its surroundings and what is known of it."""

    mark: Mark
    before: str
    after: str

    @property
    def contradicts(self) -> bool:
        """Whether the records say something else."""
        return self.mark.standing == "contradicts"

    @property
    def is_direction(self) -> bool:
        """Whether it is a word of direction rather than a number."""
        return self.mark.then is not None

    @property
    def wish(self) -> str:
        """What a button sends to have the figure put in its place."""
        address = self.mark.figure.address if self.mark.figure else ""
        return str(Wish(self.mark.text, self.mark.nth, address))


def typed_numbers(lines: Sequence[MarkedLine]) -> tuple[TypedNumber, ...]:
    """What was typed and is known of, contradictions first, else in reading order."""
    known = (
        TypedNumber(mark, _before(line.text, mark.start), _after(line.text, mark.end))
        for line in lines
        for mark in line.marks
        if mark.standing in _ORDER
    )
    return tuple(sorted(known, key=lambda each: _ORDER[each.mark.standing]))


def marked_html(lines: Sequence[MarkedLine]) -> SafeString:
    """The text as paragraphs and lists, every number in an element that says how it stands."""
    return format_html_join("", "{}", ((block,) for block in _blocks(lines)))


def _blocks(lines: Sequence[MarkedLine]) -> Iterator[SafeString]:
    items: list[MarkedLine] = []
    for line in lines:
        if line.is_item:
            items.append(line)
            continue
        if items:
            yield _list(items)
            items = []
        yield format_html("<p>{}</p>", _line(line))
    if items:
        yield _list(items)


def _list(items: Sequence[MarkedLine]) -> SafeString:
    told = format_html_join("", "<li>{}</li>", ((_line(item),) for item in items))
    return format_html("<ul>{}</ul>", told)


def _line(line: MarkedLine) -> SafeString:
    pieces: list[SafeString | str] = []
    at = 0
    for mark in line.marks:
        pieces += [line.text[at : mark.start], _mark(mark)]
        at = mark.end
    pieces.append(line.text[at:])
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _mark(mark: Mark) -> SafeString:
    shown = {
        "bound": "figure",
        "agrees": "typed-number is-agreeing",
        "contradicts": "typed-number is-contradicting",
        "unknown": "typed-number",
    }
    return format_html(
        '<span class="{}" title="{}">{}</span>', shown[mark.standing], _title(mark), mark.text
    )


def _title(mark: Mark) -> str:
    if mark.figure is None:
        return _("Typed by hand; no figure is known for it here.")
    if mark.standing == "bound":
        return mark.figure.title
    return f"{mark.figure.title}: {mark.figure.printed}"


def _before(text: str, start: int) -> str:
    cut = text[max(0, start - _AROUND) : start]
    return f"…{cut.partition(' ')[2]}" if start > _AROUND else cut


def _after(text: str, end: int) -> str:
    cut = text[end : end + _AROUND]
    return f"{cut.rpartition(' ')[0]}…" if len(text) > end + _AROUND else cut
