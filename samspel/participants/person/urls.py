"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.person import take_home, views

_PLAN = "participants/cases/<uuid:episode_id>/plan/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("participants/<uuid:participant_id>/", views.participant, name="participant"),
    path(f"{_PLAN}print/", take_home.plan_print, name="plan_print"),
    path(f"{_PLAN}print/plan.pdf", take_home.plan_pdf, name="plan_pdf"),
]
