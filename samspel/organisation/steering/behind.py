"""What stands behind a number of the steering group: seats, meetings and decisions."""

from collections.abc import Sequence

from django.urls import reverse

from samspel.accounts.user import User
from samspel.organisation.steering.decision import Decision
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.steering.seat import Seat
from samspel.organisation.team import Team
from samspel.pages.behind import Behind


def behind_seats(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """The seats by their ids; whoever sees the number sees who has held them."""
    del user
    found = {str(each.pk): each for each in team.steering_seats.filter(pk__in=keys).with_holders()}
    return [_seat(team, found[key]) for key in keys if key in found]


def _seat(team: Team, seat: Seat) -> Behind:
    names = ", ".join(each.name for each in seat.holders.all())
    return Behind(str(seat), reverse("seat", args=[team.slug, seat.pk]), names)


def behind_meetings(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """The meetings by their ids."""
    del user
    found = {str(each.pk): each for each in SteeringMeeting.objects.filter(team=team, pk__in=keys)}
    return [
        Behind(
            str(found[key]),
            reverse("steering_meeting", args=[team.slug, found[key].pk]),
            str(found[key].get_state_display()),
        )
        for key in keys
        if key in found
    ]


def behind_decisions(team: Team, keys: Sequence[str], user: User) -> list[Behind]:
    """The decisions by their ids, each on the page of its meeting."""
    del user
    decisions = Decision.objects.filter(team=team, pk__in=keys).select_related("meeting")
    found = {str(each.pk): each for each in decisions}
    return [
        Behind(
            found[key].text,
            reverse("steering_meeting", args=[team.slug, found[key].meeting_id]),
            str(found[key].meeting),
        )
        for key in keys
        if key in found
    ]
