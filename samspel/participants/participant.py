"""A person whom a team works with. The record belongs to one team: secrecy holds between teams."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.identity import validate_identity_number
from samspel.participants.names import search_key, sort_key


class Gender(models.TextChoices):
    """The figures' codes (`figures.codes.GENDERS`), in the words used of one person."""

    WOMAN = "woman", _("woman")
    MAN = "man", _("man")
    OTHER = "other", pgettext_lazy("gender", "other")


class Protection(models.TextChoices):
    """Levels of protected identity (skyddade personuppgifter)."""

    NONE = "none", _("none")
    MARKED = "marked", _("confidentiality marking")
    REGISTERED = "registered", _("protected population registration")


def visible(user: User, teams: Iterable[Team], path: str = "") -> Q:
    """The rule of who is seen, for a query that reaches the person by ``path``.

    ``teams`` are those where ``user`` does casework. Of them everybody is seen who has no
    protected identity, and those for whose case the user is named.
    """
    named = Participant.named_staff.through.objects.filter(user=user).values("participant")
    open_to_all = Q(**{f"{path}protection": Protection.NONE})
    own = Q(**{f"{path}team__in": teams})
    return own & (open_to_all | Q(**{f"{path}pk__in": named}))


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """Participants, fetched through the check of who may see them."""

    def visible_to(self, user: User) -> "ParticipantQuerySet":
        """Those of the user's own teams; protected ones only where the user is named."""
        return self.filter(visible(user, Team.objects.where_user_may(user, Act.CASEWORK)))

    def protected_where_leader(self, user: User) -> "ParticipantQuerySet":
        """Protected persons of the teams that ``user`` leads: to say who may open the case.

        The page that uses this shows case numbers and staff, never the person.
        """
        teams = Team.objects.where_user_may(user, Act.TEAM_SETTINGS)
        return self.filter(team__in=teams).exclude(protection=Protection.NONE)

    def matching(self, text: str) -> "ParticipantQuerySet":
        """By name, identity number or case number, and by nothing else (`access.md`).

        Each word must be found at the start of a name. Protected persons are found by their
        identity number and case number only.
        """
        digits = "".join(c for c in text if c.isdigit())
        by_number = Q(episodes__case_number__iexact=text.strip())
        if len(digits) == 12:
            by_number |= Q(identity_number=digits)
        by_name = Q(protection=Protection.NONE)
        words = search_key(text).split()
        for word in words:
            by_name &= Q(search_key__startswith=word) | Q(search_key__contains=f" {word}")
        pks = self.filter((by_name | by_number) if words else by_number).values("pk")
        return self.filter(pk__in=pks)


class Participant(models.Model):
    """The person. An episode is one stay; a person may have several over the years."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(
        Team, verbose_name=_("team"), on_delete=models.PROTECT, related_name="participants"
    )
    reference = models.CharField(_("reference"), max_length=64)
    """The person's id in figures and exchanged files; says nothing about the person."""
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    identity_number = models.CharField(
        _("personal identity number"),
        max_length=12,
        blank=True,
        validators=[validate_identity_number],
    )
    gender = models.CharField(
        _("gender"),
        max_length=10,
        choices=Gender.choices,
        blank=True,
    )
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    protection = models.CharField(
        _("protected identity"),
        max_length=12,
        choices=Protection.choices,
        default=Protection.NONE,
    )
    named_staff = models.ManyToManyField(
        User, verbose_name=_("staff who may open the case"), blank=True, related_name="+"
    )
    sort_key = models.CharField(max_length=330, editable=False, blank=True)
    search_key = models.CharField(max_length=170, editable=False, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[ParticipantQuerySet] = ParticipantQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("sort_key", "pk")
        indexes = (models.Index(fields=["team", "sort_key"], name="participant_by_name"),)
        constraints = (
            models.UniqueConstraint(
                fields=["team", "reference"],
                name="participant_reference_is_unique_in_team",
                violation_error_message=_("The team already has a person with this reference."),
            ),
            models.UniqueConstraint(
                fields=["team", "identity_number"],
                condition=~Q(identity_number=""),
                name="participant_identity_number_is_unique_in_team",
                violation_error_message=_(
                    "The team already has a person with this identity number."
                ),
            ),
            models.CheckConstraint(
                condition=Q(identity_number="") | Q(identity_number__regex=r"^[0-9]{12}$"),
                name="participant_identity_number_has_twelve_digits",
                violation_error_message=_("An identity number has twelve digits."),
            ),
        )

    def __str__(self) -> str:
        return self.reference

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.set_keys()
        super().save(*args, **kwargs)

    def set_keys(self) -> None:
        """Derive the keys that databases sort and search by; bulk writers call it themselves."""
        self.sort_key = sort_key(f"{self.family_name} {self.given_name}")
        self.search_key = search_key(f"{self.given_name} {self.family_name}")

    @property
    def name(self) -> str:
        """Given and family name; the reference where no name is recorded."""
        return f"{self.given_name} {self.family_name}".strip() or self.reference

    @property
    def is_protected(self) -> bool:
        """Whether name and case are kept to named staff."""
        return self.protection != Protection.NONE

    @property
    def listed_name(self) -> str:
        """What lists show: never the name of a protected person (`access.md`)."""
        return str(_("Protected identity")) if self.is_protected else self.name

    def age_on(self, day: date) -> int | None:
        """Completed years on ``day``."""
        return age_of(self.birth_date, day)


def age_of(born: date | None, day: date) -> int | None:
    """Completed years on ``day``; a 29 February birthday counts from 1 March."""
    if born is None:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
