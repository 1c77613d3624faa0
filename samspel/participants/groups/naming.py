"""Texts of a shared group are read by all its teams: they name no participant."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.groups.group import Group, Sharing
from samspel.participants.groups.session import Session
from samspel.participants.participant import Participant

_WORD = re.compile(r"\w+")
_SHORTEST = 3
"""Letters of a name that is looked for: “Bo” is a word as often as a name."""


def require_no_names(session: Session, text: str, field: str, by: Actor) -> None:
    """Raise ValidationError where a text of a shared group's session names a member."""
    if session.group is not None:
        require_nameless(session.group, {field: text}, by)


def require_nameless(group: Group, texts: dict[str, str], by: Actor) -> None:
    """Raise ValidationError at the fields whose texts name a member of a shared group.

    Only members whom ``by`` may see are looked for, so that no refusal tells who else comes.
    """
    if any(texts.values()) and Sharing.objects.current().filter(group=group).exists():
        require_nameless_texts(group, texts, by)


def require_nameless_texts(group: Group, texts: dict[str, str], by: Actor) -> None:
    """The same of a group that is about to be shared."""
    if by.user is None:
        return
    known = Participant.objects.visible_to(by.user).filter(episodes__group_members__group=group)
    names = {
        name
        for pair in known.values_list("given_name", "family_name")
        for part in pair
        for name in _WORD.findall(part)
        if len(name) >= _SHORTEST
    }
    spoken = names | {f"{name}s" for name in names}
    faults = {field: text for field, text in texts.items() if spoken & set(_WORD.findall(text))}
    if faults:
        sentence = _("The group's other teams read this: write it without names of participants.")
        raise ValidationError({field: [sentence] for field in faults})
