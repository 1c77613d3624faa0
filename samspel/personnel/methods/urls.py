"""The pages of this part; each address begins with the team."""

from django.urls import URLPattern, URLResolver, path

from samspel.personnel.methods.views import areas, meetings, overview, series, sessions

_METHODS = "<slug:slug>/methods/"
_MEETING = f"{_METHODS}meetings/<int:pk>/"
_SESSION = f"{_METHODS}sessions/<int:pk>/"
_AREA = f"{_METHODS}areas/<int:pk>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(_METHODS, overview.working_methods, name="working_methods"),
    path(f"{_METHODS}meetings/", meetings.team_meetings, name="team_meetings"),
    path(f"{_METHODS}meetings/new/", meetings.new, name="team_meeting_new"),
    path(_MEETING, meetings.team_meeting, name="team_meeting"),
    path(f"{_MEETING}change/", meetings.change, name="team_meeting_change"),
    path(f"{_MEETING}cancel/", meetings.cancel, name="team_meeting_cancel"),
    path(f"{_MEETING}restore/", meetings.restore, name="team_meeting_restore"),
    path(f"{_MEETING}remove/", meetings.remove, name="team_meeting_remove"),
    path(f"{_MEETING}minutes/", meetings.minutes, name="team_meeting_minutes"),
    path(f"{_MEETING}agencies/<int:agency_pk>/", meetings.agency, name="team_meeting_agency"),
    path(f"{_METHODS}series/new/", series.new, name="meeting_series_new"),
    path(f"{_METHODS}series/<int:pk>/", series.change, name="meeting_series"),
    path(f"{_METHODS}series/<int:pk>/remove/", series.remove, name="meeting_series_remove"),
    path(f"{_METHODS}sessions/", sessions.staff_sessions, name="staff_sessions"),
    path(f"{_METHODS}sessions/new/", sessions.new, name="staff_session_new"),
    path(_SESSION, sessions.staff_session, name="staff_session"),
    path(f"{_SESSION}change/", sessions.change, name="staff_session_change"),
    path(f"{_SESSION}remove/", sessions.remove, name="staff_session_remove"),
    path(f"{_METHODS}areas/", areas.development_areas, name="development_areas"),
    path(f"{_METHODS}areas/new/", areas.new, name="development_area_new"),
    path(_AREA, areas.development_area, name="development_area"),
    path(f"{_AREA}change/", areas.change, name="development_area_change"),
    path(f"{_AREA}remove/", areas.remove, name="development_area_remove"),
    path(f"{_AREA}steps/<int:step_pk>/remove/", areas.take_back, name="development_step_remove"),
]
