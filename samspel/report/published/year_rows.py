"""Which figures the table of all years has, by what they are about."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

GROUP_TITLES: Mapping[str, Any] = {
    "participants": _("Participants"),
    "results": _("Results"),
    "times": _("Times and ages"),
    "budget": _("Budget"),
}
FIGURES: Mapping[str, tuple[str, ...]] = {
    "participants": (
        "enrolled_at_start",
        "newly_enrolled",
        "newly_enrolled.gender.woman",
        "newly_enrolled.gender.man",
        "closed",
        "enrolled_at_end",
        "in_queue_at_end",
    ),
    "results": (
        "dropouts",
        "closed.outcome.work",
        "closed.outcome.studies",
        "closed_to_result",
        "result_rate",
    ),
    "times": (
        "throughput_months",
        "public_support_months",
        "age_at_closing",
        "age_at_end",
    ),
    "budget": ("budget_applied", "budget_allocated", "budget_actual"),
}

YEAR, HALF, BROKEN, OTHER = "year", "half", "broken", "other"
KIND_TITLES: Mapping[str, Any] = {
    YEAR: _("Calendar years"),
    HALF: _("Half-years"),
    BROKEN: _("Years from July to June"),
    OTHER: _("Other periods"),
}
