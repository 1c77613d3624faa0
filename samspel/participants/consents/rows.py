"""A party's consent as a row of the enrolment page: a tick, and what is agreed if it is ticked."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.participants.consents.consent import Given, Information
from samspel.participants.consents.giving import Terms, last_day_from, terms_faults
from samspel.records.fields import NameField, date_field

PARTS = ("kinds", "first_on", "last_on", "given")
OTHER = "other"
LONGEST_PARTY = 120


def terms_fields(today: date) -> dict[str, forms.Field]:
    """The fields of what a consent says, beside to whom; a year from today to begin with."""
    return {
        "kinds": forms.MultipleChoiceField(
            label=_("Information about"),
            choices=Information.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        ),
        "first_on": date_field(_("From"), initial=today),
        "last_on": date_field(_("To"), initial=last_day_from(today)),
        "given": forms.ChoiceField(
            label=_("Given"), choices=Given.choices, required=False, initial=Given.WRITTEN
        ),
    }


def party_field() -> forms.Field:
    """Somebody who is no agency of the association."""
    return NameField(
        label=_("Who"),
        max_length=LONGEST_PARTY,
        help_text=_("For instance an employer, a relative or a clinic."),
    )


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A row of a form: an agency, or somebody else where ``agency`` is None."""

    form: forms.Form
    agency: Agency | None

    @property
    def key(self) -> str:
        """What tells the row's fields from those of the others."""
        return OTHER if self.agency is None else str(self.agency.pk)

    def name(self, part: str) -> str:
        """The name of one of the row's fields."""
        return f"{part}_{self.key}"

    @property
    def title(self) -> str:
        """What the row is called."""
        return str(_("Somebody else")) if self.agency is None else self.agency.name

    def add_fields(self, today: date) -> None:
        """Add the row's fields to the form."""
        tick = forms.BooleanField(label=self.title, required=False)
        self.form.fields[self.name("tick")] = tick
        if self.agency is None:
            self.form.fields[self.name("party")] = party_field()
        for part, field in terms_fields(today).items():
            self.form.fields[self.name(part)] = field

    @property
    def tick(self) -> forms.BoundField:
        """The box that says that the party gets a consent."""
        return self.form[self.name("tick")]

    @property
    def fields(self) -> list[forms.BoundField]:
        """What is asked for when the box is ticked."""
        party = [self.form[self.name("party")]] if self.agency is None else []
        return [*party, *(self.form[self.name(part)] for part in PARTS)]

    def clean(self, today: date) -> Terms | None:
        """What is agreed; None where the box is not ticked or something is wrong.

        Faults are put at the row's fields. What stands in a row that is not ticked is nobody's
        fault.
        """
        given = self.form.cleaned_data
        if not given.get(self.name("tick")):
            for bound in self.fields:
                self.form.errors.pop(bound.name, None)
            return None
        if any(self.form.has_error(bound.name) for bound in self.fields):
            return None
        missing = [part for part in ("first_on", "last_on") if not given[self.name(part)]]
        for part in missing:
            name = self.name(part)
            self.form.add_error(name, self.form.fields[name].error_messages["required"])
        if missing:
            return None
        terms = self._terms()
        faults = terms_faults(terms, today)
        for part, sentences in faults.items():
            # The list of what is wrong, above the form, would else not tell the rows apart.
            told = [ValidationError(f"{self.title}: {each}") for each in sentences]
            self.form.add_error(self.name(part), told)
        return None if faults else terms

    def _terms(self) -> Terms:
        given = self.form.cleaned_data
        return Terms(
            agency=self.agency,
            party="" if self.agency else given[self.name("party")],
            kinds=tuple(given[self.name("kinds")]),
            first_on=given[self.name("first_on")],
            last_on=given[self.name("last_on")],
            given=given[self.name("given")],
        )
