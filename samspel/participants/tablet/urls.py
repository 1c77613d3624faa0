"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.tablet import views

_CASE = "participants/cases/<uuid:episode_id>/scales/tablet/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(_CASE, views.tablet_code, name="tablet_code"),
    path(f"{_CASE}withdraw/", views.tablet_code_withdraw, name="tablet_code_withdraw"),
    path("tablet/", views.tablet, name="tablet"),
    path("tablet/thank-you/", views.tablet_thanks, name="tablet_thanks"),
    path("tablet/<slug:letters>/", views.tablet_answer, name="tablet_answer"),
]
