"""Specifications of the steering group: seats, meetings, attendance and decisions."""

from datetime import date

from samspel.figures.steering import (
    CANCELLED,
    HELD,
    PLANNED,
    Days,
    DecisionRow,
    SeatRow,
    SteeringMeetingRow,
    SteeringPlaceRow,
)
from tests.spec.resource_table import ResourceSpec, Rows

YEAR = "2024"
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
BEFORE, AFTER = date(2023, 12, 31), date(2025, 1, 1)
MAY, JUNE = date(2024, 5, 6), date(2024, 6, 3)
FK, AF, SCHOOL = "5", "6", "body-folkhogskolan"
"""Two agencies by their ids, and another body by its name."""
EVER = Days(BEFORE, None)

_SEATS: Rows = {
    SeatRow("seat:1", FK, "member", BEFORE, None, (EVER,)): "held all the time",
    SeatRow("seat:2", FK, "substitute", BEFORE, None): "never held: vacant",
    SeatRow("seat:3", AF, "member", BEFORE, None, (Days(BEFORE, LAST),)): (
        "the holder's last day is the last day of the period: held"
    ),
    SeatRow("seat:4", AF, "member", FIRST, None, (Days(FIRST, MAY), Days(AFTER, None))): (
        "held until May and again from the day after: vacant on the last day"
    ),
    SeatRow("seat:5", SCHOOL, "adjunct", LAST, LAST, (Days(LAST, LAST),)): (
        "there for one day, the last one"
    ),
    SeatRow("seat:6", SCHOOL, "rapporteur", BEFORE, date(2024, 12, 30), (EVER,)): (
        "ended the day before the last"
    ),
    SeatRow("seat:7", FK, "member", AFTER, None, (Days(AFTER, None),)): "begins the day after",
}
_MEETINGS: Rows = {
    SteeringMeetingRow("steering_meeting:1", BEFORE, HELD): "the day before the period",
    SteeringMeetingRow("steering_meeting:2", FIRST, HELD): "the first day",
    SteeringMeetingRow("steering_meeting:3", MAY, CANCELLED): "cancelled",
    SteeringMeetingRow("steering_meeting:4", JUNE, PLANNED): "nobody has noted who came",
    SteeringMeetingRow("steering_meeting:5", LAST, HELD): "the last day",
    SteeringMeetingRow("steering_meeting:6", AFTER, HELD): "the day after",
}
_PLACES: Rows = {
    SteeringPlaceRow("steering_meeting:2", FIRST, FK, "member", True): "the member came",
    SteeringPlaceRow("steering_meeting:2", FIRST, AF, "member", True): (
        "somebody came in the member's stead"
    ),
    SteeringPlaceRow("steering_meeting:2", FIRST, FK, "substitute", True): (
        "a substitute beside the member: no place of its own"
    ),
    SteeringPlaceRow("steering_meeting:5", LAST, FK, "member", True): "the member came",
    SteeringPlaceRow("steering_meeting:5", LAST, AF, "member", False): (
        "nobody came, or the seat stood vacant"
    ),
    SteeringPlaceRow("steering_meeting:5", LAST, SCHOOL, "adjunct", True): "an adjunct",
    SteeringPlaceRow("steering_meeting:6", AFTER, AF, "member", True): "the day after the period",
}
_DECISIONS: Rows = {
    DecisionRow("decision:1", BEFORE, None, FIRST, True): "taken before, done on the first day",
    DecisionRow("decision:2", FIRST, MAY, None, False): "taken on the first day, due in May: late",
    DecisionRow("decision:3", FIRST, LAST, None, False): "due on the last day: not late yet",
    DecisionRow("decision:4", MAY, JUNE, AFTER, True): "done the day after the period: late then",
    DecisionRow("decision:5", LAST, None, None, False): "taken on the last day, without a due date",
    DecisionRow("decision:6", MAY, JUNE, LAST, False): "dropped on the last day",
    DecisionRow("decision:7", AFTER, None, None, False): "taken the day after the period",
}

STEERING_SPECS: tuple[ResourceSpec, ...] = (
    ResourceSpec(
        "steering_seats",
        "seats on the last day, held or vacant",
        YEAR,
        {"steering_seats": _SEATS},
        """
        steering_seats = 5: seats 1 to 5
        steering_seats.agency.6 = 2: seats 3 and 4
        steering_seats.seat_kind.member = 3: seats 1, 3 and 4
        steering_seats.seat_kind.rapporteur = 0: ended the day before
        """,
        ("seat:1", "seat:2", "seat:3", "seat:4", "seat:5"),
    ),
    ResourceSpec(
        "seat_kind",
        "ordinary members, substitutes, adjuncts and rapporteurs",
        YEAR,
        {"steering_seats": _SEATS},
        """
        steering_seats.seat_kind.substitute = 1: seat 2
        steering_seats.seat_kind.adjunct = 1: seat 5
        steering_seats_vacant.seat_kind.member = 1: seat 4
        """,
    ),
    ResourceSpec(
        "steering_seats_vacant",
        "seats that nobody holds on the last day",
        YEAR,
        {"steering_seats": _SEATS},
        """
        steering_seats_vacant = 2: seats 2 and 4
        steering_seats_vacant.share = 40%: 2 of 5
        steering_seats_vacant.agency.5 = 1: seat 2
        steering_seats_vacant@2025-01-01..2025-01-01 = 2: seats 2 and 3; seat 4 is held again
        """,
        ("seat:2", "seat:4"),
    ),
    ResourceSpec(
        "steering_meetings_held",
        "meetings of which it is noted who came",
        YEAR,
        {"steering_meetings": _MEETINGS},
        """
        steering_meetings_held = 2: the first and the last day
        steering_meetings_held@2023 = 1: the day before the period
        """,
        ("steering_meeting:2", "steering_meeting:5"),
    ),
    ResourceSpec(
        "steering_meetings_cancelled",
        "meetings that were cancelled",
        YEAR,
        {"steering_meetings": _MEETINGS},
        """
        steering_meetings_cancelled = 1: the one in May
        steering_meetings_cancelled@2025 = 0: none
        """,
        ("steering_meeting:3",),
    ),
    ResourceSpec(
        "steering_places",
        "the seats of ordinary members at the meetings held",
        YEAR,
        {"steering_attendance": _PLACES},
        """
        steering_places = 4: two members at two meetings
        steering_places.agency.6 = 2: at both meetings
        steering_places.agency.body-folkhogskolan = 0: an adjunct has no place
        """,
        ("steering_meeting:2", "steering_meeting:5"),
    ),
    ResourceSpec(
        "steering_attended",
        "places that were taken, by the member or instead of the member",
        YEAR,
        {"steering_attendance": _PLACES},
        """
        steering_attended = 3: both at the first meeting, one at the last
        steering_attended.agency.5 = 2: came both times; the substitute beside adds nothing
        steering_attended.agency.6 = 1: somebody came instead at the first meeting
        steering_attended.share = 75%: 3 of 4
        """,
        ("steering_meeting:2", "steering_meeting:5"),
    ),
    ResourceSpec(
        "steering_attendance",
        "the share of places taken, by agency and year",
        YEAR,
        {"steering_attendance": _PLACES},
        """
        steering_attendance = 75%: 3 of 4
        steering_attendance.agency.5 = 100%: 2 of 2
        steering_attendance.agency.6 = 50%: 1 of 2
        steering_attendance.agency.6@2025 = 100%: 1 of 1
        steering_attendance@2022 = –: no meeting was held
        """,
    ),
    ResourceSpec(
        "steering_decisions_taken",
        "decisions of the period's meetings",
        YEAR,
        {"steering_decisions": _DECISIONS},
        """
        steering_decisions_taken = 5: decisions 2 to 6
        steering_decisions_taken@2023 = 1: decision 1
        """,
        ("decision:2", "decision:3", "decision:4", "decision:5", "decision:6"),
    ),
    ResourceSpec(
        "steering_decisions_done",
        "decisions carried out in the period",
        YEAR,
        {"steering_decisions": _DECISIONS},
        """
        steering_decisions_done = 1: decision 1; decision 6 was dropped
        """,
        ("decision:1",),
    ),
    ResourceSpec(
        "steering_decisions_open",
        "decisions that are left on the last day",
        YEAR,
        {"steering_decisions": _DECISIONS},
        """
        steering_decisions_open = 4: decisions 2, 3, 4 and 5
        """,
        ("decision:2", "decision:3", "decision:4", "decision:5"),
    ),
    ResourceSpec(
        "steering_decisions_overdue",
        "decisions that should have been carried out before the last day",
        YEAR,
        {"steering_decisions": _DECISIONS},
        """
        steering_decisions_overdue = 2: decisions 2 and 4
        steering_decisions_overdue.share = 50%: 2 of 4
        """,
        ("decision:2", "decision:4"),
    ),
)
