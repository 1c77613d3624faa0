"""A ladder as it is filled in: the hours from the start, then rows of a day and its hours."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.placements.access import rungs_of
from samspel.participants.placements.hours_field import HoursField
from samspel.participants.placements.ladder import (
    Rung,
    StepFault,
    day_faults,
    hours_faults,
    told_hours,
)
from samspel.participants.placements.placement import Placement
from samspel.records.fields import date_field
from samspel.records.forms import ActionForm, Group, RecordForm
from samspel.records.versions import Versioned

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
            hours = HoursField(label=_("Hours, step %(number)s") % {"number": number + 1})
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
        self._check_steps()
        return given

    def dates(self) -> tuple[date | None, date | None]:
        """The placement's first day and its planned end, as far as they are known."""
        raise NotImplementedError

    def _check_steps(self) -> None:
        """Say of each step what is wrong with it, beside its own field.

        The action asks the same once more, of the placement as it then stands.
        """
        starts_on, ends_on = self.dates()
        rows = self._filled_rows()
        rungs = self.rungs(starts_on or date.min)
        faults = hours_faults(rungs)
        if 0 not in rows and not self.has_error("step_0_hours"):
            begin = translated("Write how many hours a week the placement begins with.")
            self.add_error("step_0_hours", begin)
        elif starts_on is not None and 0 in rows:
            # An end before the start is wrong itself: no step is told to keep to it.
            ends_on = ends_on if ends_on and ends_on >= starts_on else None
            faults += day_faults(rungs, starts_on=starts_on, ends_on=ends_on)
        for fault in faults:
            self._say(fault, rows)

    def _say(self, fault: StepFault, rows: Sequence[int]) -> None:
        field = f"step_{rows[fault.step]}_{fault.part}"
        # The first step has no day of its own to write: that of the placement is asked for.
        if field in self.fields and not self.has_error(field):
            self.add_error(field, fault.said)

    def _filled_rows(self) -> list[int]:
        """The numbers of the rows that are steps, 0 for the first."""
        given = self.cleaned_data
        both = [
            number
            for number in range(1, self.rows + 1)
            if given.get(f"step_{number}_on") and given.get(f"step_{number}_hours") is not None
        ]
        return [0, *both] if given.get("step_0_hours") is not None else both

    def rungs(self, starts_on: date) -> list[Rung]:
        """The steps that were filled in, the first from the start, in the order of the rows."""
        given = self.cleaned_data
        return [
            Rung(given[f"step_{row}_on"] if row else starts_on, given[f"step_{row}_hours"])
            for row in self._filled_rows()
        ]

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
        self.record: Placement = placement
        self.add_rows(rungs)

    def dates(self) -> tuple[date | None, date | None]:
        return self.record.starts_on, self.record.ends_planned_on

    def show_what_stands(self, row: Versioned) -> None:
        """Also beside each step: what the other's ladder says there."""
        super().show_what_stands(row)
        stands = dict(enumerate(rungs_of(self.record)))
        for number in range(self.rows + 1):
            rung = stands.get(number)
            self._tell(f"step_{number}_on", rung and rung.on, rung and rung.on.isoformat())
            self._tell(f"step_{number}_hours", rung and rung.hours, rung and told_hours(rung.hours))

    def _tell(self, name: str, stands: object, text: str | None) -> None:
        if name in self.fields and self.cleaned_data.get(name) != stands:
            said = translated("Now stands: %(value)s")
            self[name].help_text = escape(said % {"value": text or translated("nothing")})

    def groups(self) -> list[Group]:
        """No groups beside the rows, which the template lays out itself."""
        return []
