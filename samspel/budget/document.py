"""One budget as a document: the page shows it, and PDF, Word and spreadsheet are made of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from samspel.budget.charts import over_the_years, used_and_left
from samspel.budget.rows import budget_entry_rows, budget_grant_rows, budget_line_rows
from samspel.budget.tables import BudgetTables
from samspel.budget.told import ToldBudget
from samspel.documents.document import (
    Block,
    Chapter,
    Document,
    Field,
    Number,
    Paragraph,
    Part,
    Run,
)
from samspel.figures.budget import ENTRIES, GRANTS, LINES
from samspel.figures.period import Period
from samspel.figures.resources import Row, resources_alone
from samspel.organisation.team import Team
from samspel.printed import PrintedFigures

Language = Literal["sv", "en"]


def printed_budgets(
    team: Team, period: Period, language: str, told: tuple[ToldBudget, ...]
) -> PrintedFigures:
    """The figures of the team's budgets alone, in a language; a fixed number of queries."""
    frames: dict[str, Sequence[Row]] = {
        LINES: budget_line_rows(team),
        GRANTS: budget_grant_rows(team),
        ENTRIES: budget_entry_rows(team),
    }
    titles: dict[str, Mapping[str, str]] = {
        "budget_line": {line.key: line.title for each in told for line in each.lines},
        "funder": {one.key: one.title for each in told for one in each.funders},
    }
    figures = resources_alone(frames, period, team.name)
    return PrintedFigures(figures, language, lambda dimension: titles.get(dimension, {}))


def budget_document(
    team: Team, told: ToldBudget, printed: PrintedFigures, *, known_on: date
) -> Document:
    """The budget as it was known at a day, in the language that is switched on."""
    tables = BudgetTables(printed, told, is_over=known_on >= told.end)
    title = _("Budget %(days)s") % {"days": told.name}
    known = _("as known on %(day)s") % {"day": known_on.isoformat()}
    chapters = [_chapter("lines", _("The lines"), (tables.lines(), *used_and_left(tables)))]
    if told.funders:
        blocks = (*tables.funders(), *_warnings(printed))
        chapters.append(_chapter("funders", _("Whose money"), blocks))
    return Document(
        title=title,
        subtitle=f"{team.name}, {known}",
        team=team.name,
        association=team.association.name,
        start=told.start,
        end=told.end,
        period_printed=known,
        language=_language(printed),
        edition="internal",
        chapters=tuple(chapters),
        table_word=_("Table"),
        chart_word=_("Chart"),
        page_words=(_("Page"), _("of")),
        text_numbers_words=(_("Figures in the text"), _("Figure"), _("Value")),
        layout="letter",
    )


def years_document(
    team: Team, budgets: tuple[ToldBudget, ...], printed: PrintedFigures
) -> Document | None:
    """The chart of what was allocated over the years; None where there is nothing to draw."""
    blocks = tuple(over_the_years(printed, budgets))
    if not blocks:
        return None
    heading = _("Over the years")
    return Document(
        title=heading,
        subtitle=team.name,
        team=team.name,
        association=team.association.name,
        start=budgets[0].start,
        end=budgets[-1].end,
        period_printed="",
        language=_language(printed),
        edition="internal",
        chapters=(_chapter("years", heading, blocks),),
        table_word=_("Table"),
        chart_word=_("Chart"),
    )


def _language(printed: PrintedFigures) -> Language:
    return "en" if printed.language.startswith("en") else "sv"


def _chapter(key: str, title: str, blocks: tuple[Block, ...]) -> Chapter:
    return Chapter(key, title, (Field(f"{key}-field", title, (Part("description", "", blocks),)),))


def _warnings(printed: PrintedFigures) -> list[Block]:
    """What does not add up: money that is overdrawn, lines that hold more or less than granted."""
    found: list[Block] = []
    overdrawn = printed.number("funds_overdrawn")
    if overdrawn.value:
        found.append(_said(_("The money is overdrawn by {number} kronor."), overdrawn))
    over = printed.number("budget_over_grants")
    if over.value:
        text = _("The lines' allocated amounts differ from what is granted by {number} kronor.")
        found.append(_said(text, over))
    return found


def _said(text: str, number: Number) -> Paragraph:
    before, _number, after = text.partition("{number}")
    runs: tuple[Run, ...] = (before, number, after)
    return Paragraph(runs)
