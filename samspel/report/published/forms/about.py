"""Saying which team and period an older report is about, where it was read wrongly or not."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.figures.period import Period
from samspel.organisation.team import Team, TeamQuerySet
from samspel.records.forms import RecordForm
from samspel.report.asked_period import typed_period
from samspel.report.published.older_report import OlderReport


class AboutForm(RecordForm):
    """Team and period; the period as people write it."""

    team = forms.ModelChoiceField(
        Team.objects.none(), label=_("Team"), to_field_name="slug", empty_label=None
    )
    period = forms.CharField(
        label=_("Period"),
        max_length=40,
        help_text=_("A year as 2019, a half-year as 2019H1, or months as 2018-07..2019-06."),
    )

    def __init__(self, *args: Any, older: OlderReport, teams: TeamQuerySet, **kwargs: Any) -> None:
        self.record = older
        period = older.period
        kwargs["initial"] = {
            "team": older.team.slug,
            "period": period.label if period else "",
            "version": older.version,
        }
        super().__init__(*args, **kwargs)
        field = self.fields["team"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = teams

    def clean_period(self) -> Period:
        """The period that was typed, read once."""
        return typed_period(self.cleaned_data["period"])
