"""Arbitrary episodes that keep the records' own rules, for tests with Hypothesis."""

from datetime import date, timedelta
from typing import Any

import polars as pl
from hypothesis import strategies as st

from samspel.figures.codes import (
    INCOME_SOURCES,
    OCCUPATIONS,
    OUTCOMES,
    REFERRERS,
    WITHDRAWAL_REASONS,
)
from samspel.figures.frame import episode_frame
from samspel.figures.period import Period

FIRST = date(2019, 1, 1)
LAST = date(2024, 12, 31)
TEAM = "Team"

days = st.dates(FIRST, LAST)
periods = st.builds(lambda one, two: Period(min(one, two), max(one, two)), days, days)
codes = [outcome.code for outcome in OUTCOMES]
incomes = [income.code for income in INCOME_SOURCES]
occupations = [occupation.code for occupation in OCCUPATIONS]
reasons = [reason.code for reason in WITHDRAWAL_REASONS]


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def episode(draw: st.DrawFn) -> dict[str, Any]:
    """One row: dates in the order the records demand, outcome exactly when closed."""
    referred = draw(_maybe(days))
    earliest = referred or FIRST
    enrolled = draw(_maybe(st.dates(earliest, LAST)))
    closed = draw(_maybe(st.dates(enrolled, LAST))) if enrolled else None
    withdrawn = draw(_maybe(st.dates(earliest, LAST))) if not enrolled else None
    return {
        "gender": draw(st.sampled_from(["woman", "woman", "man", "man", "other", None])),
        "birth_date": draw(_maybe(st.dates(date(1955, 1, 1), date(2005, 12, 31)))),
        "referred_by": draw(_maybe(st.sampled_from([one.code for one in REFERRERS]))),
        "income_source": draw(_maybe(st.sampled_from(incomes))),
        "study_visit_on": draw(_maybe(days)),
        "referred_on": referred,
        "enrolled_on": enrolled,
        "closed_on": closed,
        "withdrawn_on": withdrawn,
        "outcome": draw(st.sampled_from(codes)) if closed else None,
        "public_support_months": draw(_maybe(st.integers(0, 3000).map(lambda n: n / 10))),
        "coach": draw(_maybe(st.sampled_from(["1", "2"]))),
        **draw(_on_the_way(enrolled, closed, withdrawn)),
    }


@st.composite
def _on_the_way(
    draw: st.DrawFn, enrolled: date | None, closed: date | None, withdrawn: date | None
) -> dict[str, Any]:
    """The trial period, the closing, and what is stated when somebody leaves."""
    trial = draw(_maybe(st.integers(1, 400)))
    return {
        "trial_ends_on": enrolled + timedelta(days=trial) if enrolled and trial else None,
        "closing_begun_on": draw(_maybe(st.dates(enrolled, closed or LAST))) if enrolled else None,
        "withdrawal_reason": draw(_maybe(st.sampled_from(reasons))) if withdrawn else None,
        "occupation_before": draw(_maybe(st.sampled_from(occupations))),
        "occupation_after": draw(_maybe(st.sampled_from(occupations))) if closed else None,
        "income_after": draw(_maybe(st.sampled_from(incomes))) if closed else None,
    }


def framed(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows as the team's frame, with ids of their own."""
    return episode_frame(
        [{**row, "episode_id": f"e{number:04}", "team": TEAM} for number, row in enumerate(rows)]
    )


def episodes(most: int = 25) -> st.SearchStrategy[list[dict[str, Any]]]:
    """A list of rows."""
    return st.lists(episode(), max_size=most)


def as_known_on(row: dict[str, Any], day: date) -> dict[str, Any] | None:
    """The row as the records had it on a day: nothing later is in it yet."""
    dates = ("study_visit_on", "referred_on", "enrolled_on", "closed_on", "withdrawn_on")
    known = {
        name: row[name] if row[name] and row[name] <= day else None
        for name in (*dates, "closing_begun_on")
    }
    if not any(known[name] for name in dates):
        return None
    stated = {
        "trial_ends_on": "enrolled_on",
        "withdrawal_reason": "withdrawn_on",
        **dict.fromkeys(("outcome", "occupation_after", "income_after"), "closed_on"),
    }
    known |= {name: row[name] if known[when] else None for name, when in stated.items()}
    return {**row, **known}


def lifelike(number: int = 60) -> list[dict[str, Any]]:
    """A team of some size, always the same, with every kind of row in it."""
    rows = []
    genders = ("woman", "man", "woman", None)
    for place in range(number):
        referred = FIRST + timedelta(days=place * 37 % 1500)
        enrolled = referred + timedelta(days=place * 7 % 60) if place % 9 else None
        stays = timedelta(days=place * 53 % 700)
        closed = enrolled + stays if enrolled and place % 3 else None
        withdrawn = referred + timedelta(days=90) if place % 18 == 0 else None
        rows.append(
            {
                "gender": genders[place % 4],
                "birth_date": date(1960 + place * 11 % 45, 1 + place % 12, 1 + place * 5 % 28),
                "referred_by": REFERRERS[place % 5].code,
                "income_source": INCOME_SOURCES[place % 4].code,
                "referred_on": referred,
                "enrolled_on": enrolled,
                "closed_on": closed,
                "outcome": codes[(place * 4 + place // 9) % len(codes)] if closed else None,
                "public_support_months": place * 7 % 100 / 10 if place % 5 else None,
                "withdrawn_on": withdrawn,
                "coach": str(place % 3),
                "study_visit_on": referred - timedelta(days=place % 40) if place % 7 else None,
                "trial_ends_on": enrolled + timedelta(days=61) if enrolled and place % 5 else None,
                "closing_begun_on": closed - min(stays, timedelta(days=30)) if closed else None,
                "withdrawal_reason": reasons[place % len(reasons)] if withdrawn else None,
                "occupation_before": occupations[place % len(occupations)],
                "occupation_after": occupations[place * 5 % len(occupations)] if closed else None,
                "income_after": incomes[place * 3 % len(incomes)] if closed else None,
            }
        )
    return rows
