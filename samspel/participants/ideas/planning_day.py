"""Days on which staff and participants plan together, what was raised and what came of it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.groups.group import Group
from samspel.participants.ideas.idea import Idea


class PlanningDay(models.Model):
    """One day. Of the participants only how many they were."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="planning_days")
    on = models.DateField(_("day"))
    place = models.CharField(_("where"), max_length=120, blank=True)
    participants = models.PositiveSmallIntegerField(_("participants who took part"))
    staff = models.CharField(_("staff who took part"), max_length=300, blank=True)
    text = models.TextField(_("what the day was about"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["PlanningDay"]]

    class Meta:
        ordering = ("-on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "on"],
                name="planning_day_is_once_a_day_for_a_team",
                violation_error_message=_("The team has a planning day on that day already."),
            ),
            models.CheckConstraint(
                condition=Q(participants__gte=1) & Q(participants__lte=500),
                name="planning_day_has_a_participant_at_least",
                violation_error_message=_("Write how many participants took part: 1 to 500."),
            ),
        )

    def __str__(self) -> str:
        return self.on.isoformat()


class CameOf(models.TextChoices):
    """What became of something that was raised."""

    NOTHING = "nothing", _("nothing yet")
    IDEA = "idea", _("an interest list")
    GROUP = "group", _("a group")
    DONE = "done", _("done")
    NOT_POSSIBLE = "not_possible", _("not possible")


class Raised(models.Model):
    """Something that participants raised on a planning day, as a group and without names."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    day = models.ForeignKey(PlanningDay, on_delete=models.CASCADE, related_name="raised")
    text = models.CharField(_("what was raised"), max_length=300)
    came_of = models.CharField(
        _("what became of it"), max_length=12, choices=CameOf.choices, default=CameOf.NOTHING
    )
    because = models.CharField(_("how, or why not"), max_length=300, blank=True)
    idea = models.ForeignKey(
        Idea,
        verbose_name=_("the idea"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="raised",
    )
    group = models.ForeignKey(
        Group,
        verbose_name=_("the group"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    place = models.PositiveSmallIntegerField(default=1, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["Raised"]]

    class Meta:
        ordering = ("place", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(text=""),
                name="raised_idea_has_a_text_always",
                violation_error_message=_("Write what was raised."),
            ),
            models.CheckConstraint(
                condition=~Q(came_of=CameOf.NOT_POSSIBLE) | ~Q(because=""),
                name="raised_idea_is_not_possible_for_a_reason",
                violation_error_message=_("Write why it is not possible."),
            ),
            models.CheckConstraint(
                condition=Q(came_of=CameOf.IDEA, idea__isnull=False)
                | (~Q(came_of=CameOf.IDEA) & Q(idea=None)),
                name="raised_idea_names_the_interest_list",
                violation_error_message=_("Choose which interest list it became."),
            ),
            models.CheckConstraint(
                condition=Q(came_of=CameOf.GROUP, group__isnull=False)
                | (~Q(came_of=CameOf.GROUP) & Q(group=None)),
                name="raised_idea_names_the_group",
                violation_error_message=_("Choose which group it became."),
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def its_group(self) -> Group | None:
        """The group that it became, at once or by way of an interest list."""
        return self.group or (self.idea.group if self.idea is not None else None)

    @property
    def is_done(self) -> bool:
        """Whether something came of it: it is done, or there is a group."""
        return self.came_of == CameOf.DONE or self.its_group is not None
