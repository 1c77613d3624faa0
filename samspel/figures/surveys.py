"""How many of those who were asked in a survey handed in an answer.

The survey's answers are others'; what is counted here is who was asked, as of a day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from samspel.figures.codes import GENDERS, UNKNOWN
from samspel.figures.values import Share
from samspel.figures.words import noop

HANDED_IN, DECLINED = "handed_in", "declined"


class Asked(NamedTuple):
    """One invitation. ``answered`` is one of the codes above, or something else while waiting."""

    survey: str
    gender: str
    invited_on: date
    answered: str
    settled_on: date | None


@dataclass(frozen=True, slots=True)
class Response:
    """The numbers of one survey, of all or of one gender, as of a day."""

    invited: int
    handed_in: int
    declined: int

    @property
    def waiting(self) -> int:
        """Those of whom nothing is known yet."""
        return self.invited - self.handed_in - self.declined

    @property
    def rate(self) -> Share:
        """Handed in as a share of the invited, those who declined among them."""
        return Share(self.handed_in, self.invited)


DEFINITION = noop(
    "Those who handed in an answer by the day, as a share of all who had been asked by then. "
    "Who declined was asked and counts among them."
)


def response(rows: Iterable[Asked], *, survey: str, until: date, gender: str = "") -> Response:
    """The numbers of a survey as of ``until``; ``gender`` is a code, *unknown*, or all."""
    asked = [
        row
        for row in rows
        if row.survey == survey
        and row.invited_on <= until
        and (not gender or (row.gender or UNKNOWN) == gender)
    ]
    settled = [row for row in asked if row.settled_on is not None and row.settled_on <= until]
    return Response(
        invited=len(asked),
        handed_in=sum(row.answered == HANDED_IN for row in settled),
        declined=sum(row.answered == DECLINED for row in settled),
    )


def genders_of(rows: Iterable[Asked], *, survey: str) -> list[str]:
    """The genders of those who were asked, in their order, unknown last."""
    held = {row.gender or UNKNOWN for row in rows if row.survey == survey}
    order = [*(gender.code for gender in GENDERS), UNKNOWN]
    return [code for code in order if code in held]
