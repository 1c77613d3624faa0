"""What a record may say: dates and numbers that make sense, beside the database's constraints.

Each check raises one ValidationError that holds every fault, by field, so that a form shows
them all at once.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.participants.constraints import broken_constraints
from samspel.participants.episode import Episode
from samspel.participants.identity import birth_date_of
from samspel.participants.participant import Participant
from samspel.participants.referrers import referrer_titles

FIRST_DAY = date(1990, 1, 1)
"""Before this there was no co-ordinated rehabilitation; the first trials began in 1993."""
OLDEST = 120
"""Years; nobody has lived longer in Sweden."""
AHEAD = timedelta(days=366)
"""A study visit and an enrolment are booked ahead; a year is more than anybody books."""
LONGEST_SUPPORT_MONTHS = 720

BOOKED = ("study_visit_on", "enrolled_on")
DATES = ("study_visit_on", "referred_on", "enrolled_on", "closed_on", "withdrawn_on")
_CASE_NUMBER = re.compile(r"[\w .:/+-]{1,64}")

Faults = dict[str, list[str]]


def check_episode(episode: Episode, fields: Iterable[str], *, today: date) -> None:
    """Raise ValidationError with every fault of an episode that is about to be saved.

    Only the ``fields`` that are being set are asked whether they make sense: a doubtful date
    that came with an old file must not stop somebody from closing the case.
    """
    faults: Faults = {}
    for name in fields:
        value = getattr(episode, name)
        sentence = _fault(episode, name, value, today) if value else None
        if sentence:
            faults[name] = [sentence]
    if "case_number" in fields and not _CASE_NUMBER.fullmatch(episode.case_number):
        faults["case_number"] = [
            _("A case number has letters, digits, spaces and the signs - . : / + only.")
        ]
    _raise(faults, episode)


def _fault(episode: Episode, name: str, value: Any, today: date) -> str | None:
    if name in DATES:
        return _date_fault(name, value, today) or _birth_fault(episode, value)
    if name == "public_support_months" and value > LONGEST_SUPPORT_MONTHS:
        return _("Write the time in months: at most 720.")
    if name == "referred_by" and value not in referrer_titles(episode.team):
        return _("Choose one of the team's referrers.")
    return None


def _date_fault(name: str, day: date, today: date) -> str | None:
    if day < FIRST_DAY:
        return _("Check the year: the date is before 1990.")
    if name in BOOKED and day > today + AHEAD:
        return _("Check the year: the date is more than a year ahead.")
    if name not in BOOKED and day > today:
        return _("The date is in the future: enter it when it has come.")
    return None


def _birth_fault(episode: Episode, day: date) -> str | None:
    born = episode.participant.birth_date
    return _("The date is before the person's birth.") if born is not None and day < born else None


def check_participant(person: Participant, *, today: date) -> None:
    """Raise ValidationError with every fault of a person who is about to be saved.

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
        _check_birth_date(faults, person, person.birth_date, today)
    _raise(faults, person)


def _check_birth_date(faults: Faults, person: Participant, born: date, today: date) -> None:
    if born > today:
        faults["birth_date"] = [_("The date of birth is in the future.")]
    elif born.year < today.year - OLDEST:
        faults["birth_date"] = [_("Check the year of birth: nobody is that old.")]
    else:
        begun = [each.began_on for each in Episode.objects.filter(participant=person)]
        if begun and born > min(begun):
            faults["birth_date"] = [
                _("The date of birth is after the person's first case began (%(date)s).")
                % {"date": min(begun).isoformat()}
            ]


def _raise(faults: Faults, row: Episode | Participant) -> None:
    """Raise what was found; a field with a fault of its own needs no constraint's sentence."""
    for field, sentences in broken_constraints(row).items():
        faults.setdefault(field, sentences)
    if faults:
        raise ValidationError(dict(faults))
