"""The import's rules for a row are those of the database, rule by rule."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint

from samspel.exchange.importing.episode_row import RULES, EpisodeRow
from samspel.participants.models import Episode

CHECKS = {
    each.name: each for each in Episode._meta.constraints if isinstance(each, CheckConstraint)
}
BESIDE = {
    "episode_trial_ends_after_enrolment",
    "episode_is_on_trial_only_when_enrolled",
    "episode_closing_begins_on_or_after_enrolment",
    "episode_closes_on_or_after_closing_began",
    "episode_has_a_withdrawal_reason_only_when_withdrawn",
}
"""Rules about what no file tells; the import makes it fit (`writing._FOLLOWING`)."""
DAYS = (None, date(2024, 1, 1), date(2024, 1, 2))


def test_every_rule_of_the_database_is_checked_in_the_file() -> None:
    assert set(RULES) == set(CHECKS) - BESIDE


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(CHECKS.keys() - BESIDE))
def test_both_judge_alike(name: str) -> None:
    used = [column for column in EpisodeRow._fields[6:] if column in str(CHECKS[name].condition)]
    offered = {"outcome": ("", "work"), "public_support_months": (None, Decimal(-1), Decimal(0))}
    verdicts = set()
    for values in product(*(offered.get(column, DAYS) for column in used)):
        cells = dict(zip(used, values, strict=True))
        blank = dict.fromkeys(EpisodeRow._fields[1:], None) | {"line": 2, "outcome": ""}
        holds = RULES[name][1](EpisodeRow(**{**blank, **cells}))  # type: ignore[arg-type]  # empty cells
        assert holds == accepted(CHECKS[name], Episode(**cells)), cells
        verdicts.add(holds)
    assert verdicts == {True, False}


def accepted(constraint: CheckConstraint, episode: Episode) -> bool:
    try:
        constraint.validate(Episode, episode)
    except ValidationError:
        return False
    return True
