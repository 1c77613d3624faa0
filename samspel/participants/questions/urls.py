"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.questions import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("teams/<slug:slug>/questions/", views.questions, name="questions"),
    path("teams/<slug:slug>/questions/<slug:form>/new/", views.question_new, name="question_new"),
    path(
        "teams/<slug:slug>/questions/<slug:form>/starter/",
        views.questions_starter,
        name="questions_starter",
    ),
    path("questions/<int:question_id>/", views.question, name="question"),
    path("questions/<int:question_id>/place/", views.question_place, name="question_place"),
]
