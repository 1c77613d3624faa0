"""What one paper form came to: four lines of 0–10.0, on a day."""

import uuid
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.figures import score_change
from samspel.participants.episode import Episode
from samspel.participants.scores.instrument import LINE_NAMES, FilledIn, Instrument
from samspel.participants.scores.tenths import TenthsField

LOWEST, HIGHEST = Decimal("0.0"), Decimal("10.0")
HIGHEST_TOTAL = Decimal("40.0")


def _within(name: str) -> Q:
    return Q(**{f"{name}__gte": LOWEST, f"{name}__lte": HIGHEST})


class ScoreQuerySet(models.QuerySet["Score"]):
    """Scores, with or without those taken back."""

    def that_hold(self) -> "ScoreQuerySet":
        """Those that nobody took back, the oldest first."""
        return self.filter(taken_back_at=None).order_by("on", "instrument", "pk")


class Score(models.Model):
    """One form of one day. What was entered for the wrong person is taken back, never removed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="scores")
    instrument = models.CharField(_("form"), max_length=3, choices=Instrument.choices)
    on = models.DateField(_("day"))
    first = TenthsField()
    second = TenthsField()
    third = TenthsField()
    fourth = TenthsField()
    filled_in_by = models.CharField(
        _("filled in by"),
        max_length=11,
        choices=FilledIn.choices,
        default=FilledIn.PARTICIPANT,
    )
    recorded_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[ScoreQuerySet] = ScoreQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("on", "instrument", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["episode", "instrument", "on"],
                condition=Q(taken_back_at=None),
                name="score_is_one_for_form_and_day",
                violation_error_message=_(
                    "There is a score of that form for that day already: correct that one."
                ),
            ),
            models.CheckConstraint(
                condition=_within("first")
                & _within("second")
                & _within("third")
                & _within("fourth"),
                name="score_line_is_between_0_and_10",
                violation_error_message=_("Each line is a number from 0 to 10."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.instrument} {self.on}"

    @property
    def lines(self) -> tuple[Decimal, ...]:
        """The four lines from the top of the form."""
        return self.first, self.second, self.third, self.fourth

    @property
    def named_lines(self) -> list[tuple[str, Decimal]]:
        """The lines with what each is about."""
        names = LINE_NAMES[Instrument(self.instrument)]
        return [(str(name), value) for name, value in zip(names, self.lines, strict=True)]

    @property
    def total(self) -> Decimal:
        """The sum of the four lines, 0–40.0."""
        return score_change.total(self.lines)
