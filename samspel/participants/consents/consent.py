"""A consent: lifts secrecy towards a party, for some kinds of information, for a time.

It is never the legal ground of the processing itself (`access.md`).
"""

import uuid
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.association import Agency
from samspel.participants.episode import Episode
from samspel.participants.stage import OPEN_STAGES


class Information(models.TextChoices):
    """Kinds of information that a consent can name."""

    PLAN = "plan", _("plan and goals")
    ATTENDANCE = "attendance", _("attendance")
    FOLLOW_UPS = "follow_ups", _("follow-ups")
    WORK_ABILITY = "work_ability", _("work ability and placements")
    HEALTH = "health", _("health")
    INCOME = "income", _("income and occupation")
    STATEMENT = "statement", _("closing statement")


class Given(models.TextChoices):
    """How a consent was given."""

    WRITTEN = "written", _("in writing")
    ORAL = "oral", _("orally")


class ConsentState(models.TextChoices):
    """Whether a consent holds on a day."""

    COMING = "coming", _("to come")
    HOLDS = "holds", _("holds")
    ENDED = "ended", _("has run out")
    CASE_ENDED = "case_ended", _("has ended with the case")
    WITHDRAWN = "withdrawn", _("has been taken back")


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents, by whether they hold."""

    def holding(self, today: date) -> "ConsentQuerySet":
        """`Consent.state` HOLDS as a condition."""
        open_now = Episode.objects.in_stages(OPEN_STAGES, today)
        return self.filter(
            Q(withdrawn_on=None) | Q(withdrawn_on__gt=today),
            first_on__lte=today,
            last_on__gte=today,
            episode__in=open_now,
        )


class Consent(models.Model):
    """One party has one consent for each time; another time is another consent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="consents")
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    party = models.CharField(_("other party"), max_length=120, blank=True)
    """Somebody who is no agency of the association: an employer, a relative."""
    kinds: "models.JSONField[Any, Any]" = models.JSONField(_("information about"), default=list)
    """Codes of `Information`."""
    purpose = models.CharField(_("for which co-operation"), max_length=200, blank=True)
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("to"))
    given = models.CharField(_("given"), max_length=10, choices=Given.choices)
    withdrawn_on = models.DateField(_("has been taken back"), null=True, blank=True)
    """May be before the first day: then the consent never holds."""
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[ConsentQuerySet] = ConsentQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("last_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="consent_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                condition=Q(agency=None, party__gt="") | Q(agency__isnull=False, party=""),
                name="consent_names_one_party",
                violation_error_message=_("Choose an agency or write another party, not both."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.first_on}–{self.last_on}"

    @property
    def party_name(self) -> str:
        """To whom it lifts secrecy; of an agency the short name where there is one."""
        return self.party if self.agency is None else str(self.agency)

    def kind_titles(self) -> list[str]:
        """What it is about, in the order in which a form shows it."""
        return [str(kind.label) for kind in Information if kind in self.kinds]

    def state(self, today: date) -> ConsentState:
        """Whether the consent holds on ``today``; on the day of withdrawal it does not.

        It is given for the co-operation in one case, and ends with it at the latest (`access.md`).
        Reads ``episode``.
        """
        if self.withdrawn_on is not None and self.withdrawn_on <= today:
            return ConsentState.WITHDRAWN
        if today > self.last_on:
            return ConsentState.ENDED
        if self.episode.stage(today) not in OPEN_STAGES:
            return ConsentState.CASE_ENDED
        return ConsentState.HOLDS if self.first_on <= today else ConsentState.COMING
