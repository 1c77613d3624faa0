"""How every act on the steering group's records is told of in the access log."""

from collections.abc import Iterable
from typing import Any

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.team import Team


def tell(
    act: str, subject: str, team_id: int, *, by: Actor, fields: Iterable[str] = (), **more: Any
) -> None:
    """Mark that the team's figures may be others, and write the act to the access log.

    ``subject`` is such as ``seat:12``; ``more`` are codes and ids, never what somebody wrote.
    """
    Team(pk=team_id).touch()
    details = {"fields": sorted(fields), **more}
    log(by=by, act=act, subject=subject, team_id=team_id, details=details)


def tell_of_meeting(
    act: str, meeting: SteeringMeeting, *, by: Actor, fields: Iterable[str] = (), **more: Any
) -> None:
    """The same of a meeting and what belongs to it."""
    subject = f"steering_meeting:{meeting.pk}"
    tell(act, subject, meeting.team_id, by=by, fields=fields, **more)
