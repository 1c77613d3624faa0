"""The fields that several forms share."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.coaches import coaches
from samspel.participants.identity import normal_identity_number
from samspel.participants.participant import Participant

DATE_FORMATS = ("%Y-%m-%d", "%Y%m%d")
NOT_STATED = ("", _("Not known yet"))
NOT_CHOSEN = ("", _("Choose …"))


def date_field(label: Any, **options: Any) -> forms.DateField:
    """A date as people in Sweden write it; the browser offers a calendar."""
    options.setdefault("required", False)
    return forms.DateField(
        label=label,
        widget=forms.DateInput(format=DATE_FORMATS[0]),
        input_formats=list(DATE_FORMATS),
        error_messages={"invalid": _("Write an existing date as 2026-03-14.")},
        **options,
    )


def code_field(label: Any, choices: Iterable[tuple[str, Any]], **options: Any) -> forms.ChoiceField:
    """One of some codes; or not stated, unless it is required."""
    options.setdefault("required", False)
    first = NOT_CHOSEN if options["required"] else NOT_STATED
    return forms.ChoiceField(
        label=label,
        choices=[first, *choices],
        error_messages={"invalid_choice": _("Choose one of those in the list.")},
        **options,
    )


class IdentityNumberField(forms.CharField):
    """A personal identity number or co-ordination number, cleaned to twelve digits or empty."""

    def __init__(self, **options: Any) -> None:
        digits = forms.TextInput(attrs={"inputmode": "numeric"})
        super().__init__(required=False, max_length=20, widget=digits, **options)

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        return normal_identity_number(text) if text else ""


class NameField(forms.CharField):
    """A name on one line; signs that cannot be seen are refused."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": 80} | options)

    def clean(self, value: Any) -> str:
        text = " ".join(str(super().clean(value)).split())
        if not text.isprintable():
            raise ValidationError(_("There is an invisible sign in the name: write it anew."))
        return text


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


def choices_of(titles: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The choices of a field from titles by code."""
    return list(titles.items())
