"""A day of a position, a share or a leave."""

from typing import Any

from django import forms

from samspel.personnel.staffing.days import within_reach
from samspel.records.fields import date_field


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A date within the years that a calendar of the team can count with."""
    return date_field(label, validators=[within_reach], **options)
