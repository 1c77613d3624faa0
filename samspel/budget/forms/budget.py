"""The form of a budget: its days and the layout of its table."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspel.budget.budget import Budget, Layout
from samspel.figures.period import shift_months
from samspel.records.fields import code_field
from samspel.records.forms import ActionForm, RecordForm

YEARS_BACK, YEARS_AHEAD = 12, 2
HALF_YEARS = (1, 7)
"""Months in which a half-year begins."""
LENGTHS = (("12", _("a year")), ("6", _("a half-year")))


class BudgetForm(ActionForm):
    """From which half-year, how long, and how its table is laid out."""

    start = code_field(_("First day"), (), required=True)
    months = code_field(_("Length"), LENGTHS, required=True, initial="12")
    layout = code_field(
        _("The table's layout"), Layout.choices, required=True, initial=Layout.DECIDED_ACTUAL
    )

    def __init__(self, data: Any = None, *, today: date, **options: Any) -> None:
        super().__init__(data, **options)
        days = [(each, each) for each in _first_days(today, self.initial.get("start"))]
        self.fields["start"] = code_field(_("First day"), days, required=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("layout") == Layout.HALF_YEARS and cleaned.get("months") == "6":
            self.add_error("layout", gettext("A half-year is not split: choose another layout."))
        return cleaned

    def asked(self) -> dict[str, Any]:
        """What was entered, as the actions take it."""
        start = date.fromisoformat(self.cleaned_data["start"])
        end = shift_months(start, int(self.cleaned_data["months"])) - timedelta(days=1)
        return {"start": start, "end": end, "layout": self.cleaned_data["layout"]}


class NewBudgetForm(BudgetForm):
    """A budget to make, with the lines of the one before unless somebody says otherwise."""

    copies = forms.BooleanField(
        label=_("Take the lines of the budget before, without amounts"),
        required=False,
        initial=True,
    )

    def asked(self) -> dict[str, Any]:
        return super().asked() | {"copies": self.cleaned_data["copies"]}


class ChangeBudgetForm(BudgetForm, RecordForm):
    """The same of a budget that the team has."""

    def __init__(self, data: Any = None, *, budget: Budget, today: date) -> None:
        self.record = budget
        months = "12" if budget.has_two_halves else "6"
        initial = {
            "start": budget.start.isoformat(),
            "months": months,
            "layout": budget.layout,
            "version": budget.version,
        }
        super().__init__(data, today=today, initial=initial)


def _first_days(today: date, had: Any) -> Iterator[str]:
    """The first days of half-years, the latest first; and the one that the budget has."""
    days = [
        date(year, month, 1).isoformat()
        for year in range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)
        for month in HALF_YEARS
    ]
    yield from sorted({*days, *([had] if had else [])}, reverse=True)
