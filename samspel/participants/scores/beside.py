"""What the person's page reads of scores: those that hold, with the limits to read them by."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, SmallIntegerField, TextField
from django.db.models.functions import Cast, JSONObject

from samspel.participants.scores.instrument import LINES
from samspel.participants.scores.limits import LIMITS, Limits
from samspel.participants.scores.score import Score
from samspel.participants.scores.tenths import decimal_of
from samspel.participants.timeline import Row, timeline_rows

SCORE = "score"


def _scores(episodes: Sequence[UUID], today: date) -> "QuerySet[Any, Any]":
    """Up to and with ``today``; none while the team has no licence in force."""
    found = Score.objects.filter(
        taken_back_at=None,
        on__lte=today,
        episode__in=episodes,
        episode__team__score_licences__isnull=False,
        episode__team__score_licences__withdrawn_at=None,
    )
    lines = {name: Cast(F(name), SmallIntegerField()) for name in LINES}
    told = JSONObject(instrument="instrument", filled_in_by="filled_in_by", **lines)
    limits = JSONObject(
        **{name: Cast(f"episode__team__score_settings__{name}", TextField()) for name in LIMITS}
    )
    return timeline_rows(
        found, kind=SCORE, code=Cast(told, TextField()), text=Cast(limits, TextField())
    )


BESIDE = {SCORE: _scores}
"""Read with `rows_beside`."""


def score_of(row: Row) -> Score:
    """The score that a row holds, without what only its own page needs."""
    values = json.loads(row.code)
    lines = {name: decimal_of(values.pop(name)) for name in LINES}
    return Score(pk=UUID(row.ref), on=row.on, **lines, **values)


def limits_of(row: Row) -> Limits:
    """The team's limits as a row holds them; a team without settings has the manual's."""
    held = {name: value for name, value in json.loads(row.text).items() if value is not None}
    numbers: dict[str, Any] = {name: Decimal(value) for name, value in held.items()}
    ages = {name: int(number) for name, number in numbers.items() if name.endswith("_from")}
    return Limits(**(numbers | ages))
