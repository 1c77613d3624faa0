"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.notes import beside_views, views

_CASE = "participants/cases/<uuid:episode_id>"
_DRAFT = f"{_CASE}/notes/<uuid:note_id>"
_NOTE = "participants/notes/<uuid:note_id>"

urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{_CASE}/notes/new/", views.new, name="note_new"),
    path(f"{_DRAFT}/save/", views.save, name="note_save"),
    path(f"{_DRAFT}/sign/", views.sign, name="note_sign"),
    path(f"{_DRAFT}/throw/", views.throw_away, name="note_throw"),
    path(f"{_NOTE}/", views.note, name="note"),
    path(f"{_NOTE}/take-back/", views.take_back, name="note_take_back"),
    path(f"{_NOTE}/correct/", beside_views.correct, name="note_correct"),
    path(f"{_CASE}/objections/new/", beside_views.objection, name="objection_new"),
    path(
        f"{_NOTE}/objections/new/",
        beside_views.objection_to_note,
        name="objection_new",
    ),
]
