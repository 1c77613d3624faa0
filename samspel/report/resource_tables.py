"""Every figure of staff, meetings, seats and money, for the page of all figures."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samspel.documents.document import Block, Column, Run, Table
from samspel.figures.budget import BUDGET_FIGURES, BUDGET_RATIOS
from samspel.figures.definition import WORKING_SHARE, Definition
from samspel.figures.partners import PARTNER_FIGURES
from samspel.figures.staffing import STAFFING_FIGURES, STAFFING_RATIOS
from samspel.figures.steering import STEERING_FIGURES, STEERING_RATIOS
from samspel.figures.working_methods import METHOD_FIGURES, METHOD_RATIOS
from samspel.report.plan import Material


def personnel_figures(material: Material) -> Iterator[Block]:
    """Who works in the team and how the staff work together."""
    # A working share says something of one position only.
    of_all = tuple(each for each in STAFFING_FIGURES if each.unit != WORKING_SHARE)
    staff = (*of_all, *STAFFING_RATIOS)
    yield from _table(material, "staff-figures", _("Personnel"), staff)
    methods = (*METHOD_FIGURES, *METHOD_RATIOS)
    yield from _table(material, "method-figures", _("Working methods"), methods)


def organisation_figures(material: Material) -> Iterator[Block]:
    """The steering group, and those the team works with."""
    steering = (*STEERING_FIGURES, *STEERING_RATIOS)
    yield from _table(material, "steering-figures", _("Steering group"), steering)
    yield from _table(material, "partner-figures", _("Collaboration"), PARTNER_FIGURES)


def budget_figures(material: Material) -> Iterator[Block]:
    """The budget that runs at the end of the period, and what the period cost."""
    budget = (*BUDGET_FIGURES, *BUDGET_RATIOS)
    yield from _table(material, "budget-figures", _("Budget"), budget)


def _table(
    material: Material, key: str, caption: str, figures: tuple[Definition, ...]
) -> Iterator[Table]:
    """The figures of which anything is known; no table where none is."""
    printed = material.printed
    rows: list[tuple[Run, ...]] = [
        (printed.figure_title(each.key), printed.number(each.key))
        for each in figures
        if printed.value(each.key).exact is not None
    ]
    if rows:
        columns = (Column(_("Figure")), Column(_("Number"), "decimal"))
        yield Table(key, caption, columns, tuple(rows))
