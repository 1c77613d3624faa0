"""What the steering group decided and somebody is still to carry out: for who leads the team."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from samspel.organisation.steering.decision import Decision
from samspel.organisation.team import Team
from samspel.participants.due import LOOK_AHEAD, Due, DueKind, due

_WORDS = 12


def decisions_due(led: Sequence[Team], today: date) -> Iterator[Due]:
    """The open decisions of the teams that the user leads that are due soon or late; one query."""
    if not led:
        return
    found = Decision.objects.filter(team__in=led, due_on__lte=today + LOOK_AHEAD)
    for each in found.still_open().select_related("team"):
        if each.due_on is not None:
            text = _("The steering group decided: %(text)s")
            url = reverse("steering_meeting", args=[each.team.slug, each.meeting_id])
            told = text % {"text": Truncator(each.text).words(_WORDS)}
            yield due(DueKind.DECISION, each.due_on, told, f"{url}#decisions")
