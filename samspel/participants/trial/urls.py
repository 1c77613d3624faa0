"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.trial import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("attendance/", views.attendance, name="attendance"),
    path("attendance/<uuid:episode_id>/", views.attend, name="attend"),
    path("participants/cases/<uuid:episode_id>/trial/", views.decide, name="trial_decide"),
]
