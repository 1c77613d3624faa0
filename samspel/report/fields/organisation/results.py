"""Field 9: the budget and what it has been used for."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from samspel.budget.charts import over_the_years, used_and_left
from samspel.budget.tables import BudgetTables
from samspel.documents.document import Block
from samspel.report.fields.organisation.money import (
    ended,
    expected,
    given,
    per_person,
    used,
    whose_money,
)
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import paragraphs, sentences


def draft(material: Material) -> str:
    """Budgets that ended within the period, the one that runs at its end, and what people cost."""
    told = material.budgets()
    before = sentences(*(ended(material, each) for each in told.ended))
    if told.running is None:
        return paragraphs(before, per_person(material))
    return paragraphs(
        before,
        sentences(given(material, told.running), used(material, told.running)),
        sentences(whose_money(material, told.running), expected(material, told.running)),
        per_person(material),
    )


def exhibits(material: Material) -> tuple[Block, ...]:
    """The tables of those budgets in their layouts, and charts."""
    return tuple(_exhibits(material))


def _exhibits(material: Material) -> Iterator[Block]:
    told, printed = material.budgets(), material.printed
    for each in told.ended:
        yield BudgetTables(printed, each, at=each.at(each.end), is_over=True).lines()
    if told.running is not None and told.running.lines:
        is_over = told.running.end == material.period.end
        tables = BudgetTables(printed, told.running, is_over=is_over)
        yield tables.lines()
        yield from tables.funders()
        yield from used_and_left(tables)
    yield from over_the_years(printed, told.all)


PLAN = field_plan(
    number=9,
    row=Row.ORGANISATION,
    column=Column.RESULTS,
    description=gettext_lazy("The budget: applied for, allocated, actual, forecast and remaining."),
    analysis=gettext_lazy("Why does the outcome differ from the budget?"),
    reflection=gettext_lazy("What do the means allow next year, and what not?"),
    draft=draft,
    exhibits=exhibits,
)
