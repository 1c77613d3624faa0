"""One rule: which rows it takes, and where they go."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.budget.ledger.mapping_rule import ANY_ENDING, MappingRule
from samspel.budget.line import Line
from samspel.records.fields import NOT_CHOSEN, NameField
from samspel.records.forms import RecordForm

LEAVE_OUT, KEEP = "out", "kept"
_DIGITS = re.compile(r"[0-9]{1,10}")


class RuleForm(RecordForm):
    """The accounts from–to, the project and the cost centre of the rows, and their line."""

    account_from = NameField(
        label=_("Accounts from"),
        max_length=10,
        help_text=_("Such as 5000. Empty for any account."),
    )
    account_to = NameField(
        label=_("Accounts to"),
        max_length=10,
        help_text=_("Such as 5999; parts of an account, such as 59991, are taken as well."),
    )
    project = NameField(
        label=_("Project"),
        max_length=40,
        help_text=_("The project's code; 91* for all that begin with 91. Empty for any project."),
    )
    cost_centre = NameField(
        label=_("Cost centre"), max_length=40, help_text=_("Its code, in the same way.")
    )
    target = forms.ChoiceField(
        label=_("The rows go to"),
        error_messages={"required": _("Choose a line, or that the rows are left out.")},
    )

    def __init__(
        self, *args: Any, lines: Sequence[Line], rule: MappingRule | None = None, **kwargs: Any
    ) -> None:
        self._lines, self._rule = {str(line.pk): line for line in lines}, rule
        if rule is not None:
            kwargs["initial"] = _initial(rule, lines) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["version"].required = rule is not None
        choices: list[tuple[str, Any]] = [NOT_CHOSEN]
        choices += [(key, line.title) for key, line in self._lines.items()]
        if rule is not None and not rule.leaves_out and rule.line_in(lines) is None:
            title = _("%(line)s (not in this budget)") % {"line": rule.line_title}
            choices.append((KEEP, title))
        target = self.fields["target"]
        if isinstance(target, forms.ChoiceField):
            target.choices = [*choices, (LEAVE_OUT, _("Leave the rows out"))]

    def clean(self) -> dict[str, Any]:
        """Accounts are digits, and as many in both ends of a range."""
        data = super().clean() or {}
        first, last = data.get("account_from", ""), data.get("account_to", "")
        for name, account in (("account_from", first), ("account_to", last)):
            if account and not _DIGITS.fullmatch(account):
                self.add_error(name, _("An account is written with digits."))
        if last and not first:
            self.add_error("account_from", _("Write the first account as well."))
        elif last and (len(first) != len(last) or last < first):
            self.add_error(
                "account_to", _("Write as many digits as in the first, and not a lower number.")
            )
        for name in ("project", "cost_centre"):
            if ANY_ENDING in data.get(name, "").removesuffix(ANY_ENDING):
                self.add_error(name, ValidationError(_("The sign * can only stand last.")))
        return data

    def values(self) -> dict[str, Any]:
        """The rule's values, once the form is valid."""
        data = {key: self.cleaned_data[key] for key in ("account_from", "project", "cost_centre")}
        data["account_to"] = self.cleaned_data["account_to"] or data["account_from"]
        target = self.cleaned_data["target"]
        if target == KEEP and self._rule is not None:
            return data
        line = self._lines.get(target)
        return data | {
            "leaves_out": line is None,
            "line_kind": line.kind if line else "",
            "line_title": line.title if line else "",
        }


def _initial(rule: MappingRule, lines: Sequence[Line]) -> dict[str, Any]:
    line = rule.line_in(lines)
    kept = LEAVE_OUT if rule.leaves_out else KEEP
    return {
        "account_from": rule.account_from,
        "account_to": rule.account_to,
        "project": rule.project,
        "cost_centre": rule.cost_centre,
        "target": str(line.pk) if line and not rule.leaves_out else kept,
        "version": rule.version,
    }
