"""What ideas and suggestions ask of the team, and of its leader: one query each."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import CharField, F, Max, Q, QuerySet, Value
from django.db.models.functions import TruncDate
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
from samspel.participants.ideas.wall_link import walls_put_up


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


def leaders_dues(led: Sequence[Team], today: date) -> Iterator[Due]:
    """What the teams that the user leads wait for: an answer to a suggestion, a longer-lived wall.

    A suggestion is due when nobody has answered it in two weeks, a wall on the day on which its
    address opens it no more. One query for both.
    """
    going = [team for team in led if team.closed_on is None or team.closed_on > today]
    names = {team.pk: team for team in going}
    walls: dict[int, date] = {}
    for kind, ref, on, team_id in _suggestion_rows(led, today).union(_wall_rows(going), all=True):
        if kind == DueKind.SUGGESTION:
            url = reverse("suggestion", args=[ref])
            yield due(DueKind.SUGGESTION, on + ANSWERED_WITHIN, _("Suggestion to answer"), url)
        else:
            # Of an address that has run out and the one that came after it the later one counts.
            walls[team_id] = max(on, walls.get(team_id, on))
    for team_id, on in walls.items():
        team = names[team_id]
        text = _("Let the wall page open for longer: %(team)s") % {"team": team.name}
        yield due(DueKind.WALL, on, text, f"{reverse('wall_link')}?team={team.slug}")


def _suggestion_rows(led: Iterable[Team], today: date) -> "QuerySet[Any, Any]":
    found = Suggestion.objects.filter(
        IN_STATE[SuggestionState.WAITING],
        team__in=led,
        left_on__lte=today - ANSWERED_WITHIN,
    )
    told = found.annotate(kind=_kind(DueKind.SUGGESTION)).order_by()
    return told.values_list("kind", "pk", "left_on", "team_id")


def _wall_rows(led: Iterable[Team]) -> "QuerySet[Any, Any]":
    found = walls_put_up(led).annotate(kind=_kind(DueKind.WALL), on=TruncDate("expires_at"))
    return found.order_by().values_list("kind", "pk", "on", "team_id")


def _kind(kind: DueKind) -> Value:
    return Value(kind.value, output_field=CharField())
