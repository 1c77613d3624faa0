"""The steering group as plain rows, for figures; each frame by one query or two."""

from samspel.figures.steering import (
    Days,
    DecisionRow,
    SeatRow,
    SteeringMeetingRow,
    SteeringPlaceRow,
)
from samspel.organisation.steering.decision import Decision, DecisionState
from samspel.organisation.steering.keys import DECISION, MEETING, SEAT, agency_key
from samspel.organisation.steering.meeting import (
    MeetingState,
    Presence,
    SteeringAttendance,
    SteeringMeeting,
)
from samspel.organisation.steering.seat import Seat
from samspel.organisation.team import Team


def seat_rows(team: Team) -> list[SeatRow]:
    """Every seat that there is or was, agency by agency; two queries."""
    found = Seat.objects.filter(team=team).with_holders()
    return [
        SeatRow(
            key=f"{SEAT}:{seat.pk}",
            agency=agency_key(seat.agency_id, seat.body),
            seat_kind=seat.kind,
            first_on=seat.first_on,
            last_on=seat.last_on,
            held=tuple(Days(each.first_on, each.last_on) for each in seat.holders.all()),
        )
        for seat in found.order_by("agency__name", "body", "pk")
    ]


def steering_meeting_rows(team: Team) -> list[SteeringMeetingRow]:
    """Every meeting, those to come and cancelled ones too."""
    found = SteeringMeeting.objects.filter(team=team).order_by("on", "pk")
    return [
        SteeringMeetingRow(f"{MEETING}:{pk}", on, state)
        for pk, on, state in found.values_list("pk", "on", "state")
    ]


def steering_attendance_rows(team: Team) -> list[SteeringPlaceRow]:
    """Every seat at every meeting that was held, agency by agency."""
    found = SteeringAttendance.objects.filter(meeting__team=team, meeting__state=MeetingState.HELD)
    in_order = found.order_by("seat__agency__name", "seat__body", "meeting__on", "pk")
    return [
        SteeringPlaceRow(
            key=f"{MEETING}:{meeting}",
            on=on,
            agency=agency_key(agency, body),
            seat_kind=kind,
            is_taken=presence != Presence.ABSENT,
        )
        for meeting, on, agency, body, kind, presence in in_order.values_list(
            "meeting_id",
            "meeting__on",
            "seat__agency_id",
            "seat__body",
            "seat__kind",
            "presence",
        )
    ]


def decision_rows(team: Team) -> list[DecisionRow]:
    """Every decision, in the order of the meetings."""
    found = Decision.objects.filter(team=team).order_by("meeting__on", "pk")
    return [
        DecisionRow(f"{DECISION}:{pk}", on, due_on, settled_on, state == DecisionState.DONE)
        for pk, on, due_on, settled_on, state in found.values_list(
            "pk", "meeting__on", "due_on", "settled_on", "state"
        )
    ]
