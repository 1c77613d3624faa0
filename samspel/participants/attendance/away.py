"""Since when somebody has not come."""

from datetime import date, timedelta

LONG_AWAY = timedelta(days=14)
"""After so long without coming somebody asks how it is (`ui.md`: the day's list)."""


def away_since(first_on: date, last_came: date | None, today: date) -> date | None:
    """Since when somebody has not come, if that is two weeks ago or more.

    Who has never come is counted from ``first_on``: the day of enrolment, or of joining a group.
    """
    since = max(last_came, first_on) if last_came else first_on
    return since if today - since >= LONG_AWAY else None
