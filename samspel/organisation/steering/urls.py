"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.organisation.steering.views import agenda, meetings, minutes, seats

_GROUP = "<slug:slug>/steering/"
_MEETING = f"{_GROUP}meetings/<int:pk>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(_GROUP, seats.steering, name="steering"),
    path(f"{_GROUP}seats/new/", seats.seat_new, name="seat_new"),
    path(f"{_GROUP}seats/<int:pk>/", seats.seat, name="seat"),
    path(f"{_GROUP}seats/<int:pk>/change/", seats.seat_change, name="seat_change"),
    path(f"{_GROUP}seats/<int:pk>/remove/", seats.seat_remove, name="seat_remove"),
    path(f"{_GROUP}seats/<int:pk>/take/", seats.holder_new, name="seat_holder_new"),
    path(f"{_GROUP}holders/<int:pk>/", seats.holder_change, name="seat_holder_change"),
    path(f"{_GROUP}holders/<int:pk>/remove/", seats.holder_remove, name="seat_holder_remove"),
    path(f"{_GROUP}meetings/", meetings.steering_meetings, name="steering_meetings"),
    path(f"{_GROUP}meetings/new/", meetings.meeting_new, name="steering_meeting_new"),
    path(_MEETING, meetings.steering_meeting, name="steering_meeting"),
    path(f"{_MEETING}change/", meetings.meeting_change, name="steering_meeting_change"),
    path(f"{_MEETING}cancel/", meetings.meeting_cancel, name="steering_meeting_cancel"),
    path(f"{_MEETING}came/", meetings.attendance, name="steering_attendance"),
    path(
        f"{_MEETING}agenda.pdf",
        meetings.meeting_pdf,
        {"what": "agenda"},
        name="steering_agenda_pdf",
    ),
    path(
        f"{_MEETING}minutes.pdf",
        meetings.meeting_pdf,
        {"what": "minutes"},
        name="steering_minutes_pdf",
    ),
    path(f"{_MEETING}points/new/", agenda.point_new, name="agenda_point_new"),
    path(f"{_MEETING}points/send/", agenda.point_send, name="point_send"),
    path(f"{_GROUP}points/<int:pk>/", agenda.point_change, name="agenda_point_change"),
    path(f"{_GROUP}points/<int:pk>/move/", agenda.point_move, name="agenda_point_move"),
    path(f"{_GROUP}sent/<int:pk>/", agenda.point_answer, name="point_answer"),
    path(f"{_MEETING}minutes/", minutes.minutes_write, name="minutes_write"),
    path(f"{_MEETING}minutes/adjust/", minutes.minutes_adjust, name="minutes_adjust"),
    path(f"{_MEETING}minutes/throw-away/", minutes.minutes_throw_away, name="minutes_throw_away"),
    path(f"{_MEETING}decisions/new/", minutes.decision_new, name="decision_new"),
    path(f"{_GROUP}decisions/", minutes.steering_decisions, name="steering_decisions"),
    path(f"{_GROUP}decisions/<int:pk>/", minutes.decision_change, name="decision_change"),
]
