"""The two forms and the names of their four lines.

The forms are protected and are filled in on paper: the product has neither their questions nor
their instructions. The lines are called what the National Board of Health and Welfare calls them
in its guide to methods (Socialstyrelsen, Metodguiden: “ORS (Skattning av förändring)” and “SRS
(Skattning av samtal)”), which are names of what each line is about and no text of the forms.
"""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Instrument(models.TextChoices):
    """Which form was filled in."""

    ORS = "ors", _("ORS, how it is going")
    SRS = "srs", _("SRS, how the conversation was")

    @property
    def short(self) -> str:
        """The letters that everybody calls it by; the same in every language."""
        return self.value.upper()


class FilledIn(models.TextChoices):
    """Who put the marks on the paper."""

    PARTICIPANT = "participant", _("the participant")
    CARER = "carer", _("a carer")
    TOGETHER = "together", _("participant and carer together")


LINES = ("first", "second", "third", "fourth")
"""The four lines as fields, from the top of the form."""

LINE_NAMES: Mapping[Instrument, tuple[Any, ...]] = {
    Instrument.ORS: (
        _("Individually"),
        _("Close relations"),
        _("Socially"),
        pgettext_lazy("outcome score", "Overall"),
    ),
    Instrument.SRS: (
        _("Relation"),
        _("Goals and topics"),
        _("Way of working or method"),
        pgettext_lazy("session score", "Overall"),
    ),
}
"""What the lines are about, in the order of `LINES`."""
