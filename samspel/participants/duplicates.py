"""Persons who may be the same, noticed before a second record is made.

Within the team only: secrecy holds between teams. Protected persons whom the writer may not see
are never shown as candidates, as in search; the identity number still cannot be taken twice.
"""

from difflib import SequenceMatcher

from django.db.models import Q

from samspel.accounts.user import User
from samspel.participants.names import search_key
from samspel.participants.participant import Participant

ALIKE = 0.8
"""Share of the letters that two names have in common and in the same order."""


class PossibleDuplicatesError(Exception):
    """Nothing was saved: the team has persons who may be the same."""

    def __init__(self, candidates: list[Participant]) -> None:
        super().__init__("the team has persons who may be the same")
        self.candidates = candidates


def possible_duplicates(person: Participant, *, seen_by: User | None) -> list[Participant]:
    """The team's other persons who may be ``person``, by identity number, birth date and name.

    The same identity number; the same birth date and a name that is alike; or the same name
    where either birth date is missing. ``seen_by`` None is the system, which sees all.
    """
    everybody = Participant.objects.filter(team=person.team)
    visible = everybody if seen_by is None else everybody.visible_to(seen_by)
    name = search_key(f"{person.given_name} {person.family_name}")
    close = Q(search_key=name) & ~Q(search_key="")
    if person.birth_date is not None:
        close = Q(birth_date=person.birth_date) | (close & Q(birth_date=None))
    if person.identity_number:
        close |= Q(identity_number=person.identity_number)
    found = visible.filter(close).exclude(pk=person.pk).order_by("sort_key", "pk")[:50]
    return [each for each in found if _may_be_one(person, name, each)]


def _may_be_one(person: Participant, name: str, other: Participant) -> bool:
    if person.identity_number and other.identity_number:
        return person.identity_number == other.identity_number
    return names_alike(name, other.search_key)


def names_alike(one: str, other: str) -> bool:
    """Whether two search keys may be one name: a word in common, or nearly the same letters.

    Someone without a recorded name may be anybody.
    """
    if not one or not other or set(one.split()) & set(other.split()):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
