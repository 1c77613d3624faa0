"""Forms of a consent: give, renew, withdraw."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.participants.consents.consent import Consent
from samspel.participants.consents.giving import Terms, last_day_from
from samspel.participants.consents.rows import party_field, terms_fields
from samspel.records.fields import NameField, date_field
from samspel.records.forms import ActionForm


class ConsentForm(ActionForm):
    """To whom, about what, from when to when, and how it was given."""

    def __init__(
        self,
        data: Any = None,
        *,
        agencies: Sequence[Agency],
        today: date,
        renewed: Consent | None = None,
    ) -> None:
        super().__init__(data, initial=_again(renewed, today) if renewed else None)
        self._agencies = {str(each.pk): each for each in agencies}
        if renewed is not None and renewed.agency is not None:
            self._agencies.setdefault(str(renewed.agency.pk), renewed.agency)
        self.fields["agency"] = forms.ChoiceField(
            label=_("Agency"),
            choices=[
                ("", _("Somebody else")),
                *((pk, each.name) for pk, each in self._agencies.items()),
            ],
            required=False,
            error_messages={"invalid_choice": _("Choose one of those in the list.")},
        )
        self.fields["party"] = party_field()
        self.fields["purpose"] = NameField(label=_("For which co-operation"), max_length=200)
        self.fields |= terms_fields(today)
        for name in ("first_on", "last_on", "given"):
            self.fields[name].required = True
        self.order_fields(["agency", "party", "kinds", "purpose", "first_on", "last_on", "given"])

    def clean(self) -> dict[str, Any]:
        """An agency or somebody else, not both."""
        given = super().clean() or {}
        if given.get("agency") and given.get("party"):
            self.add_error("party", _("Choose an agency or write another party, not both."))
        return given

    def terms(self) -> Terms:
        """What was entered, cleaned."""
        given = self.cleaned_data
        names = ("party", "first_on", "last_on", "given", "purpose")
        return Terms(
            agency=self._agencies.get(given["agency"]),
            kinds=tuple(given["kinds"]),
            **{name: given[name] for name in names},
        )


def _again(consent: Consent, today: date) -> dict[str, Any]:
    """The same terms from the day after the last one, or from today where it has run out."""
    first = max(today, consent.last_on + timedelta(days=1))
    if consent.withdrawn_on is not None:
        first = today
    return {
        "agency": str(consent.agency_id or ""),
        "party": consent.party,
        "kinds": consent.kinds,
        "purpose": consent.purpose,
        "given": consent.given,
        "first_on": first,
        "last_on": last_day_from(first),
    }


class WithdrawConsentForm(ActionForm):
    """The day on which the person took the consent back."""

    withdrawn_on = date_field(
        _("Withdrawn on"),
        required=True,
        help_text=_("From this day nothing may be told any more under this consent."),
    )
