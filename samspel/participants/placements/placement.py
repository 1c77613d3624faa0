"""A work placement (arbetsträning): with an employer, for a stated purpose, in growing hours."""

import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.task import Task
from samspel.participants.episode import Episode
from samspel.participants.placements.ladder import told_hours
from samspel.participants.placements.purpose import BreakReason, Outcome, Purpose, State
from samspel.participants.placements.subsidy import SubsidyForm

MOST_WEEKS_BETWEEN = 26
LONGEST_TEXT = 4000
_SHOWN_AHEAD = timedelta(weeks=12)
"""So far a placement without a planned end is drawn."""


def in_state(state: State, today: date) -> Q:
    """The rule of `Placement.state`, for a query."""
    running = ~has_ended(today) & Q(called_off_on=None)
    broken = Q(outcome=Outcome.BROKEN_OFF, ended_on__lte=today)
    conditions = {
        State.PLANNED: running & Q(starts_on__gt=today),
        State.ONGOING: running & Q(starts_on__lte=today),
        State.ENDED: has_ended(today) & ~broken & Q(called_off_on=None),
        State.BROKEN_OFF: broken & Q(called_off_on=None),
        State.CALLED_OFF: Q(called_off_on__isnull=False),
    }
    return conditions[state]


def has_ended(today: date) -> Q:
    """Whether its own end, or that of the case, has come."""
    own = Q(ended_on__isnull=False) & Q(ended_on__lte=today)
    case = Q(ended_on=None) & Q(episode__closed_on__isnull=False, episode__closed_on__lte=today)
    return own | case


class PlacementQuerySet(models.QuerySet["Placement"]):
    """Placements; whose they are is asked of their episodes."""

    def in_states(self, *states: State, today: date) -> "PlacementQuerySet":
        """Those that are in one of the states on ``today``."""
        condition = Q(pk__in=[])
        for state in states:
            condition |= in_state(state, today)
        return self.filter(condition)

    def with_state_number(self, today: date) -> "PlacementQuerySet":
        """With ``state_number``, to sort by state."""
        cases = [When(in_state(state, today), then=Value(n)) for n, state in enumerate(State)]
        return self.annotate(
            state_number=Case(*cases, default=Value(9), output_field=models.IntegerField())
        )


class Placement(models.Model):
    """What was agreed, when it began and ended, and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="placements")
    employer = models.ForeignKey(
        Employer, verbose_name=_("employer"), on_delete=models.PROTECT, related_name="placements"
    )
    task = models.ForeignKey(
        Task,
        verbose_name=_("task"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="placements",
    )
    supervisor = models.ForeignKey(
        EmployerContact,
        verbose_name=_("supervisor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="placements",
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose.choices)
    goal = models.CharField(_("goal"), max_length=500, blank=True)
    duties = models.TextField(_("tasks in words"), max_length=LONGEST_TEXT, blank=True)
    times = models.CharField(_("days and hours"), max_length=300, blank=True)
    """Which days of the week, and from when till when, in words."""
    subsidy = models.ForeignKey(
        SubsidyForm,
        verbose_name=_("wage subsidy"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="placements",
    )
    ready_on = models.DateField(_("ready since"), null=True, blank=True)
    """The day from which the person was ready, as it was known when the placement was made."""
    starts_on = models.DateField(_("starts on"))
    ends_planned_on = models.DateField(_("planned end"), null=True, blank=True)
    follow_up_weeks = models.PositiveSmallIntegerField(_("weeks between follow-ups"), default=4)
    called_off_on = models.DateField(_("called off on"), null=True, blank=True)
    """The day on which it was said that it does not come about."""
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    """The last day."""
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    break_reason = models.CharField(
        _("why it was broken off"), max_length=20, choices=BreakReason.choices, blank=True
    )
    worked_well = models.TextField(_("what worked"), max_length=LONGEST_TEXT, blank=True)
    did_not_work = models.TextField(_("what did not work"), max_length=LONGEST_TEXT, blank=True)
    adaptations = models.TextField(_("adaptations"), max_length=LONGEST_TEXT, blank=True)
    hours_reached = models.DecimalField(
        _("hours a week reached"), max_digits=3, decimal_places=1, null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[PlacementQuerySet] = PlacementQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-starts_on", "pk")
        indexes = (models.Index(fields=["starts_on"], name="placement_by_start"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values),
                name="placement_has_a_purpose",
                violation_error_message=_("Choose what the placement is for."),
            ),
            models.CheckConstraint(
                condition=Q(ends_planned_on=None) | Q(ends_planned_on__gte=F("starts_on")),
                name="placement_is_planned_to_end_on_or_after_its_start",
                violation_error_message=_("The planned end cannot be before the start."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("starts_on")),
                name="placement_ends_on_or_after_its_start",
                violation_error_message=_("The placement cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(ready_on=None) | Q(ready_on__lte=F("starts_on")),
                name="placement_starts_when_ready_or_later",
                violation_error_message=_("The day of being ready cannot be after the start."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, outcome="")
                | (Q(ended_on__isnull=False) & ~Q(outcome="")),
                name="placement_has_an_outcome_exactly_when_ended",
                violation_error_message=_("A placement that has ended has an outcome."),
            ),
            models.CheckConstraint(
                condition=Q(called_off_on=None) | Q(ended_on=None),
                name="placement_is_called_off_or_ended_not_both",
                violation_error_message=_("A placement is called off or ended, not both."),
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.BROKEN_OFF) & ~Q(break_reason="")
                | ~Q(outcome=Outcome.BROKEN_OFF) & Q(break_reason=""),
                name="placement_has_a_reason_exactly_when_broken_off",
                violation_error_message=_("Say why exactly when the placement was broken off."),
            ),
            models.CheckConstraint(
                condition=Q(follow_up_weeks__gte=1) & Q(follow_up_weeks__lte=MOST_WEEKS_BETWEEN),
                name="placement_is_followed_up_every_one_to_twenty_six_weeks",
                violation_error_message=_("Write how often it is followed up: 1 to 26 weeks."),
            ),
            models.CheckConstraint(
                condition=Q(hours_reached=None)
                | (Q(hours_reached__gte=Decimal(0)) & Q(hours_reached__lte=Decimal(40))),
                name="placement_reached_hours_up_to_forty",
                violation_error_message=_("Write hours a week: 0 to 40."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def end(self) -> date | None:
        """Its last day as far as it is known: when it ended, or when the case was closed."""
        closed_on = self.episode.closed_on
        if self.ended_on is not None or closed_on is None:
            return self.ended_on
        return max(closed_on, self.starts_on)

    @property
    def reached_told(self) -> str:
        """The hours a week that were reached, as people read them."""
        return "" if self.hours_reached is None else told_hours(self.hours_reached)

    def state(self, today: date) -> State:
        """Where it stands on ``today``; a placement ends with its case at the latest."""
        if self.called_off_on is not None:
            return State.CALLED_OFF
        closed_on = self.episode.closed_on
        ends_on = self.ended_on or closed_on
        if ends_on is not None and ends_on <= today:
            is_broken = self.outcome == Outcome.BROKEN_OFF and self.ended_on is not None
            return State.BROKEN_OFF if is_broken else State.ENDED
        return State.PLANNED if self.starts_on > today else State.ONGOING

    def last_day_drawn(self, today: date) -> date:
        """Until when its weeks are shown: its end, the planned one, or some weeks from now."""
        if self.end is not None:
            return self.end
        return max(self.ends_planned_on or self.starts_on + _SHOWN_AHEAD, today)
