"""What the wall page shows to everybody who passes by: numbers and texts, never a name."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from samspel.organisation.team import Team
from samspel.participants.ideas.idea import Idea, IdeaState, in_states
from samspel.participants.ideas.suggestion import IN_STATE, Suggestion, SuggestionState

GROUP_TOLD_FOR = timedelta(days=60)
"""How long the wall says that an idea has become a group."""
ANSWER_TOLD_FOR = timedelta(days=180)
MOST_ANSWERS = 20
MOST_IDEAS = 60


_LATEST = ("-became_group_on", "pk")


@dataclass(frozen=True, slots=True)
class Became:
    """An idea that has become a group, and a sentence of it that is true on the day."""

    idea: Idea
    told: str


def became(idea: Idea, today: date) -> Became:
    """What the wall says of an idea that has become a group: whether it is still to begin."""
    group = idea.group
    if group is None:
        return Became(idea, "")
    if group.has_ended(today):
        text = _("%(idea)s became the group %(name)s, which has ended.")
    elif group.starts_on > today:
        text = _("%(idea)s has become the group %(name)s. It begins %(day)s: ask the staff.")
    else:
        text = _("%(idea)s has become the group %(name)s. It has begun: ask the staff.")
    day = group.starts_on.isoformat()
    return Became(idea, text % {"idea": idea.title, "name": group.name, "day": day})


@dataclass(frozen=True, slots=True)
class Wall:
    """The team's wall on a day."""

    ideas: list[Any]
    """Those that one can sign up for, the last day first, each with ``signed_up``."""
    groups: list[Became]
    """Those that have become a group of late."""
    answered: list[Suggestion]


def wall_of(team: Team, today: date) -> Wall:
    """What the wall of a team shows today: three queries."""
    ideas = Idea.objects.filter(in_states([IdeaState.OPEN], today), team=team).with_signed_up()
    groups = Idea.objects.filter(team=team, became_group_on__gte=today - GROUP_TOLD_FOR)
    return Wall(
        list(ideas.order_by("last_on", "title", "pk")[:MOST_IDEAS]),
        [became(each, today) for each in groups.select_related("group").order_by(*_LATEST)],
        answered(team, today)[:MOST_ANSWERS],
    )


def answered(team: Team, today: date) -> list[Suggestion]:
    """The suggestions that are answered in the open, the latest answer first."""
    found = Suggestion.objects.filter(
        IN_STATE[SuggestionState.ANSWERED], team=team, answered_on__gte=today - ANSWER_TOLD_FOR
    )
    return list(found.order_by("-answered_on", "pk"))
