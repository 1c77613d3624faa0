"""One row of an episode file, and the rules it must follow by itself.

The rules are those of the database's constraints on `Episode`, said with their sentences; a test
holds the two together.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.plausible import (
    DATES,
    birth_date_fault,
    case_number_fault,
    date_fault,
    support_fault,
)


class EpisodeRow(NamedTuple):
    """The episode row of the figures' specification, with the line it was read from."""

    line: int
    team: str
    participant_id: str
    episode_id: str
    gender: str
    birth_date: date | None
    referred_by: str
    income_source: str
    study_visit_on: date | None
    referred_on: date | None
    enrolled_on: date | None
    closed_on: date | None
    outcome: str
    public_support_months: Decimal | None
    withdrawn_on: date | None

    @property
    def is_open(self) -> bool:
        """Neither closed nor withdrawn: a person has at most one such episode."""
        return self.closed_on is None and self.withdrawn_on is None

    @property
    def first_day(self) -> date | None:
        """The earliest date of the stay."""
        days = (self.study_visit_on, self.referred_on, self.enrolled_on)
        return min((day for day in days if day is not None), default=None)


EPISODE_COLUMNS = EpisodeRow._fields[6:]
"""The columns that an Episode keeps under the same names."""

SENTENCES = {
    constraint.name: constraint.violation_error_message for constraint in Episode._meta.constraints
}
ONLY_OPEN_ONE = "episode_is_the_only_open_one_of_the_person"


def _in_order(first: date | None, second: date | None) -> bool:
    return first is None or second is None or first <= second


RULES: dict[str, tuple[str, Callable[[EpisodeRow], bool]]] = {
    "episode_has_an_outcome_exactly_when_closed": (
        "outcome",
        lambda row: (row.closed_on is not None) == bool(row.outcome),
    ),
    "episode_is_enrolled_before_it_is_closed": (
        "closed_on",
        lambda row: row.closed_on is None or row.enrolled_on is not None,
    ),
    "episode_closes_on_or_after_enrolment": (
        "closed_on",
        lambda row: _in_order(row.enrolled_on, row.closed_on),
    ),
    "episode_is_enrolled_on_or_after_referral": (
        "enrolled_on",
        lambda row: _in_order(row.referred_on, row.enrolled_on),
    ),
    "episode_is_withdrawn_on_or_after_referral": (
        "withdrawn_on",
        lambda row: _in_order(row.referred_on, row.withdrawn_on),
    ),
    "episode_is_withdrawn_only_when_never_enrolled": (
        "withdrawn_on",
        lambda row: row.withdrawn_on is None or row.enrolled_on is None,
    ),
    "episode_begins_with_a_date": ("referred_on", lambda row: row.first_day is not None),
    "episode_support_time_is_not_negative": (
        "public_support_months",
        lambda row: row.public_support_months is None or row.public_support_months >= 0,
    ),
}
"""Constraint → the column at fault and whether a row follows the rule."""

_BORN_LATER = _("The person is born after the episode begins.")


def broken_rules(row: EpisodeRow, *, today: date) -> list[tuple[str, object]]:
    """The rules that a row breaks, as (column, sentence); none for a sound row.

    What a form asks of a single value is asked here too, by the same functions.
    """
    broken: list[tuple[str, object]] = [
        (column, SENTENCES[name]) for name, (column, holds) in RULES.items() if not holds(row)
    ]
    if not _in_order(row.birth_date, row.first_day):
        broken.append(("birth_date", _BORN_LATER))
    broken += ((column, fault) for column, fault in _doubtful(row, today) if fault is not None)
    return broken


def _doubtful(row: EpisodeRow, today: date) -> Iterator[tuple[str, str | None]]:
    yield "episode_id", case_number_fault(row.episode_id)
    if row.birth_date is not None:
        yield "birth_date", birth_date_fault(row.birth_date, today)
    if row.public_support_months is not None:
        yield "public_support_months", support_fault(row.public_support_months)
    for name in DATES:
        day: date | None = getattr(row, name)
        if day is not None:
            yield name, date_fault(name, day, today)
