"""Texts of a shared group are read by all its teams: they name no participant.

A word that is also a name is asked about, and whoever wrote it may say that it names nobody. The
full name of somebody, and any name of a person with a protected identity, is always refused.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.groups.group import Group, Sharing
from samspel.participants.groups.session import Session
from samspel.participants.participant import Participant

MAY_NAME = "may_name"
"""The code of a fault that the writer may answer with: it names nobody."""
_WORD = re.compile(r"\w+")
_SHORTEST = 2
_SHORTEST_IN_SMALL = 3
"""Letters of a name that is looked for, written as a name and written in small letters."""
EVERYDAY = frozenset(
    (
        "alm",
        "ask",
        "berg",
        "björk",
        "björn",
        "blom",
        "bly",
        "dag",
        "ek",
        "falk",
        "fors",
        "gran",
        "gren",
        "hall",
        "hed",
        "holm",
        "hägg",
        "kvist",
        "lind",
        "ljung",
        "lo",
        "lund",
        "löv",
        "maj",
        "malm",
        "mark",
        "mo",
        "my",
        "norr",
        "ros",
        "rosa",
        "sand",
        "sjö",
        "skog",
        "sol",
        "sommar",
        "sten",
        "stig",
        "ström",
        "sund",
        "ung",
        "varg",
        "vik",
        "vind",
        "vår",
        "öst",
    )
)
"""Swedish names that are everyday words too: in small letters they are taken for the word."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whose name is looked for."""

    given: frozenset[str]
    family: frozenset[str]
    is_protected: bool

    def is_named(self, words: frozenset[str]) -> str | None:
        """None, `MAY_NAME`, or empty where the words name this person beyond doubt."""
        given, family = _spoken(self.given, words), _spoken(self.family, words)
        if not given and not family:
            return None
        return "" if self.is_protected or (given and family) else MAY_NAME


def require_no_names(
    session: Session, text: str, field: str, by: Actor, *, no_name: bool = False
) -> None:
    """Raise ValidationError where a text of a shared group's session names somebody."""
    if session.group is not None:
        require_nameless(session.group, {field: text}, by, no_name=no_name)


def require_nameless(
    group: Group, texts: dict[str, str], by: Actor, *, no_name: bool = False
) -> None:
    """Raise ValidationError at the fields whose texts name somebody of a shared group.

    Only those whom ``by`` may see are looked for, so that no refusal tells who else comes.
    ``no_name`` is the writer's word that a name is another word here.
    """
    if any(texts.values()) and Sharing.objects.current().filter(group=group).exists():
        require_nameless_texts(group, texts, by, no_name=no_name)


def require_nameless_texts(
    group: Group, texts: dict[str, str], by: Actor, *, no_name: bool = False
) -> None:
    """The same of a group that is about to be shared."""
    known = list(_known(group, by))
    faults = {
        field: fault
        for field, text in texts.items()
        if (fault := _fault(text, known, no_name=no_name)) is not None
    }
    if faults:
        raise ValidationError({field: [each] for field, each in faults.items()})


def _known(group: Group, by: Actor) -> Iterator[Named]:
    """Members, leaders and guests of the group, as far as ``by`` may see them; one query."""
    if by.user is None:
        return
    is_of_group = (
        Q(episodes__group_members__group=group)
        | Q(episodes__leads__group=group)
        | Q(episodes__attendances__session__group=group)
    )
    found = Participant.objects.visible_to(by.user).filter(is_of_group).distinct()
    for person in found.only("given_name", "family_name", "protection"):
        given, family = _WORD.findall(person.given_name), _WORD.findall(person.family_name)
        yield Named(frozenset(given), frozenset(family), person.is_protected)


def _fault(text: str, known: Iterable[Named], *, no_name: bool) -> ValidationError | None:
    words = frozenset(_WORD.findall(text))
    found = {each.is_named(words) for each in known} - {None}
    if "" in found:
        sentence = _("The group's other teams read this: write it without names of participants.")
        return ValidationError(sentence)
    if not found or no_name:
        return None
    sentence = _(
        "The group's other teams read this, and a word in it is also the name of a participant. "
        "Write it without the name, or tick that it names nobody."
    )
    return ValidationError(sentence, code=MAY_NAME)


def _spoken(names: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a name stands among the words, alone or as in Alvas, whatever its capitals."""
    small = {each for each in words if each.islower()}
    capital = {each.casefold() for each in words - small}
    return any(
        _forms(name) & capital
        or (
            len(name) >= _SHORTEST_IN_SMALL
            and name.casefold() not in EVERYDAY
            and _forms(name) & small
        )
        for name in names
        if len(name) >= _SHORTEST
    )


def _forms(name: str) -> set[str]:
    return {name.casefold(), f"{name.casefold()}s"}
