"""What a record may say beside the database's constraints: one pure function per rule.

Each is handed plain values and answers with the sentence of what is wrong, or None. Forms ask
them through `checking`; a file that is taken in can ask them row by row.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

FIRST_DAY = date(1990, 1, 1)
"""Before this there was no co-ordinated rehabilitation; the first trials began in 1993."""
OLDEST = 120
"""Years; nobody has lived longer in Sweden."""
AHEAD = timedelta(days=366)
"""A study visit and an enrolment are booked ahead; a year is more than anybody books."""
LONGEST_SUPPORT_MONTHS = 720
LONGEST_CASE_NUMBER = 64

BOOKED = ("study_visit_on", "enrolled_on", "trial_ends_on")
LATEST_TRIAL_END = 2 * AHEAD
"""A trial period of a year at most follows an enrolment that is booked a year ahead at most."""
DATES = ("study_visit_on", "referred_on", "enrolled_on", "closed_on", "withdrawn_on")
CASEWORK_DATES = ("trial_ends_on", "closing_begun_on")
"""Beside `DATES`: what no file tells."""
_CASE_NUMBER = re.compile(rf"[\w .:/+-]{{1,{LONGEST_CASE_NUMBER}}}")

Stay = tuple[date | None, date | None]
"""First and last day of a stay; without a last day it goes on, without a first there is none."""


def case_number_fault(number: str) -> str | None:
    """What is wrong with a case number, which may have 1–64 letters, digits and a few signs."""
    if _CASE_NUMBER.fullmatch(number):
        return None
    return _("A case number has letters, digits, spaces and the signs - . : / + _ only.")


def date_fault(name: str, day: date, today: date) -> str | None:
    """What is wrong with one of an episode's dates: too long ago or too far ahead."""
    if day < FIRST_DAY:
        return _("Check the year: the date is before 1990.")
    if name == "trial_ends_on":
        too_far = _("Check the year: the date is more than two years ahead.")
        return too_far if day > today + LATEST_TRIAL_END else None
    if name in BOOKED and day > today + AHEAD:
        return _("Check the year: the date is more than a year ahead.")
    if name not in BOOKED and day > today:
        return _("The date is in the future: enter it when it has come.")
    return None


def before_birth_fault(day: date, born: date | None) -> str | None:
    """What is wrong with one of an episode's dates beside the person's date of birth."""
    return _("The date is before the person's birth.") if born is not None and day < born else None


def birth_date_fault(born: date, today: date) -> str | None:
    """What is wrong with a date of birth by itself."""
    if born > today:
        return _("The date of birth is in the future.")
    if born.year < today.year - OLDEST:
        return _("Check the year of birth: nobody is that old.")
    return None


def support_fault(months: Decimal) -> str | None:
    """What is wrong with a time on public support, in months."""
    if months > LONGEST_SUPPORT_MONTHS:
        return _("Write the time in months: at most 720.")
    return None


def overlap_fault(stay: Stay, others: Iterable[Stay]) -> str | None:
    """What is wrong with a stay beside the same person's other stays with the team.

    A stay may begin on the day on which the one before it was closed.
    """
    for other in others:
        if _overlap(stay, other):
            first, last = other
            told = {"first": first, "last": last or _("still going on")}
            return _("The person was already enrolled then (%(first)s – %(last)s).") % told
    return None


def _overlap(one: Stay, other: Stay) -> bool:
    (first, last), (other_first, other_last) = one, other
    if first is None or other_first is None:
        return False
    return first < (other_last or date.max) and other_first < (last or date.max)
