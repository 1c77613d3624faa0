"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.attendance.views import day

urlpatterns: list[URLPattern | URLResolver] = [
    path("attendance/", day.attendance, name="attendance"),
    path("attendance/<uuid:episode_id>/", day.attend, name="attend"),
]
