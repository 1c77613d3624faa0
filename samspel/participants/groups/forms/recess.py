"""From when to when there are no sessions, in which groups, and why."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.groups.forms.naming import NamelessForm
from samspel.participants.groups.group import Group
from samspel.participants.groups.recesses import Pause
from samspel.records.fields import NameField, date_field


class RecessForm(NamelessForm):
    """Of all groups that a team runs, or of one."""

    from_on = date_field(_("First day without sessions"), required=True)
    until_on = date_field(_("Last day without sessions"), required=True)
    because = NameField(
        label=_("Why"),
        required=True,
        max_length=200,
        help_text=_("Such as: summer break. It stands at every session."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        teams: Sequence[Team],
        groups: Sequence[Group],
        initial: Any = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self._teams = {each.slug: each for each in teams}
        self._groups = {str(each.pk): each for each in groups}
        all_of = _("All groups of %(team)s")
        self.fields["scope"] = forms.ChoiceField(
            label=_("Which groups"),
            choices=[
                *((slug, all_of % {"team": each.name}) for slug, each in self._teams.items()),
                *((pk, each.name) for pk, each in self._groups.items()),
            ],
            error_messages={"invalid_choice": _("Choose one of the groups in the list.")},
        )
        self.order_fields(["scope", "from_on", "until_on", "because"])

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned = super().clean() or {}
        first, last = self.cleaned_data.get("from_on"), self.cleaned_data.get("until_on")
        if first is not None and last is not None and last < first:
            sentence = _("The last day cannot be before the first.")
            self.add_error("until_on", ValidationError(sentence))
        return cleaned

    def team(self) -> Team:
        """The team whose groups it is about."""
        chosen = self.cleaned_data["scope"]
        return self._teams[chosen] if chosen in self._teams else self._groups[chosen].team

    def pause(self) -> Pause:
        """What was entered, cleaned."""
        values = self.cleaned_data
        return Pause(
            from_on=values["from_on"],
            until_on=values["until_on"],
            because=values["because"],
            group=self._groups.get(values["scope"]),
        )
