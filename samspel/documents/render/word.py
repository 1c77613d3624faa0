"""The report as a Word file that an author is glad to get: styles, captions, real tables."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from docx.shared import Mm

from samspel.documents.document import (
    Block,
    BulletList,
    Chart,
    Document,
    Number,
    Paragraph,
    Run,
    Table,
)
from samspel.documents.render.characters import printable_throughout
from samspel.documents.render.charts import chart_png
from samspel.documents.render.flow import Heading, flow
from samspel.documents.render.sign import sign_png
from samspel.documents.render.word_fields import (
    add_bookmark,
    add_field,
    add_link,
    begin_field,
    end_field,
)
from samspel.documents.render.word_styles import style_id, styled_file
from samspel.documents.render.word_tables import add_table

_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_SIGN_WIDTH = Mm(16)
_CHART_WIDTH = Mm(100)


def word(document: Document) -> bytes:
    """The report as a Word file, dated the last day of the period."""
    return _File(printable_throughout(document)).made()


class _File:
    """One Word file being written, with the running numbers of its captions and bookmarks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.word = styled_file(
            _LANGUAGES[document.language], is_letter=document.layout == "letter"
        )
        self.tables = 0
        self.charts = 0
        self.headings = 0

    def made(self) -> bytes:
        self.properties()
        if self.document.layout == "letter":
            self.letter_head()
        else:
            self.cover()
            self.contents()
        self.footer()
        for each in flow(self.document):
            if isinstance(each, Heading):
                self.heading(each)
            else:
                self.block(each)
        kept = BytesIO()
        self.word.save(kept)
        return kept.getvalue()

    def properties(self) -> None:
        core, end = self.word.core_properties, datetime.combine(self.document.end, time(), UTC)
        core.title = _short(f"{self.document.title}, {self.document.subtitle}")
        core.author = core.last_modified_by = _short(self.document.team)
        core.subject = _short(self.document.period_printed)
        core.language = _LANGUAGES[self.document.language]
        core.comments = core.keywords = ""
        core.created = core.modified = end
        core.revision = 1

    def cover(self) -> None:
        self.picture(sign_png(), _SIGN_WIDTH, self.document.title, "Cover Sign")
        self.paragraph(self.document.association, "Cover Text")
        self.paragraph(self.document.title, "Title")
        self.paragraph(self.document.team, "Subtitle")
        self.paragraph(self.document.period_printed, "Cover Text")

    def letter_head(self) -> None:
        self.paragraph(self.document.title, "Title")
        self.paragraph(self.document.team, "Subtitle")
        self.paragraph(self.document.period_printed, "Cover Text")

    def contents(self) -> None:
        """A contents field, filled with links; Word adds the page numbers when it is opened."""
        self.paragraph(self.document.contents_title, "TOC Heading")
        headings = [each for each in flow(self.document) if isinstance(each, Heading)]
        lines = [
            (heading, number) for number, heading in enumerate(headings, 1) if heading.level < 3
        ]
        paragraph = self.paragraph("", "toc 1")
        begin_field(paragraph, 'TOC \\o "1-2" \\h \\z \\u', refresh=True)
        for place, (heading, number) in enumerate(lines):
            if place:
                paragraph = self.paragraph("", f"toc {heading.level}")
            add_link(paragraph, heading.text, _bookmark(number))
        end_field(paragraph)

    def footer(self) -> None:
        paragraph = self.word.sections[0].footer.paragraphs[0]
        page, of = self.document.page_words
        paragraph.add_run(f"{self.document.team}, {self.document.period_printed}\t{page} ")
        add_field(paragraph, "PAGE", "2")
        paragraph.add_run(f" {of} ")
        add_field(paragraph, "NUMPAGES", "2")

    def heading(self, heading: Heading) -> None:
        self.headings += 1
        paragraph = self.paragraph(heading.text, f"Heading {heading.level}")
        add_bookmark(paragraph, _bookmark(self.headings), self.headings)

    def paragraph(self, text: str, style: str) -> Any:
        """A new paragraph; the style is set by its id, a hundred times faster than by name."""
        paragraph = self.word.add_paragraph(text)
        paragraph._p.style = style_id(style)  # noqa: SLF001  # see above
        return paragraph

    def block(self, block: Block) -> None:
        match block:
            case Paragraph(runs=runs):
                self.paragraph(_joined(runs), "Normal")
            case BulletList(items=items):
                for item in items:
                    self.paragraph(_joined(item), "List Bullet")
            case Table():
                self.table(block)
            case Chart():
                self.chart(block)

    def chart(self, chart: Chart) -> None:
        self.charts += 1
        self.caption(self.document.chart_word, self.charts, chart.title)
        png = chart_png(chart, language=self.document.language)
        self.picture(png, _CHART_WIDTH, chart.alternative or chart.title, "Picture")
        self.table(chart.table)

    def picture(self, png: bytes, width: int, alternative: str, style: str) -> None:
        run = self.paragraph("", style).add_run()
        shape = run.add_picture(BytesIO(png), width=width)
        shape._inline.docPr.set("descr", alternative)  # noqa: SLF001  # no such setting

    def caption(self, word: str, number: int, text: str) -> None:
        paragraph = self.paragraph(f"{word} ", "Caption")
        add_field(paragraph, f"SEQ {word} \\* ARABIC", str(number))
        paragraph.add_run(f". {text}")

    def table(self, table: Table) -> None:
        self.tables += 1
        self.caption(self.document.table_word, self.tables, table.caption)
        add_table(self.word, table)
        if table.note:
            self.paragraph(table.note, "Table Note")


def _bookmark(number: int) -> str:
    return f"_Toc{number:06d}"


def _short(text: str) -> str:
    """The standard allows core properties of 255 characters."""
    return text[:255]


def _joined(runs: tuple[Run, ...]) -> str:
    return "".join(map(_printed, runs))


def _printed(run: Run) -> str:
    return run.printed if isinstance(run, Number) else run
