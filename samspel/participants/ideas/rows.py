"""Ideas, suggestions and planning days as plain rows, for figures: one query each."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from samspel.organisation.team import Team
from samspel.participants.ideas.idea import Idea
from samspel.participants.ideas.planning_day import CameOf, PlanningDay
from samspel.participants.ideas.suggestion import Suggestion


class PlanningDayRow(NamedTuple):
    """One planning day: how many participants took part, and how many ideas they raised.

    ``done`` are those that are done or have become a group, also by way of an interest list.
    """

    on: date
    participants: int
    ideas: int
    done: int


class SuggestionRow(NamedTuple):
    """One suggestion. What is put aside counts as answered only if it was answered before."""

    on: date
    is_answered: bool
    answered_on: date | None


class IdeaRow(NamedTuple):
    """One idea that people could sign up for, and how many have not taken it back."""

    opened_on: date
    signed_up: int
    became_group_on: date | None


def planning_day_rows(team: Team, until: date) -> list[PlanningDayRow]:
    """The team's planning days up to and with a day; what came of ideas is as it stands now."""
    has_group = Q(raised__group__isnull=False) | Q(raised__idea__group__isnull=False)
    is_done = Q(raised__came_of=CameOf.DONE) | has_group
    found = PlanningDay.objects.filter(team=team, on__lte=until).order_by("on", "pk")
    counted = found.annotate(ideas=Count("raised"), done=Count("raised", filter=is_done))
    rows = counted.values_list("on", "participants", "ideas", "done")
    return [PlanningDayRow(*values) for values in rows]


def suggestion_rows(team: Team, until: date) -> list[SuggestionRow]:
    """The team's suggestions left up to and with a day; an answer of a later day is none yet."""
    found = Suggestion.objects.filter(team=team, left_on__lte=until).order_by("left_on", "pk")
    rows = []
    for on, answered_on in found.values_list("left_on", "answered_on"):
        is_answered = answered_on is not None and answered_on <= until
        rows.append(SuggestionRow(on, is_answered, answered_on if is_answered else None))
    return rows


def idea_rows(team: Team, until: date) -> list[IdeaRow]:
    """The team's ideas that were open by a day; those who signed up later are left out."""
    signed = Q(sign_ups__taken_back_on=None, sign_ups__signed_up_at__date__lte=until)
    found = Idea.objects.filter(team=team, opened_on__lte=until).order_by("opened_on", "pk")
    counted = found.annotate(signed_up=Count("sign_ups", filter=signed))
    rows = []
    for opened_on, signed_up, became in counted.values_list(
        "opened_on", "signed_up", "became_group_on"
    ):
        if opened_on is not None:
            by_then = became if became is not None and became <= until else None
            rows.append(IdeaRow(opened_on, signed_up, by_then))
    return rows
