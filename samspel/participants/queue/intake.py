"""Whether a team takes people in on a day: its places, and a pause if there is one."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samspel.organisation.team import Team
from samspel.participants.queue.intake_pause import IntakePause
from samspel.participants.queue.places import Places, places_of


@dataclass(frozen=True, slots=True)
class Intake:
    """What somebody who is about to enrol should know first."""

    team: Team
    places: Places
    pause: IntakePause | None

    def warnings(self, more: int = 1) -> list[str]:
        """Why ``more`` persons should perhaps not be enrolled; enrolling is not refused for it."""
        found = []
        if self.pause is not None:
            found.append(paused_since(self.pause))
        if self.places.free is not None and self.places.free < more:
            found.append(self.places.sentence())
        return found


def intake_of(team: Team, today: date) -> Intake:
    """The team's intake on ``today``; two queries at most."""
    pause = IntakePause.objects.on(team, today).first()
    return Intake(team, places_of(team, today), pause)


def paused_since(pause: IntakePause) -> str:
    """Since when, until when and why the intake is paused."""
    told = {"first": pause.first_on, "last": pause.last_on, "reason": pause.reason}
    if pause.last_on is None:
        return _("The intake is paused since %(first)s: %(reason)s") % told
    return _("The intake is paused from %(first)s to %(last)s: %(reason)s") % told
