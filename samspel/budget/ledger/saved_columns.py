"""Which column of a team's own CSV or Excel file is what, kept by its headings."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.budget.ledger.reading.columns import Part, plain_heading
from samspel.organisation.team import Team


class SavedColumns(models.Model):
    """What somebody said of a table; files with the same headings need no more."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="saved_columns")
    headings = models.CharField(max_length=64)
    """A digest of the headings in their order."""
    places = models.JSONField(default=dict)
    """The number of the column, from 0, by part (`Part`)."""
    costs_are_negative = models.BooleanField(default=False)

    objects: ClassVar[models.Manager["SavedColumns"]]

    class Meta:
        verbose_name_plural = "saved columns"
        constraints = (
            models.UniqueConstraint(
                fields=["team", "headings"],
                name="saved_columns_are_said_once_per_headings",
                violation_error_message=_("The columns of this table are saved already."),
            ),
        )

    def __str__(self) -> str:
        return self.headings[:8]


def digest_of(headings: Sequence[str]) -> str:
    """What tells a table's headings from others; capitals, spaces and bare columns after aside."""
    plain = "\n".join(map(plain_heading, headings)).rstrip("\n")
    return sha256(plain.encode()).hexdigest()


def parts_of(places: Mapping[str, int]) -> dict[Part, int]:
    """The columns by part, from how they are stored."""
    return {Part(part): place for part, place in places.items()}
