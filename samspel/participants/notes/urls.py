"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.notes import beside_views, views

_DRAFT = "cases/<uuid:episode_id>/notes/<uuid:note_id>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("cases/<uuid:episode_id>/notes/new/", views.new, name="note_new"),
    path(f"{_DRAFT}/save/", views.save, name="note_save"),
    path(f"{_DRAFT}/sign/", views.sign, name="note_sign"),
    path(f"{_DRAFT}/throw/", views.throw_away, name="note_throw"),
    path("notes/<uuid:note_id>/", views.note, name="note"),
    path("notes/<uuid:note_id>/take-back/", views.take_back, name="note_take_back"),
    path("notes/<uuid:note_id>/correct/", beside_views.correct, name="note_correct"),
    path("cases/<uuid:episode_id>/objections/new/", beside_views.objection, name="objection_new"),
    path(
        "notes/<uuid:note_id>/objections/new/",
        beside_views.objection_to_note,
        name="objection_new",
    ),
]
