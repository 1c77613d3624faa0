"""What the editor of one section shows: its texts, what they met, and what the figures say."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.documents.document import (
    Block,
    Chapter,
    Document,
    Field,
    Number,
    Part,
)
from samspel.figures.address import PREVIOUS, YEAR_BEFORE
from samspel.figures.printing import NO_DATA
from samspel.printed import PrintedFigures
from samspel.report.build import material_of
from samspel.report.contents import Section
from samspel.report.edition import printed_of
from samspel.report.marked_text import TypedNumber, marked_html, typed_numbers
from samspel.report.marks import MarkedLine, marked
from samspel.report.merge import merged
from samspel.report.period_words import period_words
from samspel.report.plan import Material, TextPlan
from samspel.report.published.joining import published_number
from samspel.report.report import FieldText, Report, TextVersion
from samspel.report.text import addresses, unknown
from samspel.report.withheld import without_withheld_columns

FIGURES_COMPARED = 16


@dataclass(frozen=True, slots=True)
class Meeting:
    """A text that was put aside, and what it could become together with the one that stands."""

    aside: TextVersion
    proposal: str | None


@dataclass(frozen=True, slots=True)
class OpenText:
    """One text in the editor. ``version`` is 0 where the draft still stands."""

    plan: TextPlan
    body: str
    draft: str
    version: int
    stored: FieldText | None
    lines: tuple[MarkedLine, ...]
    earlier: str
    meetings: tuple[Meeting, ...]

    @property
    def slug(self) -> str:
        """The text's place as a name in the page."""
        return self.plan.place.replace(".", "-")

    @property
    def is_draft(self) -> bool:
        """Whether the draft stands, unsaved."""
        return self.version == 0

    @property
    def is_left_out(self) -> bool:
        """Whether somebody chose to leave the text out."""
        return self.version > 0 and not self.body

    @property
    def addresses(self) -> list[str]:
        """The figures that the text is bound to."""
        return addresses(self.body)

    @property
    def preview(self) -> SafeString:
        """The text as it will read, with its figures in place and its numbers marked."""
        return marked_html(self.lines)

    @property
    def typed(self) -> tuple[TypedNumber, ...]:
        """What was typed by hand and can be held against the records, contradictions first."""
        return typed_numbers(self.lines)

    @property
    def unread(self) -> int:
        """How many typed numbers nothing is known of."""
        marks = (mark for line in self.lines for mark in line.marks)
        return sum(mark.standing == "unknown" for mark in marks)

    @property
    def unknown(self) -> list[str]:
        """What stands in braces and names no figure."""
        return unknown(self.body)


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of the section, now, in the period before and a year earlier."""

    title: str
    now: Number
    previous: Number
    year_before: Number
    published: tuple[bool, bool] = (False, False)
    """Whether either is as it was published, where the records do not reach."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The texts of a section and the material beside them."""

    texts: tuple[OpenText, ...]
    compared: tuple[Compared, ...]
    exhibits: Document | None


def desk_of(report: Report, section: Section) -> Desk:
    """Everything the editor of a section shows, in the report's own language."""
    printed = printed_of(report.team, report.period, edition="internal", language=report.language)
    material = material_of(report.team, report.period, printed)
    with override(report.language):
        drafts = {text.place: text.draft(material) for text in section.texts}
        compared = tuple(_compared(material, drafts.values())) if any(drafts.values()) else ()
        exhibits = _exhibits(report, material, section)
    return Desk(_open(report, section.texts, drafts, printed), compared, exhibits)


def open_text(report: Report, plan: TextPlan) -> OpenText:
    """One text as the editor shows it, with its draft."""
    printed = printed_of(report.team, report.period, edition="internal", language=report.language)
    with override(report.language):
        draft = plan.draft(material_of(report.team, report.period, printed))
    return _open(report, (plan,), {plan.place: draft}, printed)[0]


def _open(
    report: Report,
    plans: tuple[TextPlan, ...],
    drafts: dict[str, str],
    printed: PrintedFigures,
) -> tuple[OpenText, ...]:
    places = [plan.place for plan in plans]
    stored = {text.place: text for text in _stored(report, places)}
    earlier = _earlier_texts(report, places)
    asides = _waiting(report, places)
    made = []
    for plan in plans:
        text, draft = stored.get(plan.place), drafts[plan.place]
        body = draft if text is None else text.body
        meetings = tuple(
            Meeting(aside, merged(_base_of(aside, draft), body, aside.body))
            for aside in asides
            if aside.text.place == plan.place
        )
        version = 0 if text is None else text.version
        made.append(
            OpenText(
                plan,
                body,
                draft,
                version,
                text,
                marked(body, printed),
                earlier.get(plan.place, ""),
                meetings,
            )
        )
    return tuple(made)


def _stored(report: Report, places: list[str]) -> Iterable[FieldText]:
    return report.texts.filter(place__in=places, version__gt=0).select_related("edited_by")


def _waiting(report: Report, places: list[str]) -> list[TextVersion]:
    waiting = TextVersion.objects.filter(
        text__report=report, text__place__in=places, aside=True, settled=False
    )
    return list(waiting.select_related("text", "written_by").order_by("number"))


def _base_of(aside: TextVersion, draft: str) -> str:
    """What the writer of an aside text began from."""
    if aside.base == 0:
        return draft
    found = TextVersion.objects.filter(text=aside.text, number=aside.base).first()
    return found.body if found else draft


def _earlier_texts(report: Report, places: list[str]) -> dict[str, str]:
    """The same texts in the team's latest report before this one."""
    before = (
        Report.objects.filter(team=report.team, end__lt=report.start)
        .order_by("-end", "-start")
        .first()
    )
    if before is None:
        return {}
    return {text.place: text.body for text in _stored(before, places)}


def _compared(material: Material, drafts: Iterable[str]) -> Iterable[Compared]:
    """The counts and means that the drafts speak of; shares and other statistics stay out."""
    printed = material.printed
    reached = {period: material.reaches(period) for period in (PREVIOUS, YEAR_BEFORE)}

    def then(address: str, period: str) -> tuple[Number, bool]:
        number = printed.number(f"{address}@{period}")
        if reached[period]:
            return number, False
        found = published_number(printed, material.published(), address, days[period])
        return found or replace(number, printed=NO_DATA, value=None), found is not None

    days = {PREVIOUS: material.period.previous(), YEAR_BEFORE: material.period.year_before()}
    bound = dict.fromkeys(address for draft in drafts for address in addresses(draft))
    plain = [address for address in bound if "@" not in address and "." not in address]
    for address in plain[:FIGURES_COMPARED]:
        previous, of_previous = then(address, PREVIOUS)
        year_before, of_year_before = then(address, YEAR_BEFORE)
        yield Compared(
            title=printed.title(address),
            now=printed.number(address),
            previous=previous,
            year_before=year_before,
            published=(of_previous, of_year_before),
        )


def _exhibits(report: Report, material: Material, section: Section) -> Document | None:
    """The tables and charts of the section as a small document, to be shown beside the texts."""
    blocks: tuple[Block, ...] = tuple(
        block
        for text in section.texts
        for block in without_withheld_columns(text.exhibits(material))
    )
    if not blocks:
        return None
    title = _("Tables and charts")
    part = Part("description", "", blocks)
    field = Field("exhibits-field", title, (part,))
    return Document(
        title=title,
        subtitle="",
        team=report.team.name,
        association="",
        start=report.start,
        end=report.end,
        period_printed=period_words(report.period, report.language),
        edition="internal",
        language="en" if report.language == "en" else "sv",
        chapters=(Chapter("exhibits", title, (field,)),),
        table_word=_("Table"),
        chart_word=_("Chart"),
    )
