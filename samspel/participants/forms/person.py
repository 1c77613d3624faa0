"""Forms about the person: particulars, and who may open the case of a protected one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.coaches import coaches
from samspel.participants.forms.fields import IdentityNumberField
from samspel.participants.participant import Gender, Participant, Protection
from samspel.participants.registration import Particulars
from samspel.records.fields import NameField, code_field, date_field
from samspel.records.forms import ActionForm, RecordForm

PARTICULARS = tuple(Particulars.__dataclass_fields__)


class ParticularsForm(ActionForm):
    """Who the person is."""

    given_name = NameField(label=_("Given name"))
    family_name = NameField(label=_("Family name"))
    identity_number = IdentityNumberField(
        label=_("Personal identity number"),
        help_text=_(
            "Twelve digits: 19121212-1212. A co-ordination number works too. May be left empty."
        ),
    )
    birth_date = date_field(
        _("Date of birth"), help_text=_("Filled in from the identity number when left empty.")
    )
    gender = code_field(_("Gender"), Gender.choices)
    protection = forms.ChoiceField(
        label=_("Protected identity"),
        choices=Protection.choices,
        initial=Protection.NONE,
        required=False,
        help_text=_(
            "With a protection only you, the case's coach and those whom the team leader names "
            "can open the case, and the name shows in no list."
        ),
    )

    def clean_protection(self) -> str:
        """A form that says nothing of a protection sets none."""
        return self.cleaned_data["protection"] or Protection.NONE

    def particulars(self) -> Particulars:
        """What was entered, cleaned."""
        return Particulars(**{name: self.cleaned_data[name] for name in PARTICULARS})


class CorrectParticipantForm(ParticularsForm, RecordForm):
    """Corrects a person's particulars."""

    def __init__(self, data: Any = None, *, participant: Participant) -> None:
        initial = {name: getattr(participant, name) for name in (*PARTICULARS, "version")}
        super().__init__(data, initial=initial)
        self.record = participant


class NamedStaffForm(ActionForm):
    """Who may open the case of a protected person."""

    def __init__(self, data: Any = None, *, participant: Participant) -> None:
        named = participant.named_staff.all()
        super().__init__(data, initial={"staff": named})
        staff = coaches([participant.team]) | User.objects.filter(pk__in=named.values("pk"))
        self.fields["staff"] = forms.ModelMultipleChoiceField(
            label=_("Staff who may open the case"),
            queryset=staff.order_by("name", "pk"),
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Somebody must be able to open the case.")},
        )
