"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.attendance.views import day, paper, session, taps

_SESSION = "attendance/sessions/<uuid:session_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("attendance/", day.attendance, name="attendance"),
    path("attendance/taps/", taps.taps, name="taps"),
    path("attendance/<uuid:episode_id>/", day.attend, name="attend"),
    path("attendance/groups/<uuid:group_id>/", paper.group_month, name="group_month"),
    path(
        "attendance/groups/<uuid:group_id>/month.pdf", paper.group_month_pdf, name="group_month_pdf"
    ),
    path(f"{_SESSION}paper/", paper.session_paper_page, name="session_paper"),
    path(f"{_SESSION}paper/sheet.pdf", paper.session_pdf, name="session_pdf"),
    path(_SESSION, session.session_sheet, name="session_sheet"),
    path(f"{_SESSION}all/", session.session_all_present, name="session_all_present"),
    path(f"{_SESSION}guests/", session.session_guests, name="session_guests"),
    path(f"{_SESSION}unknown/<int:team_id>/", session.session_unknown, name="session_unknown"),
    path(f"{_SESSION}taps/<uuid:tap_id>/", session.session_settle, name="session_settle"),
    path(f"{_SESSION}<uuid:episode_id>/back/", session.session_take_back, name="session_take_back"),
    path(f"{_SESSION}<uuid:episode_id>/", session.session_attend, name="session_attend"),
]
