"""Whether a file of episodes can be counted at all: its columns, and what its rows may not say.

A figure of rows that contradict themselves is wrong without showing it, so they are refused.
"""

from collections.abc import Mapping
from pathlib import Path

import narwhals as nw
import polars as pl

from samspel.figures.codes import GENDERS, OUTCOMES
from samspel.figures.frame import OPTIONAL
from samspel.figures.words import noop

NEEDED = (
    "episode_id",
    "team",
    "gender",
    "birth_date",
    "referred_by",
    "income_source",
    "referred_on",
    "enrolled_on",
    "closed_on",
    "outcome",
    "public_support_months",
    "withdrawn_on",
)
"""The columns that figures are counted from; without one they would be wrong, not missing."""

_TEXT = (nw.String, nw.Categorical, nw.Enum)
_NOTHING = (nw.Unknown,)


class EpisodesRefused(ValueError):
    """A file that cannot be counted: a sentence with its parameters, for whoever translates it.

    ``rules`` are broken rules and how many rows break each; they stand for ``%(rules)s``.
    """

    def __init__(
        self,
        message: str,
        params: Mapping[str, object],
        rules: Mapping[str, int] | None = None,
    ) -> None:
        self.message = message
        self.params = dict(params)
        self.rules = dict(rules or {})
        super().__init__(message % (self.params | {"rules": told(self.rules)}))


def told(rules: Mapping[str, int]) -> str:
    """Rules and numbers of rows, in one line."""
    return ", ".join(f"{rule} ({number})" for rule, number in rules.items())


def refuse_columns(schema: nw.Schema, path: Path) -> None:
    """Raise EpisodesRefused when a needed column is missing or holds another kind of values."""
    for name in NEEDED:
        if name not in schema:
            raise EpisodesRefused(
                noop("“%(file)s” lacks the column %(column)s."), {"file": path, "column": name}
            )
    for name in (*NEEDED, *(name for name in OPTIONAL if name in schema)):
        if not _fits(name, schema[name]):
            raise EpisodesRefused(
                noop("The column %(column)s of “%(file)s” holds another kind of values."),
                {"file": path, "column": name},
            )


def _fits(name: str, dtype: nw.dtypes.DType) -> bool:
    """Text is taken for days and numbers too, and read later."""
    if isinstance(dtype, (*_TEXT, *_NOTHING)):
        return True
    if name.endswith(("_on", "_date")):
        return isinstance(dtype, nw.Date | nw.Datetime)
    if name == "public_support_months":
        return dtype.is_numeric()
    return name == "episode_id" and dtype.is_integer()


def _earlier(first: str, second: str) -> pl.Expr:
    return pl.col(first) < pl.col(second)


def _strange(column: str, known: list[str]) -> pl.Expr:
    return pl.col(column).is_not_null() & ~pl.col(column).is_in(known)


_CLOSED, _ENROLLED = pl.col("closed_on").is_not_null(), pl.col("enrolled_on").is_not_null()
RULES: Mapping[str, pl.Expr] = {
    noop("closed before the enrolment"): _earlier("closed_on", "enrolled_on"),
    noop("closed without an enrolment"): _CLOSED & ~_ENROLLED,
    noop("closed without an outcome"): _CLOSED & pl.col("outcome").is_null(),
    noop("an outcome without a closing"): ~_CLOSED & pl.col("outcome").is_not_null(),
    noop("an unknown outcome"): _strange("outcome", [each.code for each in OUTCOMES]),
    noop("an unknown gender"): _strange("gender", [each.code for each in GENDERS]),
    noop("enrolled before the referral"): _earlier("enrolled_on", "referred_on"),
    noop("withdrawn before the referral"): _earlier("withdrawn_on", "referred_on"),
    noop("withdrawn though enrolled"): pl.col("withdrawn_on").is_not_null() & _ENROLLED,
    noop("a trial period that ends before it begins"): _earlier("trial_ends_on", "enrolled_on"),
    noop("a closing begun before the enrolment"): _earlier("closing_begun_on", "enrolled_on"),
    noop("closed before the closing began"): _earlier("closed_on", "closing_begun_on"),
    noop("enrolled before birth"): _earlier("enrolled_on", "birth_date"),
    noop("a negative time on public support"): pl.col("public_support_months") < 0,
}
"""What no row may say, and the rows that say it; the import refuses the same."""
_DOUBLED = noop("the same episode_id as another")


def refuse_rows(frame: pl.DataFrame, path: Path) -> None:
    """Raise EpisodesRefused when rows break a rule; ``frame`` has the columns of ``SCHEMA``."""
    broken = frame.select(
        **{f"{number}": rule.sum() for number, rule in enumerate(RULES.values())},
        doubled=pl.len() - pl.col("episode_id").n_unique(),
    ).row(0)
    found = {rule: n for rule, n in zip((*RULES, _DOUBLED), broken, strict=True) if n}
    if found:
        raise EpisodesRefused(
            noop("“%(file)s” is not counted, since rows contradict themselves: %(rules)s."),
            {"file": path},
            found,
        )
