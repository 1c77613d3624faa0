"""The forms of reports: beginning one, and saving, choosing and restoring its texts."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.report.asked_period import begun_period


class ReportForm(forms.Form):
    """Which team and which period a new report is about."""

    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"))
    period = forms.CharField(
        label=_("Period"),
        max_length=40,
        help_text=_("A year as 2024, a half-year as 2024H1, or months as 2018-07..2019-06."),
    )

    def __init__(self, *args: Any, user: User, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        teams = Team.objects.where_user_may(user, Act.WRITE_REPORT).select_related("association")
        field = self.fields["team"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  # nosec B101 - for the type checker
        field.queryset = teams
        choices = list(teams[:2])
        if len(choices) == 1:
            field.initial = choices[0]

    def clean_period(self) -> Period:
        """The period that was typed, read once."""
        return begun_period(self.cleaned_data["period"], self._today)


class TextForm(forms.Form):
    """A text as it is sent: by a person's press, by autosave, or as a choice between two."""

    body = forms.CharField(required=False, strip=False)
    base_version = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    sheet = forms.CharField(required=False, max_length=40)
    turn = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What cannot be printed is taken out where a text is saved; nothing is refused for it.
        self.fields["body"].validators = []
