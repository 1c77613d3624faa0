"""What a task asks of the one who does it, and what makes a workplace possible to reach.

Few coded choices each, so that the wishes of a participant can be held against them.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Structure(models.TextChoices):
    """How simple or structured the task is: how much one has to decide by oneself."""

    SIMPLE = "simple", _("simple: the same steps each time")
    SOME = "some", _("some choices of one's own")
    DEMANDING = "demanding", _("demanding: one plans by oneself")


class Pace(models.TextChoices):
    """How fast the work must go."""

    CALM = "calm", _("calm, one sets the pace oneself")
    EVEN = "even", _("even")
    QUICK = "quick", _("quick at times")


class Social(models.TextChoices):
    """Whom one meets while working."""

    ALONE = "alone", _("mostly alone")
    FEW = "few", _("a few colleagues")
    MANY = "many", _("many people or customers")


class Physical(models.TextChoices):
    """What the body does; a task can have several."""

    HEAVY = "heavy", _("heavy lifting")
    STANDING = "standing", _("standing and walking")
    SITTING = "sitting", _("sitting")


class Accessibility(models.TextChoices):
    """What makes the workplace possible for more people; a task can have several."""

    STEP_FREE = "step_free", _("no steps")
    BUS = "bus", _("can be reached by bus")
    QUIET = "quiet", _("quiet room or place")
    REST = "rest", _("somewhere to rest")
    TOILET = "toilet", _("toilet for wheelchair users")
    SCENT_FREE = "scent_free", _("free from scents")
    ANIMAL_FREE = "animal_free", _("no animals")
    PLAIN_LANGUAGE = "plain_language", _("instructions in plain words or pictures")
    FLEXIBLE_HOURS = "flexible_hours", _("hours can be moved")
