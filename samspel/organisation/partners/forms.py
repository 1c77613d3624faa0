"""The forms of partners, of what is done with them, and of visits."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.figures.partners import PARTNER_KINDS
from samspel.organisation.partners import keeping
from samspel.organisation.partners.partner import OfficialVisit
from samspel.records.fields import NameField, code_field, date_field
from samspel.records.forms import ActionForm, RecordForm

MOST_VISITORS = 999


class _KeptForm(RecordForm):
    """A form about one row, new or kept already."""

    record: Any

    def __init__(self, data: Any = None, *, row: Any, initial: Any = None) -> None:
        """``initial`` is what a new row begins with; without it the row is kept already."""
        self.record = row
        names = [name for name in self.base_fields if name != "version"]
        self._is_new = initial is not None
        there = {name: getattr(row, name) for name in names} if initial is None else initial
        super().__init__(data, initial={"version": row.version, **there})

    def keep(self, by: Actor) -> Any | None:
        """The row as it was saved, or None when it was refused: the form then says why."""
        kept = {"row": self.record, "values": self.values(), "by": by}
        if self._is_new:
            # A new row has no version that somebody could have changed meanwhile.
            return ActionForm.carry_out(self, keeping.enter, **kept)
        return self.carry_out(keeping.change, **kept)

    def values(self) -> dict[str, Any]:
        """What was entered, by the names of the row's fields."""
        return {name: self.cleaned_data[name] for name in self.fields if name != "version"}


class PartnerForm(_KeptForm):
    """A partner."""

    name = NameField(label=_("Name"), max_length=120, required=True)
    kind = code_field(
        _("Kind"), [(each.code, _(each.title)) for each in PARTNER_KINDS], required=True
    )
    contact = NameField(
        label=_("Contact"),
        max_length=200,
        help_text=_(
            "Who to ask there, in words. Everybody who may see the team's partners can read it."
        ),
    )
    first_on = date_field(_("Works with the team since"), required=True)
    last_on = date_field(_("Until"), help_text=_("Only when it is over."))


class CollaborationForm(_KeptForm):
    """Something that is done with a partner."""

    what = NameField(
        label=_("What is done together"),
        max_length=300,
        required=True,
        help_text=_("Such as information meetings for patients once a month."),
    )
    first_on = date_field(_("Since"), required=True)
    last_on = date_field(_("Until"), help_text=_("Only when it is over."))


class VisitForm(_KeptForm):
    """A visit received or made."""

    direction = code_field(_("Who visited whom"), OfficialVisit.Direction.choices, required=True)
    on = date_field(
        _("Day"),
        required=True,
        help_text=_("A day to come is planned, and counts when it is there."),
    )
    whom = NameField(
        label=_("Which organisation"),
        max_length=160,
        required=True,
        help_text=_("No names of persons."),
    )
    about = NameField(label=_("What it was about"), max_length=300)
    visitors = forms.IntegerField(
        label=_("Number of visitors"), required=False, min_value=1, max_value=MOST_VISITORS
    )
