"""A ladder as it is filled in: the hours from the start, then rows of a day and its hours."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.forms.fields import date_field
from samspel.participants.forms.record import ActionForm, Group, RecordForm
from samspel.participants.placements.hours_field import HoursField
from samspel.participants.placements.ladder import Rung
from samspel.participants.placements.placement import Placement

ROOM = 6
"""Rows for steps after the first that a new ladder offers; a longer one gets more."""
MOST = 24


class LadderRows(ActionForm):
    """The rows, for a form that has a ladder among other things; empty rows are no steps."""

    def add_rows(self, rungs: Sequence[Rung]) -> None:
        """Add the fields, filled with a ladder that there is."""
        filled: dict[str, Any] = {}
        for number, each in enumerate(rungs):
            filled |= {f"step_{number}_on": each.on, f"step_{number}_hours": each.hours}
        self.initial = filled | dict(self.initial)
        self.rows = min(max(ROOM, len(rungs) + 2), MOST)
        first = HoursField(
            label=_("Hours a week from the start"), help_text=_("For example 10 or 7,5.")
        )
        self.fields["step_0_hours"] = first
        for number in range(1, self.rows + 1):
            on = date_field(_("Step %(number)s from") % {"number": number + 1})
            hours = HoursField(label=_("Hours a week"))
            self.fields |= {f"step_{number}_on": on, f"step_{number}_hours": hours}

    def clean(self) -> dict[str, Any]:
        """A row with a day and no hours, or the other way round, is asked for what is missing."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(1, self.rows + 1):
            on, hours = (f"step_{number}_{part}" for part in ("on", "hours"))
            if self.has_error(on) or self.has_error(hours):
                continue
            if given.get(on) and given.get(hours) is None:
                self.add_error(hours, translated("Write the hours of this step."))
            if given.get(hours) is not None and not given.get(on):
                self.add_error(on, translated("Write from which day."))
        return given

    def rungs(self, starts_on: date) -> list[Rung]:
        """The steps that were filled in, the first from the start, in the order of the rows."""
        given = self.cleaned_data
        numbers = range(1, self.rows + 1)
        others = [(given[f"step_{each}_on"], given[f"step_{each}_hours"]) for each in numbers]
        found = [(starts_on, given["step_0_hours"]), *others]
        return [Rung(on, hours) for on, hours in found if on is not None and hours is not None]

    def first_hours(self) -> forms.BoundField:
        """The field of the first step."""
        return self["step_0_hours"]

    def step_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of the other steps, row by row, for the template."""
        numbers = range(1, self.rows + 1)
        return [(self[f"step_{number}_on"], self[f"step_{number}_hours"]) for number in numbers]


class LadderForm(LadderRows, RecordForm):
    """The ladder of a placement."""

    def __init__(self, data: Any = None, *, placement: Placement, rungs: Sequence[Rung]) -> None:
        super().__init__(data, initial={"version": placement.version})
        self.add_rows(rungs)
        self.record = placement

    def groups(self) -> list[Group]:
        """No groups beside the rows, which the template lays out itself."""
        return []
