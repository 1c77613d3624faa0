"""The scaling questions that were answered on one day, told in one line of the timeline."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Aggregate, Exists, F, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, JSONArray
from django.db.models.sql.compiler import SQLCompiler

from samspel.participants.plans.scale import ScalePoint


class _Gathered(Aggregate):
    """The values of several rows as one JSON array."""

    function = "JSON_GROUP_ARRAY"
    output_field = TextField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, list[Any]]:
        """The same function has another name there."""
        statement, values = self.as_sql(compiler, connection, function="JSONB_AGG", **context)
        return statement, list(values)


def first_of_day(points: "QuerySet[ScalePoint]") -> "QuerySet[ScalePoint]":
    """One row for a day, however many questions were answered on it, with all as ``told``."""
    same_day = ScalePoint.objects.filter(
        scale__episode=OuterRef("scale__episode"), on=OuterRef("on")
    )
    answers = (
        same_day.order_by()
        .values("on")
        .annotate(told=_Gathered(JSONArray(F("scale__place"), F("scale__text"), F("value"))))
        .values("told")
    )
    earlier = same_day.filter(pk__lt=OuterRef("pk"))
    return points.filter(~Exists(earlier)).annotate(
        told=Cast(Subquery(answers), output_field=TextField())
    )


def in_words(told: str) -> str:
    """What `first_of_day` gathered, as people read it: each question in short and its number."""
    return "\n".join(_lines(told))


def _lines(told: str) -> Iterator[str]:
    for _place, text, value in sorted(json.loads(told)):
        yield f"{shortened(text)} {value}"


def shortened(question: str) -> str:
    """A scaling question without what its ends mean: up to its first question mark."""
    asked, mark, _rest = question.partition("?")
    return f"{asked}?" if mark else f"{question}:"
