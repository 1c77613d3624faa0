"""A team's budget of a half-year or a year, and how its table is laid out."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.figures.period import Period, shift_months
from samspel.organisation.team import Team


class Layout(models.TextChoices):
    """The columns of a budget's table, as the teams lay it out in their reports."""

    ALLOCATED_FORECAST = "allocated_forecast", _("allocated and forecast")
    APPLIED_CONSUMED = "applied_consumed", _("applied for and consumed")
    DECIDED_ACTUAL = "decided_actual_remaining", _("decided, actual and remaining")
    HALF_YEARS = "applied_half_years", _("applied for, half-years and difference")


class BudgetQuerySet(models.QuerySet["Budget"]):
    """Budgets, fetched through the team that they belong to."""

    def of_teams(self, teams: Iterable[Team]) -> "BudgetQuerySet":
        """Those of the teams."""
        return self.filter(team__in=teams)

    def on(self, day: date) -> "BudgetQuerySet":
        """Those that run on the day: one for each team at most."""
        return self.filter(start__lte=day, end__gte=day)

    def meeting(self, first: date, last: date) -> "BudgetQuerySet":
        """Those that have a day from ``first`` to ``last``."""
        return self.filter(start__lte=last, end__gte=first)


class Budget(models.Model):
    """What a team applies for, is allocated and spends from ``start`` to ``end``.

    The days are whole half-years: a half-year, a calendar year or a year from July to June. Every
    change of its lines or grants counts up ``version``, so that two who write never overwrite.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="budgets")
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"))
    layout = models.CharField(
        _("the table's layout"),
        max_length=30,
        choices=Layout.choices,
        default=Layout.DECIDED_ACTUAL,
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[BudgetQuerySet] = BudgetQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-start",)
        constraints = (
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="budget_ends_after_it_starts",
                violation_error_message=_("The budget ends before it starts."),
            ),
            models.UniqueConstraint(
                fields=["team", "start"],
                name="budget_starts_on_its_own_day",
                violation_error_message=_("The team already has a budget for these days."),
            ),
            models.UniqueConstraint(
                fields=["team", "end"],
                name="budget_ends_on_its_own_day",
                violation_error_message=_("The team already has a budget for these days."),
            ),
            models.CheckConstraint(
                condition=Q(layout__in=Layout.values),
                name="budget_has_a_layout",
                violation_error_message=_("Choose a layout for the table."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def period(self) -> Period:
        """The days of the budget, both ends included."""
        return Period(self.start, self.end)

    @property
    def name(self) -> str:
        """What people call it: 2023, 2023-07–2024-06 or 2023-01–2023-06."""
        if self.period.whole_months == 12 and self.start.month == 1:
            return str(self.start.year)
        return f"{self.start:%Y-%m}–{self.end:%Y-%m}"

    @property
    def first_half_ends_on(self) -> date:
        """The last day of its first six months: its own last day where it has no more."""
        return min(shift_months(self.start, 6) - timedelta(days=1), self.end)

    @property
    def has_two_halves(self) -> bool:
        """Whether a second half-year follows the first."""
        return self.first_half_ends_on < self.end

    def has(self, day: date) -> bool:
        """Whether the day is one of the budget's."""
        return self.start <= day <= self.end
