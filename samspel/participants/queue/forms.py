"""Forms of the queue: a pause of the intake, the priority groups, somebody's group."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.queue.intake_pause import IntakePause
from samspel.participants.queue.pausing import FIELDS, Pause
from samspel.participants.queue.priority import PriorityGroup, QueuePlace
from samspel.records.fields import NameField, date_field
from samspel.records.forms import LARGEST_VERSION, ActionForm

_TITLE = "title_"


class PauseForm(ActionForm):
    """From when, perhaps until when, and why the intake is paused."""

    first_on = date_field(_("First day of the pause"), required=True)
    last_on = date_field(
        _("Last day of the pause"), help_text=_("Leave empty if it is not known yet.")
    )
    reason = NameField(
        label=_("Why"),
        max_length=200,
        required=True,
        help_text=_("All who enrol see this. Write nothing about a person."),
    )
    version = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION, initial=0
    )

    def __init__(self, data: Any = None, *, pause: IntakePause | None = None, **options: Any):
        if pause is not None:
            options["initial"] = {name: getattr(pause, name) for name in (*FIELDS, "version")}
        super().__init__(data, **options)

    def pause(self) -> Pause:
        """What was entered, cleaned."""
        return Pause(**{name: self.cleaned_data[name] for name in FIELDS})


class EndPauseForm(ActionForm):
    """The last day of a pause."""

    last_on = date_field(
        _("Last day of the pause"),
        required=True,
        help_text=_("From the day after it the team takes people in again."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION)


class GroupsForm(ActionForm):
    """The names of the team's groups, and one new."""

    new = NameField(
        label=_("New group"),
        max_length=80,
        help_text=_("For instance: under 30, or on sickness benefit for more than a year."),
    )

    def __init__(self, data: Any = None, *, groups: Sequence[PriorityGroup]) -> None:
        super().__init__(data)
        self.groups_shown = groups
        for number, group in enumerate(groups, start=1):
            self.fields[f"{_TITLE}{group.pk}"] = NameField(
                label=_("Group %(number)s") % {"number": number},
                max_length=80,
                required=True,
                initial=group.title,
            )
        self.order_fields([*(f"{_TITLE}{group.pk}" for group in groups), "new"])

    def rows(self) -> list[tuple[PriorityGroup, forms.BoundField]]:
        """Each group with the field of its name."""
        return [(group, self[f"{_TITLE}{group.pk}"]) for group in self.groups_shown]

    def titles(self) -> dict[int, str]:
        """The names by the groups' ids, cleaned."""
        return {group.pk: self.cleaned_data[f"{_TITLE}{group.pk}"] for group in self.groups_shown}


class PriorityForm(ActionForm):
    """The group that somebody stands in."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION)

    def __init__(
        self, data: Any = None, *, groups: Sequence[PriorityGroup], place: QueuePlace | None
    ) -> None:
        chosen = place.group_id if place is not None and place.group_id else ""
        version = place.version if place is not None else 0
        super().__init__(data, initial={"group": str(chosen), "version": version})
        self._groups = {str(each.pk): each for each in groups}
        self.fields["group"] = forms.ChoiceField(
            label=_("Priority group"),
            choices=[("", _("No group")), *((pk, each.title) for pk, each in self._groups.items())],
            required=False,
            help_text=_("Within a group those go first who were referred first."),
            error_messages={"invalid_choice": _("Choose one of those in the list.")},
        )

    def group(self) -> PriorityGroup | None:
        """The chosen group, or none."""
        return self._groups.get(self.cleaned_data["group"])
