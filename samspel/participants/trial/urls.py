"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.trial import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("participants/cases/<uuid:episode_id>/came/", views.came_today, name="trial_came"),
    path("participants/cases/<uuid:episode_id>/trial/", views.decide, name="trial_decide"),
]
