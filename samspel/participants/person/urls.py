"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.person import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("participants/<uuid:participant_id>/", views.participant, name="participant"),
]
