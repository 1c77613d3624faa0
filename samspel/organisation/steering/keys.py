"""The keys that figures of the steering group are broken down by, and the bodies' own names."""

from collections.abc import Mapping

from django.utils.text import slugify

from samspel.figures.codes import UNKNOWN
from samspel.organisation.steering.seat import Seat
from samspel.organisation.team import Team

SEAT, MEETING, DECISION = "seat", "steering_meeting", "decision"
"""The words before the colon of a row's key."""
_BODY = "body-"


def agency_key(agency_id: int | None, body: str) -> str:
    """The agency's id; of another body its name as an address can hold it."""
    if agency_id is not None:
        return str(agency_id)
    word = slugify(body)
    return f"{_BODY}{word}" if word else UNKNOWN


def body_titles(team: Team) -> Mapping[str, str]:
    """The names of the bodies with a seat that are no agencies; of several spellings the latest."""
    bodies = Seat.objects.filter(team=team, agency=None).order_by("first_on", "pk")
    return {agency_key(None, body): body for body in bodies.values_list("body", flat=True)}
