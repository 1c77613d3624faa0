"""Kinds of groups that a team can take over to begin with, in the reader's language."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class StarterKind:
    """A kind to begin with. ``code`` is the same in every team and every language."""

    code: str
    title: Any


STARTER_KINDS = (
    StarterKind("open_meeting", _("Open social meeting")),
    StarterKind("forest", _("Forest group")),
    StarterKind("start", _("Start-up group")),
    StarterKind("continuation", _("Continuation group")),
    StarterKind("training", _("Training group")),
    StarterKind("creative", _("Creative group led by participants")),
    StarterKind("activity", _("Study visit outside or single activity")),
)
"""The kinds that teams have told of, in the order in which people meet them."""
SINGLE_ACTIVITY = "activity"
"""The kind that a single activity is offered with first."""
