"""The forms of an entry, of a forecast, of a funder's name, and of the index of prices."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samspel.budget.amounts import AmountField, IndexField
from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.line import Line
from samspel.records.fields import NameField, date_field
from samspel.records.forms import ActionForm, RecordForm

_IN_THE_LIST = {"invalid_choice": _("Choose one of those in the list.")}
_MEANT = _("A credit has a minus before it: −4 164.")


def _line_field(lines: "QuerySet[Line]") -> "forms.ModelChoiceField[Line]":
    return forms.ModelChoiceField(
        lines, label=_("Line"), empty_label=None, error_messages=_IN_THE_LIST
    )


class EntryForm(ActionForm):
    """A cost or a credit of one of the budget's lines."""

    line = _line_field(Line.objects.none())
    on = date_field(_("Day"), required=True)
    amount_ore = AmountField(
        label=_("Amount, kronor"), is_signed=True, required=True, help_text=_MEANT
    )
    text = NameField(label=_("Text"), max_length=200)
    voucher = NameField(label=_("Voucher"), max_length=40)

    def __init__(self, data: Any = None, *, budget: Budget, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["line"] = _line_field(budget.lines.all())

    def clean_amount_ore(self) -> Any:
        """Nothing is neither a cost nor a credit."""
        amount = self.cleaned_data["amount_ore"]
        if amount == 0:
            self.add_error("amount_ore", _("Write an amount that is more or less than 0."))
        return amount

    def asked(self) -> dict[str, Any]:
        """What was entered, by the names of the record."""
        names = ("line", "on", "amount_ore", "text", "voucher")
        return {name: self.cleaned_data[name] for name in names}


class ChangeEntryForm(EntryForm, RecordForm):
    """The same of an entry that is there; of one from a ledger the line and the text."""

    def __init__(self, data: Any = None, *, entry: Entry) -> None:
        self.record = entry
        names = ("line", "on", "amount_ore", "text", "voucher", "version")
        initial = {name: getattr(entry, name) for name in names}
        super().__init__(data, budget=entry.line.budget, initial=initial)
        if not entry.is_by_hand:
            for name in ("on", "amount_ore", "voucher"):
                self.fields[name].disabled = True
                self.fields[name].help_text = _("As the ledger says.")


class ForecastForm(ActionForm):
    """What a line is expected to cost from a day to the budget's end."""

    from_on = date_field(_("Covers the days from"), required=True)
    amount_ore = AmountField(
        label=_("Expected cost from that day, kronor"), is_signed=True, required=True
    )
    reason = NameField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Write why, where it is another amount than the suggested one."),
    )


class FunderForm(ActionForm):
    """What a funder is called."""

    title = NameField(label=_("The funder's name"), required=True)


class IndexForm(ActionForm):
    """The index of prices, year by year."""

    seen = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, years: Iterable[int], **options: Any) -> None:
        super().__init__(data, **options)
        self.years = list(years)
        for year in self.years:
            self.fields[f"year_{year}"] = IndexField(label=str(year))

    def asked(self) -> dict[str, Any]:
        """What was entered, by year."""
        values = {year: self.cleaned_data[f"year_{year}"] for year in self.years}
        return {"values": values, "seen": self.cleaned_data["seen"]}


def years_of(budgets: Iterable[Budget], known: Iterable[int], today: date) -> list[int]:
    """The years to write an index for, the latest first: those of budgets, and those known."""
    years = {each.start.year for each in budgets if each.start <= today} | set(known)
    return sorted(years | {today.year}, reverse=True)
