"""Rows of the steering group: read by all who may see the organisation, kept by the leader."""

from tests.about_the_code.url_rows.row import FIGURES, LEADER, TEAM, Row

_SEAT = TEAM | {"pk": "seat"}
_HOLDER = TEAM | {"pk": "seat_holder"}
_MEETING = TEAM | {"pk": "steering_meeting"}
_AHEAD = TEAM | {"pk": "steering_meeting_ahead"}
_POINT = TEAM | {"pk": "agenda_point"}

STEERING = [
    Row("steering", FIGURES, 200, 405, args=TEAM),
    Row("seat_new", LEADER, 200, 200, args=TEAM),
    Row("seat", FIGURES, 200, 405, args=_SEAT),
    Row("seat_change", LEADER, 200, 200, args=_SEAT),
    Row("seat_remove", LEADER, 405, 302, args=_SEAT),
    Row("seat_holder_new", LEADER, 200, 200, args=_SEAT),
    Row("seat_holder_change", LEADER, 200, 200, args=_HOLDER),
    Row("seat_holder_remove", LEADER, 405, 302, args=_HOLDER),
    Row("steering_meetings", FIGURES, 200, 405, args=TEAM),
    Row("steering_meeting_new", LEADER, 200, 200, args=TEAM),
    Row("steering_meeting", FIGURES, 200, 405, args=_MEETING),
    Row("steering_meeting_change", LEADER, 200, 200, args=_MEETING),
    Row("steering_meeting_cancel", LEADER, 200, 200, args=_AHEAD),
    Row("steering_attendance", LEADER, 200, 200, args=_MEETING),
    Row("steering_agenda_pdf", FIGURES, 200, 405, args=_AHEAD),
    Row("steering_minutes_pdf", FIGURES, 200, 405, args=_MEETING),
    Row("agenda_point_new", LEADER, 200, 200, args=_AHEAD),
    Row("point_send", FIGURES, 200, 200, args=_AHEAD),
    Row("agenda_point_change", LEADER, 200, 200, args=_POINT),
    Row("agenda_point_move", LEADER, 405, 302, args=_POINT),
    Row("point_answer", LEADER, 200, 200, args=TEAM | {"pk": "sent_point"}),
    Row("minutes_write", LEADER, 200, 200, args=_MEETING),
    Row("minutes_adjust", LEADER, 200, 200, args=_MEETING),
    Row("minutes_throw_away", LEADER, 405, 302, args=_MEETING),
    Row("decision_new", LEADER, 200, 200, args=_MEETING),
    Row("steering_decisions", FIGURES, 200, 405, args=TEAM),
    Row("decision_change", LEADER, 200, 200, args=TEAM | {"pk": "decision"}),
]
