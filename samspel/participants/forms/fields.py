"""The fields that several forms of the wing share."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.coaches import coaches
from samspel.participants.identity import normal_identity_number
from samspel.participants.participant import Participant


class IdentityNumberField(forms.CharField):
    """A personal identity number or co-ordination number, cleaned to twelve digits or empty."""

    def __init__(self, **options: Any) -> None:
        digits = forms.TextInput(attrs={"inputmode": "numeric"})
        super().__init__(required=False, max_length=20, widget=digits, **options)

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        return normal_identity_number(text) if text else ""


class MonthsField(forms.DecimalField):
    """Months with one decimal; comma and point are both understood."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            localize=True,
            max_digits=5,
            decimal_places=1,
            min_value=Decimal(0),
            widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 6}),
            error_messages={"invalid": _("Write the number of months, such as 18 or 18,5.")},
            **options,
        )

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class CoachField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    """One of those who do casework in the team; of a protected person, one of the named staff.

    A coach who has left the team stays possible where the episode has that coach already.
    """

    def __init__(
        self, team: Team, participant: Participant | None, current: User | None = None
    ) -> None:
        staff = coaches([team])
        if participant is not None and participant.is_protected:
            staff = staff.filter(pk__in=participant.named_staff.values("pk"))
        if current is not None:
            staff |= User.objects.filter(pk=current.pk)
        super().__init__(
            label=_("Coach"),
            queryset=staff.order_by("name", "pk"),
            required=False,
            empty_label=str(_("Nobody yet")),
            error_messages={"invalid_choice": _("Choose one of the team's coaches.")},
        )
