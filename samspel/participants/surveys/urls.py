"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.surveys import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("surveys/", views.surveys, name="surveys"),
    path("surveys/new/<slug:slug>/", views.survey_new, name="survey_new"),
    path("surveys/<uuid:survey_id>/", views.survey, name="survey"),
    path("surveys/<uuid:survey_id>/change/", views.survey_change, name="survey_change"),
    path("surveys/<uuid:survey_id>/invite/", views.survey_invite, name="survey_invite"),
    path("surveys/<uuid:survey_id>/results/", views.survey_results, name="survey_results"),
    path("surveys/answers/<uuid:invitation_id>/", views.survey_answer, name="survey_answer"),
    path(
        "surveys/answers/<uuid:invitation_id>/away/",
        views.invitation_away,
        name="invitation_away",
    ),
]
