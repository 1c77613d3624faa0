"""The whole report as one document: stored texts where there are any, drafts elsewhere."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, cast

from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.budget.told import told_budget
from samspel.documents.document import Block, Chapter, Document, Field, Part, PartKind
from samspel.figures.period import Period
from samspel.organisation.partners.told import told_partners
from samspel.organisation.steering.told import told_steering
from samspel.organisation.team import Team
from samspel.organisation.terms.told import told_terms
from samspel.personnel.methods.told import told_methods
from samspel.personnel.staffing.told import told_staffing
from samspel.printed import PrintedFigures
from samspel.report import appendices, summary
from samspel.report.activities import activities_of
from samspel.report.contents import APPENDICES, FIELDS, SUMMARY
from samspel.report.edition import INTERNAL, Edition, printed_of
from samspel.report.period_words import period_words
from samspel.report.plan import ROW_TITLES, Material, Pause, Row, TextPlan
from samspel.report.published.history import history_of
from samspel.report.report import Report
from samspel.report.text import blocks_of
from samspel.report.withheld import without_withheld_columns


def document_of(
    team: Team, period: Period, *, language: str, edition: Edition = INTERNAL
) -> Document:
    """The report of a team and a period; its stored texts if it has been begun, else drafts."""
    report = Report.objects.filter(team=team, start=period.start, end=period.end).first()
    return build(
        team, period, texts=texts_of(report) if report else {}, language=language, edition=edition
    )


def texts_of(report: Report) -> dict[str, str]:
    """The stored texts of a report by their place."""
    return dict(report.texts.filter(version__gt=0).values_list("place", "body"))


def material_of(team: Team, period: Period, printed: PrintedFigures) -> Material:
    """What the drafts of a team's report are made from."""
    return Material(
        printed=printed,
        period=period,
        bands=team.bands(),
        outcome_columns=tuple(team.outcome_columns),
        trial_months=team.trial_months,
        follow_up_months=team.follow_up_months,
        capacity=team.capacity,
        pauses=_pauses(team, period),
        activities=lambda: activities_of(team, period),
        staffing=cache(lambda: told_staffing(team, period)),
        methods=cache(lambda: told_methods(team, period)),
        steering=lambda: told_steering(team, period),
        terms=lambda: told_terms(team, period),
        partners=lambda: told_partners(team, period),
        budgets=cache(lambda: told_budget(team, period)),
        published=cache(lambda: history_of(team)),
    )


def _pauses(team: Team, period: Period) -> tuple[Pause, ...]:
    """The pauses of the team's intake that have a day in the period, in order."""
    found = team.intake_pauses.filter(first_on__lte=period.end).exclude(last_on__lt=period.start)
    days = found.order_by("first_on").values_list("first_on", "last_on")
    return tuple(Pause(first_on, last_on) for first_on, last_on in days)


def build(
    team: Team,
    period: Period,
    *,
    texts: Mapping[str, str],
    language: str,
    edition: Edition = INTERNAL,
) -> Document:
    """Build the document; ``texts`` are stored bodies by place, an empty one is left out."""
    material = material_of(
        team, period, printed_of(team, period, edition=edition, language=language)
    )
    with override(language):
        return Document(
            title=_("Report"),
            subtitle=f"{team.name}, {period_words(period, language)}",
            team=team.name,
            association=team.association.name,
            start=period.start,
            end=period.end,
            period_printed=period_words(period, language),
            language=cast("Literal['sv', 'en']", language),
            edition=edition,
            chapters=tuple(_chapters(material, texts)),
            contents_title=_("Contents"),
            table_word=_("Table"),
            chart_word=_("Chart"),
            page_words=(_("Page"), _("of")),
            text_numbers_words=(_("Figures in the text"), _("Figure"), _("Value")),
        )


def _chapters(material: Material, texts: Mapping[str, str]) -> Iterator[Chapter]:
    """Called with the document's language switched on."""
    whole = Field("summary-texts", _("Summary"), _parts(material, texts, summary.TEXTS, "summary"))
    yield Chapter(SUMMARY, _("Summary"), (whole,))
    for row in Row:
        fields = tuple(
            Field(
                f"field-{plan.number}",
                plan.title,
                _parts(material, texts, plan.texts, None),
                plan.number,
            )
            for plan in FIELDS
            if plan.row == row
        )
        yield Chapter(row, str(ROW_TITLES[row]), fields)
    added = (
        Field(_key(text), str(text.title), _parts(material, texts, (text,), "appendix"))
        for text in appendices.TEXTS
    )
    filled = tuple(each for each in added if each.parts)
    if filled:
        yield Chapter(APPENDICES, _("Appendices"), filled)


def _parts(
    material: Material,
    texts: Mapping[str, str],
    plans: tuple[TextPlan, ...],
    kind: PartKind | None,
) -> tuple[Part, ...]:
    """The texts that say or show something, in order."""
    made = (
        Part(
            kind=kind or cast("PartKind", text.place.rpartition(".")[2]),
            title=str(text.title),
            blocks=blocks_in(material, text, texts),
            key=f"{_key(text)}-text",
        )
        for text in plans
    )
    return tuple(part for part in made if part.blocks)


def blocks_in(material: Material, text: TextPlan, texts: Mapping[str, str]) -> tuple[Block, ...]:
    """A text, stored or drafted, and after it the tables and charts that belong to it."""
    body = texts.get(text.place)
    written = blocks_of(text.draft(material) if body is None else body, material.printed.number)
    return (*written, *without_withheld_columns(text.exhibits(material)))


def _key(text: TextPlan) -> str:
    return text.place.replace(".", "-")
