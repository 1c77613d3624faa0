"""What ideas and suggestions ask of the team, and of its leader: one query each."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.organisation.team import Team
from samspel.participants.due import Due, DueKind, due
from samspel.participants.ideas.idea import Idea
from samspel.participants.ideas.suggestion import (
    ANSWERED_WITHIN,
    IN_STATE,
    Suggestion,
    SuggestionState,
)


def ideas_due(teams: Iterable[Team], today: date) -> Iterator[Due]:
    """The ideas of the teams that have enough, and those that were proposed on the wall.

    About no case, and the whole team's. An idea stands on the day of its latest sign-up.
    """
    waiting = Q(opened_on=None, is_from_wall=True)
    ideas = Idea.objects.filter(team__in=teams, group=None, closed_on=None).with_signed_up()
    signed = Max("sign_ups__signed_up_at", filter=Q(sign_ups__taken_back_on=None))
    found = ideas.filter(waiting | Q(signed_up__gte=F("enough"), opened_on__isnull=False))
    rows: Any = found.annotate(latest_at=signed).order_by("made_on", "pk")
    for each in rows:
        url = reverse("idea", args=[each.pk])
        if each.opened_on is None:
            text = _("Proposed on the wall: %(title)s") % {"title": each.title}
            yield due(DueKind.IDEA, each.made_on, text, url)
        else:
            text = _("Enough have signed up: %(title)s") % {"title": each.title}
            on = each.opened_on if each.latest_at is None else timezone.localdate(each.latest_at)
            yield due(DueKind.IDEA, min(on, today), text, url)


def suggestions_due(teams: Iterable[Team], today: date) -> Iterator[Due]:
    """The suggestions that nobody has answered in two weeks, of the teams that the user leads."""
    found = Suggestion.objects.filter(
        IN_STATE[SuggestionState.WAITING],
        team__in=teams,
        left_on__lte=today - ANSWERED_WITHIN,
    )
    for each in found.order_by("left_on", "pk"):
        url = reverse("suggestion", args=[each.pk])
        on = each.left_on + ANSWERED_WITHIN
        yield due(DueKind.SUGGESTION, on, _("Suggestion to answer"), url)
