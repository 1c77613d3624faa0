"""Whose list somebody has while a coach is away, and what of it stays out of sight."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from samspel.organisation.team import Team
from samspel.participants.absences.absence import Absence
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant, Protection
from samspel.participants.stage import ongoing
from samspel.participants.whose import mine, stood_in_for

__all__ = ["absences_of", "hidden_cases", "mine", "stood_in_for"]

REMEMBERED = 12
"""As many of the absences that are over as are shown."""


def absences_of(team: Team, today: date) -> tuple[list[Absence], list[Absence]]:
    """The team's absences: those of today and to come, the first first; the latest of the past."""
    found = Absence.objects.filter(team=team).select_related("coach", "substitute")
    current = found.filter(last_on__gte=today).order_by("first_on", "coach__name", "pk")
    past = found.filter(last_on__lt=today).order_by("-last_on", "pk")
    return list(current), list(past[:REMEMBERED])


def hidden_cases(absences: Sequence[Absence], today: date) -> dict[UUID, int]:
    """How many open protected cases of the coach the substitute may not open, by absence.

    Only for who leads the team: that there are any is nobody else's to know.
    """
    protected = Episode.objects.filter(
        _of_coaches(absences), ongoing(today), ~Q(participant__protection=Protection.NONE)
    )
    cases = list(protected.order_by().values_list("team", "coach", "participant"))
    named = set(
        Participant.named_staff.through.objects.filter(
            participant__in=[person for _team, _coach, person in cases]
        ).values_list("participant", "user")
    )
    hidden: Counter[UUID] = Counter()
    for absence in absences:
        for team, coach, person in cases:
            is_of_list = (team, coach) == (absence.team_id, absence.coach_id)
            if is_of_list and (person, absence.substitute_id) not in named:
                hidden[absence.pk] += 1
    return dict(hidden)


def _of_coaches(absences: Iterable[Absence]) -> Q:
    of_any = Q(pk__in=[])
    for each in absences:
        of_any |= Q(team=each.team_id, coach=each.coach_id)
    return of_any
