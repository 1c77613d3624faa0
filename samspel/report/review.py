"""A report held against the records and against itself, before anybody else reads it."""

from collections.abc import Iterator
from dataclasses import dataclass

from samspel.documents.render.plain_text import plain_text
from samspel.report.build import texts_of
from samspel.report.checking.examination import Examination, examine
from samspel.report.checking.finding import Finding
from samspel.report.checking.source import Source
from samspel.report.contents import Section, sections
from samspel.report.edition import INTERNAL, printed_of
from samspel.report.kept import kept_document
from samspel.report.marked_text import TypedNumber, typed_numbers
from samspel.report.marks import READ_IN, marked
from samspel.report.plan import TextPlan
from samspel.report.report import Report

_MOST_AGAINST = 3
"""Lines shown beside a finding; a total can be held against many rows."""


@dataclass(frozen=True, slots=True)
class TypedIn:
    """Something typed by hand, and the text that it stands in."""

    section: Section
    text: TextPlan
    typed: TypedNumber

    @property
    def slug(self) -> str:
        """The text's place as a name in the editor's page."""
        return self.text.place.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its quote, cut at the number that it is about, and what it was held against.

    ``against`` has the number and the text of each line; a line within the quote is left out.
    """

    finding: Finding
    before: str
    after: str
    against: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What was found. ``is_read`` is false for a report in a language that is not read."""

    typed: tuple[TypedIn, ...]
    told: tuple[Told, ...]
    statements: int
    understood: int
    is_read: bool

    @property
    def contradictions(self) -> list[TypedIn]:
        """What was typed and says something else than the records."""
        return [each for each in self.typed if each.typed.contradicts]

    @property
    def agreeing(self) -> int:
        """How much was typed and says the same as the records."""
        return len(self.typed) - len(self.contradictions)


def reviewed(report: Report) -> Review:
    """Hold the stored texts against the records, and the whole report against itself."""
    if not report.language.startswith(READ_IN):
        return Review((), (), 0, 0, is_read=False)
    source = _source(report)
    found = examine(source)
    return Review(
        tuple(_typed(report)),
        tuple(_told(source, found)),
        found.statements,
        len(found.understood),
        is_read=True,
    )


def _source(report: Report) -> Source:
    document = kept_document(report, edition=INTERNAL, language=report.language)
    return Source.of_text(plain_text(document).decode())


def _typed(report: Report) -> Iterator[TypedIn]:
    printed = printed_of(report.team, report.period, edition=INTERNAL, language=report.language)
    stored = texts_of(report)
    for section in sections():
        for text in section.texts:
            lines = marked(stored.get(text.place, ""), printed)
            yield from (TypedIn(section, text, each) for each in typed_numbers(lines))


def _told(source: Source, found: Examination) -> Iterator[Told]:
    for finding in found.findings:
        at = finding.at
        line = source.by_number[at.line].text
        others = [number for number in finding.against if number != at.line][:_MOST_AGAINST]
        yield Told(
            finding,
            _plain(line[: at.start]),
            _plain(line[at.end :]),
            tuple((number, _plain(source.by_number[number].text)) for number in others),
        )


def _plain(text: str) -> str:
    """A piece of a line with the cells of a row parted so that a reader sees it."""
    return text.replace("\t", " | ")
