"""Rounds: what is looked after once a day, such as follow-ups that are overdue.

Other parts register theirs. A round only posts mails whose keys make them happen once, so that it
can be tried again as often as it takes.
"""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

Run = Callable[[date, datetime], None]

_log = logging.getLogger(__name__)
_registered: dict[str, "Round"] = {}


class RoundDone(models.Model):
    """A round that was made on a day."""

    name = models.CharField(_("round"), max_length=60)
    on = models.DateField(_("day"))

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["name", "on"],
                name="round_is_done_once_a_day",
                violation_error_message=_("This round was already made on that day."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.on.isoformat()}"


class _MadeAlreadyError(Exception):
    """Somebody else made the round meanwhile."""


@dataclass(frozen=True, slots=True)
class Round:
    """What is done once a day: ``run`` is handed the day and the moment, and posts mails.

    It runs inside a transaction that writers wait for, so it should be short.
    """

    name: str
    run: Run


def register(each: Round) -> Round:
    """Make a round known; raises ValueError where another one has its name."""
    if _registered.setdefault(each.name, each) != each:
        raise ValueError(f"there are two rounds called {each.name}")
    return each


def every_day(name: str) -> Callable[[Run], Run]:
    """Register the function below as the round ``name``."""

    def registered(run: Run) -> Run:
        register(Round(name, run))
        return run

    return registered


def make_rounds(on: date, now: datetime) -> list[str]:
    """Make the rounds that were not made ``on`` that day; the names of those that were now.

    One that fails leaves nothing behind and is tried again the next time; the others are made.
    """
    done = set(RoundDone.objects.filter(on=on).values_list("name", flat=True))
    return [
        each.name
        for each in tuple(_registered.values())
        if each.name not in done and _made(each, on, now)
    ]


def _made(each: Round, on: date, now: datetime) -> bool:
    """Whether the round was made: it and the note of it are one transaction.

    Of two processes the second waits for the first one's note and then finds it there.
    """
    try:
        with transaction.atomic():
            _note(each, on)
            each.run(on, now)
    except _MadeAlreadyError:
        return False
    except Exception as error:
        # Without its message, which can hold what somebody typed.
        place = traceback.extract_tb(error.__traceback__)[-1]
        _log.error(
            "The round %s failed: %s at %s:%s",
            each.name,
            type(error).__name__,
            place.filename,
            place.lineno,
        )
        return False
    return True


def _note(each: Round, on: date) -> None:
    try:
        RoundDone.objects.create(name=each.name, on=on)
    except IntegrityError as error:
        raise _MadeAlreadyError from error
