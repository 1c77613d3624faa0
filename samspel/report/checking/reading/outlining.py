"""Find the team, the period and the nine fields of a report."""

from dataclasses import dataclass, field

from samspel.report.checking.reading.headings import Heading, heading_of
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.reading.parts import APPENDIX, FRONT, SUMMARY, Part, Text
from samspel.report.checking.reading.period import period_of
from samspel.report.checking.reading.team import team_of
from samspel.report.checking.source import Line, Source

_LAST_FIELD = "9"
_TEXTS: dict[str, Text] = {
    "description": "description",
    "analysis": "analysis",
    "reflection": "reflection",
}


def outline_of(source: Source) -> Outline:
    """The report cut into its parts, with its team and period where they can be told."""
    lines = [line for line in source.lines if not line.is_blank]
    headings = {
        line.number: heading
        for line in lines
        if not line.cells or _is_one_cell(line)
        if (heading := heading_of(line.text)) is not None
    }
    contents = _contents(lines, headings)
    cut = _Cutter(headings, contents)
    for at, line in enumerate(lines):
        following = lines[at + 1].number if at + 1 < len(lines) else 0
        cut.take(line.number, following)
    front = [line for line in lines if cut.parts[line.number].field == FRONT]
    titles = [line for line in front if line.number not in contents]
    return Outline(
        source,
        team=team_of(source, titles),
        period=period_of(source, titles),
        parts=cut.parts,
        headings=frozenset(cut.found | contents),
    )


def _is_one_cell(line: Line) -> bool:
    """A heading with a page number behind a tab, as in a list of contents."""
    texts = [cell for cell in line.cells if cell.strip()]
    return len(texts) == 1 or (len(texts) == 2 and texts[1].strip().isdigit())


@dataclass
class _Cutter:
    """Walks down the lines and knows where it stands."""

    headings: dict[int, Heading]
    contents: set[int]
    parts: dict[int, Part] = field(default_factory=dict)
    found: set[int] = field(default_factory=set)
    at: Part = field(default=Part(FRONT))
    subject: int | None = None
    """The subject whose heading stands alone above its three fields."""

    def take(self, line: int, following: int) -> None:
        """Give a line its part; a heading belongs to the part that it opens."""
        heading = self.headings.get(line)
        if heading is not None and line not in self.contents:
            part = self._opened(heading, self.headings.get(following))
            if part is not None:
                self.at = part
                self.found.add(line)
        self.parts[line] = self.at

    def _opened(self, heading: Heading, following: Heading | None) -> Part | None:
        if heading.kind == "field":
            return Part(heading.key)
        if heading.kind == "summary":
            return Part(SUMMARY) if self.at.field in (FRONT, SUMMARY) else None
        if heading.kind == "appendix":
            is_free = not heading.key or self.at.field in (_LAST_FIELD, APPENDIX)
            return Part(APPENDIX) if is_free else None
        if heading.kind == "text":
            return Part(self.at.field, _TEXTS[heading.key]) if self.at.field.isdigit() else None
        return self._of_subject(heading, following)

    def _of_subject(self, heading: Heading, following: Heading | None) -> Part | None:
        if heading.kind == "subject":
            opens_fields = following is not None and following.kind in ("field", "question")
            self.subject = int(heading.key) if opens_fields else None
            return self.at if opens_fields or self.at.field == SUMMARY else None
        if heading.kind == "question" and self.subject is not None:
            return Part(str(3 * self.subject + int(heading.key) + 1))
        return None


def _contents(lines: list[Line], headings: dict[int, Heading]) -> set[int]:
    """The lines of a list of contents: headings in a row, and the same headings again below."""
    found: set[int] = set()
    run: list[int] = []
    numbers = [line.number for line in lines]
    for at, number in enumerate([*numbers, 0]):
        if number in headings or _is_between(at, numbers, headings):
            run.append(number)
            continue
        if run and _is_contents(run, headings):
            found |= set(_without_the_first_of_the_text(run, headings))
        run = []
    return found


def _is_between(at: int, numbers: list[int], headings: dict[int, Heading]) -> bool:
    """A single strange line within a list: a title that we do not know, or the word of a page."""
    return 0 < at < len(numbers) - 1 and all(
        neighbour in headings and headings[neighbour].kind not in ("text", "summary")
        for neighbour in (numbers[at - 1], numbers[at + 1])
    )


def _is_contents(run: list[int], headings: dict[int, Heading]) -> bool:
    here = [headings[number] for number in run if number in headings]
    if any(heading.kind == "contents" for heading in here):
        return True
    fields = {heading.key for heading in here if heading.kind == "field"}
    later = {
        heading.key
        for number, heading in headings.items()
        if heading.kind == "field" and number > run[-1]
    }
    return len(fields) >= 3 and len(fields & later) >= len(fields) / 2


def _without_the_first_of_the_text(run: list[int], headings: dict[int, Heading]) -> list[int]:
    """The text can begin with headings right below the list: they are seen a second time."""
    seen: set[Heading] = set()
    for at, number in enumerate(run):
        heading = headings.get(number)
        if heading is None or heading.kind in ("subject", "question", "appendix", "contents"):
            continue
        plain = Heading(heading.kind, heading.key)
        if plain in seen or heading.kind == "text":
            return run[:at]
        seen.add(plain)
    return run
