"""Whether a record may be saved: the rules of `plausible` and the database's constraints.

Each check raises one ValidationError that holds every fault, by field, so that a form shows
them all at once.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.constraints import broken_constraints
from samspel.participants.episode import Episode
from samspel.participants.hidden import NEUTRAL, NUMBER_OF, HiddenPersonError, hidden_owner
from samspel.participants.identity import birth_date_of
from samspel.participants.participant import Participant
from samspel.participants.plausible import (
    CASEWORK_DATES,
    DATES,
    before_birth_fault,
    birth_date_fault,
    case_number_fault,
    date_fault,
    overlap_fault,
    support_fault,
)
from samspel.participants.referrers import referrer_titles

Faults = dict[str, list[str]]
_STAY = ("enrolled_on", "closed_on")


def check_episode(episode: Episode, fields: Iterable[str], *, today: date, by: Actor) -> None:
    """Raise ValidationError with every fault of an episode that ``by`` is about to save.

    Only the ``fields`` that are being set are asked whether they make sense: a doubtful date
    that came with an old file must not stop somebody from closing the case.
    """
    names = list(fields)
    faults: Faults = {}
    for name in names:
        value = getattr(episode, name)
        if sentence := _fault(episode, name, value, today) if value else None:
            faults[name] = [sentence]
    if "case_number" in names and (sentence := case_number_fault(episode.case_number)):
        faults["case_number"] = [sentence]
    for name in _STAY:
        if name in names and name not in faults and (sentence := _new_overlap(episode)):
            faults[name] = [sentence]
            break
    _raise(faults, episode, by)


def _fault(episode: Episode, name: str, value: Any, today: date) -> str | None:
    if name in DATES or name in CASEWORK_DATES:
        born = episode.participant.birth_date
        return date_fault(name, value, today) or before_birth_fault(value, born)
    if name == "public_support_months":
        return support_fault(value)
    if name == "referred_by" and value not in referrer_titles(episode.team):
        return _("Choose one of the team's referrers.")
    return None


def _new_overlap(episode: Episode) -> str | None:
    """What is wrong with the stay beside the others, unless it was so before."""
    stored = Episode.objects.filter(participant=episode.participant_id)
    stays = {pk: (first, last) for pk, first, last in stored.values_list("pk", *_STAY)}
    before = stays.pop(episode.pk, (None, None))
    others = list(stays.values())
    if overlap_fault(before, others):
        return None
    return overlap_fault((episode.enrolled_on, episode.closed_on), others)


def check_participant(person: Participant, *, today: date, by: Actor) -> None:
    """Raise ValidationError with every fault of a person whom ``by`` is about to save.

    A missing date of birth is taken from the identity number.
    """
    faults: Faults = {}
    if not person.given_name and not person.family_name:
        faults["family_name"] = [_("Write the person's name.")]
    if person.identity_number:
        born = birth_date_of(person.identity_number)
        person.birth_date = person.birth_date or born
        if person.birth_date != born:
            faults["birth_date"] = [
                _("The identity number says %(date)s: one of the two is wrong.")
                % {"date": born.isoformat()}
            ]
    if person.birth_date is not None and "birth_date" not in faults:
        sentence = birth_date_fault(person.birth_date, today) or _begun_before(
            person, person.birth_date
        )
        if sentence:
            faults["birth_date"] = [sentence]
    _raise(faults, person, by)


def _begun_before(person: Participant, born: date) -> str | None:
    begun = [each.began_on for each in Episode.objects.filter(participant=person)]
    if not begun or born <= min(begun):
        return None
    return _("The date of birth is after the person's first case began (%(date)s).") % {
        "date": min(begun).isoformat()
    }


def _raise(faults: Faults, row: Episode | Participant, by: Actor) -> None:
    """Raise what was found; a field with a fault of its own needs no constraint's sentence."""
    broken = broken_constraints(row)
    number = NUMBER_OF[type(row)]
    owner = hidden_owner(row, by.user) if number in broken else None
    if owner is not None:
        del broken[number]
        raise HiddenPersonError(
            {NON_FIELD_ERRORS: [str(NEUTRAL)], **broken, **faults}, owner=owner, field=number
        )
    for field, sentences in broken.items():
        faults.setdefault(field, sentences)
    if faults:
        raise ValidationError(dict(faults))
