"""Saying which column of a table is what; suggested from its headings."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.formats import localize
from django.utils.translation import gettext_lazy as _

from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.reading.columns import PART_TITLES, Part, suggested_columns
from samspel.budget.ledger.reading.faults import shown
from samspel.budget.ledger.reading.table import Table
from samspel.records.forms import ActionForm

_REQUIRED = {Part.DAY, Part.ACCOUNT}
_HELP: Mapping[Part, Any] = {
    Part.AMOUNT: _("When costs and credits stand in one column."),
    Part.DEBIT: _("When costs and credits stand in two columns."),
    Part.VOUCHER: _("Without it the same row can be known again less surely."),
}


class ColumnsForm(ActionForm):
    """One choice of a column for each part, with the first value of each column beside."""

    costs_are_negative = forms.BooleanField(
        label=_("Costs are written with a minus"),
        required=False,
        help_text=_("Then all amounts are turned, so that costs become positive."),
    )

    def __init__(self, *args: Any, job: LedgerImport, table: Table, **kwargs: Any) -> None:
        suggested = suggested_columns(table.headings)
        initial = {part.value: place for part, place in suggested.items()}
        kwargs["initial"] = job.places or initial
        kwargs["initial"] |= {"costs_are_negative": job.costs_are_negative}
        super().__init__(*args, **kwargs)
        choices = list(_columns(table))
        for part, title in PART_TITLES.items():
            is_required = part in _REQUIRED
            first = ("", _("Choose …") if is_required else _("None"))
            self.fields[part.value] = forms.TypedChoiceField(
                label=title,
                choices=[first, *choices],
                coerce=int,
                empty_value=None,
                required=is_required,
                help_text=_HELP.get(part, ""),
                error_messages={"required": _("Choose a column.")},
            )
        self.order_fields([*(part.value for part in PART_TITLES), "costs_are_negative"])

    def places(self) -> dict[Part, int]:
        """What was chosen."""
        return {
            part: self.cleaned_data[part.value]
            for part in Part
            if self.cleaned_data.get(part.value) is not None
        }


def _columns(table: Table) -> list[tuple[int, str]]:
    found = []
    for place, heading in enumerate(table.headings):
        cells = (row[place] for row in table.examples if place < len(row))
        example = next((_example(cell) for cell in cells if cell not in {None, ""}), "")
        name = heading or _("column %(number)d") % {"number": place + 1}
        found.append((place, f"{name} ({example})" if example else str(name)))
    return found


def _example(cell: object) -> str:
    """A value as people write it, not as the spreadsheet stores it."""
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return shown(localize(cell) if isinstance(cell, float) else cell)
