"""Sheets of a budget, with several rows at once: its lines, and what it was allocated."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspel.budget.amounts import AmountField, in_kronor
from samspel.budget.budget import Budget
from samspel.budget.keeping_lines import GrantValues, LineValues
from samspel.budget.line import Line, LineKind
from samspel.records.fields import NameField, code_field
from samspel.records.forms import RecordForm

NEW = ("new", "more")
"""Rows for what is not there yet."""
MOST_TURNS = 99


class TurnField(forms.IntegerField):
    """Which place a row has."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            min_value=1,
            max_value=MOST_TURNS,
            error_messages=dict.fromkeys(
                ("invalid", "min_value", "max_value"), _("Write the place as 1 to 99.")
            ),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
            **options,
        )


class SheetForm(RecordForm):
    """Rows of fields about one budget; against a second writer they are compared one by one."""

    def standing(self, budget: Budget) -> Mapping[str, Any]:
        """What now stands, by the names of the fields."""
        raise NotImplementedError

    def show_what_stands(self, row: Any) -> None:
        super().show_what_stands(row)
        for name, value in self.standing(row).items():
            if name in self.fields and self.cleaned_data.get(name) != value:
                is_amount = isinstance(self.fields[name], AmountField) and value is not None
                text = in_kronor(value) if is_amount else value
                told = gettext("nothing") if text in (None, "") else text
                self[name].help_text = escape(gettext("Now stands: %(value)s") % {"value": told})


class LinesForm(SheetForm):
    """The names, kinds, order and applied amounts of a budget's lines, and two rows for new."""

    def __init__(self, data: Any = None, *, budget: Budget) -> None:
        self.record = budget
        self.lines = list(budget.lines.all())
        super().__init__(data, initial={"version": budget.version, **_lines_now(self.lines)})
        for line in self.lines:
            self._add_row(str(line.pk), required=True)
        for key in NEW:
            self._add_row(key, required=False)

    def _add_row(self, key: str, *, required: bool) -> None:
        self.fields[f"title_{key}"] = NameField(label=_("Name"), required=required)
        kind = code_field(_("Kind of costs"), LineKind.choices, required=True)
        kind.required = required
        self.fields[f"kind_{key}"] = kind
        self.fields[f"applied_{key}"] = AmountField(label=_("Applied for, kronor"))
        self.fields[f"turn_{key}"] = TurnField(label=_("Place"))

    @property
    def groups(self) -> Any:
        """The fields by line."""
        names = ("title", "kind", "applied", "turn")
        rows = [(each.title, str(each.pk)) for each in self.lines]
        rows += [(gettext("A new line"), NEW[0]), (gettext("One more"), NEW[1])]
        return self.grouped(
            *((title, tuple(f"{name}_{key}" for name in names)) for title, key in rows)
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for key in NEW:
            has_title = bool(cleaned.get(f"title_{key}"))
            if has_title and not cleaned.get(f"kind_{key}") and not self.has_error(f"kind_{key}"):
                self.add_error(f"kind_{key}", gettext("Choose what kind of costs it is."))
            if not has_title and cleaned.get(f"applied_{key}") is not None:
                self.add_error(f"title_{key}", gettext("Write what the line is called."))
        self._refuse_twins(cleaned)
        return cleaned

    def _refuse_twins(self, cleaned: Mapping[str, Any]) -> None:
        seen: set[str] = set()
        for key in (*(str(each.pk) for each in self.lines), *NEW):
            title = str(cleaned.get(f"title_{key}") or "")
            if title and title in seen:
                twin = ValidationError(gettext("The budget already has a line of this name."))
                self.add_error(f"title_{key}", twin)
            seen.add(title)

    def asked(self) -> dict[str, Any]:
        """What was entered, as the action takes it."""
        keys: list[tuple[str, int | None]] = [(str(each.pk), each.pk) for each in self.lines]
        keys += [(key, None) for key in NEW if self.cleaned_data[f"title_{key}"]]
        return {"lines": [self._values(key, pk) for key, pk in keys]}

    def _values(self, key: str, pk: int | None) -> LineValues:
        cleaned = self.cleaned_data
        turn = cleaned[f"turn_{key}"] or MOST_TURNS
        title, kind = cleaned[f"title_{key}"], cleaned[f"kind_{key}"]
        return LineValues(pk, turn, title, kind, cleaned[f"applied_{key}"])

    def standing(self, budget: Budget) -> Mapping[str, Any]:
        return _lines_now(list(budget.lines.all()))


def _lines_now(lines: list[Line]) -> dict[str, Any]:
    return {
        f"{name}_{line.pk}": value
        for line in lines
        for name, value in (
            ("title", line.title),
            ("kind", line.kind),
            ("applied", line.applied_ore),
            ("turn", line.turn),
        )
    }


class AllocationForm(SheetForm):
    """What each line was allocated, and what each funder granted, in the order it is used."""

    def __init__(self, data: Any = None, *, budget: Budget) -> None:
        self.record = budget
        self.lines = list(budget.lines.all())
        turns = dict(budget.grants.values_list("funder", "turn"))
        self.funders = sorted(
            budget.team.funders.all(), key=lambda each: turns.get(each.pk, MOST_TURNS)
        )
        super().__init__(data, initial={"version": budget.version, **_allocation_now(budget)})
        for line in self.lines:
            self.fields[f"line_{line.pk}"] = AmountField(label=line.title)
        for funder in self.funders:
            self._add_funder(str(funder.pk))
        self.fields[f"title_{NEW[0]}"] = NameField(label=_("The funder's name"))
        self._add_funder(NEW[0])

    def _add_funder(self, key: str) -> None:
        self.fields[f"amount_{key}"] = AmountField(label=_("Granted, kronor"))
        self.fields[f"turn_{key}"] = TurnField(label=_("Is used as number"))

    @property
    def groups(self) -> Any:
        """The lines together, then each funder."""
        lines = (
            gettext("Allocated to each line, kronor"),
            tuple(f"line_{each.pk}" for each in self.lines),
        )
        funders = [(each.title, (f"amount_{each.pk}", f"turn_{each.pk}")) for each in self.funders]
        new = (f"title_{NEW[0]}", f"amount_{NEW[0]}", f"turn_{NEW[0]}")
        return self.grouped(lines, *funders, (gettext("A new funder"), new))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        title, amount = cleaned.get(f"title_{NEW[0]}"), cleaned.get(f"amount_{NEW[0]}")
        if amount is not None and not title:
            self.add_error(f"title_{NEW[0]}", gettext("Write who pays."))
        if title and amount is None and not self.has_error(f"amount_{NEW[0]}"):
            self.add_error(f"amount_{NEW[0]}", gettext("Write how much the funder gives."))
        if title in {each.title for each in self.funders}:
            taken = gettext("The team already has a funder of this name.")
            self.add_error(f"title_{NEW[0]}", taken)
        return cleaned

    def asked(self) -> dict[str, Any]:
        """What was entered, as the action takes it."""
        cleaned = self.cleaned_data
        named = [(each.title, str(each.pk)) for each in self.funders]
        if cleaned[f"title_{NEW[0]}"]:
            named.append((cleaned[f"title_{NEW[0]}"], NEW[0]))
        return {
            "allocated": {each.pk: cleaned[f"line_{each.pk}"] for each in self.lines},
            "grants": [
                GrantValues(title, cleaned[f"amount_{key}"], cleaned[f"turn_{key}"] or MOST_TURNS)
                for title, key in named
            ],
        }

    def standing(self, budget: Budget) -> Mapping[str, Any]:
        return _allocation_now(budget)


def _allocation_now(budget: Budget) -> dict[str, Any]:
    lines = {f"line_{each.pk}": each.allocated_ore for each in budget.lines.all()}
    grants = {
        f"{name}_{each.funder_id}": value
        for each in budget.grants.all()
        for name, value in (("amount", each.amount_ore), ("turn", each.turn))
    }
    return lines | grants
