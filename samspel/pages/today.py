"""The one place that reads the clock for a page; rules and figures are handed the date."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone


def today(_request: HttpRequest | None = None) -> date:
    """The date in Swedish time on which this request is answered."""
    return timezone.localdate()
