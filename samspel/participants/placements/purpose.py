"""The codes of a placement: what it is for, how it stands, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Purpose(models.TextChoices):
    """What a placement is for."""

    ROUTINE = "routine", _("getting into routines")
    HOURS = "hours", _("building up hours")
    EXPLORING = "exploring", _("exploring a kind of work")
    CLARIFYING = "clarifying", _("clarifying work ability")
    EMPLOYMENT = "employment", _("towards employment")


class State(models.TextChoices):
    """Where a placement stands on a day: derived from its dates, never stored."""

    PLANNED = "planned", pgettext_lazy("placement", "planned")
    ONGOING = "ongoing", pgettext_lazy("placement", "ongoing")
    ENDED = "ended", pgettext_lazy("placement", "ended")
    BROKEN_OFF = "broken_off", pgettext_lazy("placement", "broken off")
    CALLED_OFF = "called_off", pgettext_lazy("placement", "called off")


LOOKS = {
    State.PLANNED: "is-quiet",
    State.ONGOING: "is-active",
    State.ENDED: "is-quiet",
    State.BROKEN_OFF: "is-due",
    State.CALLED_OFF: "is-quiet",
}
"""The look of each state's mark."""


class Outcome(models.TextChoices):
    """What a placement led to."""

    WORK = "work", _("employment without subsidy")
    SUBSIDISED_WORK = "subsidised_work", _("employment with subsidy")
    STUDIES = "studies", _("studies")
    ELSEWHERE = "elsewhere", _("continued at another workplace")
    CLARIFIED = "clarified", _("work ability clarified")
    PURPOSE_REACHED = "purpose_reached", _("purpose reached, nothing further agreed yet")
    BROKEN_OFF = "broken_off", _("broken off before its end")


class BreakReason(models.TextChoices):
    """Why a placement was broken off."""

    HEALTH = "health", _("health")
    TASKS = "tasks", _("the tasks did not suit")
    WORKPLACE = "workplace", _("the workplace did not suit")
    EMPLOYER = "employer", _("the employer could not go on")
    OWN_WISH = "own_wish", _("the participant's own wish")
    OTHER = "other", pgettext_lazy("reason", "other")


def titles_of(codes: type[models.TextChoices]) -> list[tuple[str, str]]:
    """The codes with their titles as a list to choose from shows them: with a capital letter."""
    titles = ((value, str(label)) for value, label in codes.choices)
    return [(value, title[:1].upper() + title[1:]) for value, title in titles]
