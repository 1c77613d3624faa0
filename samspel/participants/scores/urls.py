"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.scores.views import case, lists, settings

_CASE = "participants/cases/<uuid:episode_id>/scores/"
_SCORE = "participants/scores/<uuid:score_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("scores/", lists.scores, name="scores"),
    path("scores/<slug:slug>/licence/", settings.score_licence, name="score_licence"),
    path(
        "scores/<slug:slug>/licence/withdraw/",
        settings.score_licence_withdraw,
        name="score_licence_withdraw",
    ),
    path("scores/<slug:slug>/limits/", settings.score_limits, name="score_limits"),
    path(_CASE, case.scores_of, name="scores_of"),
    path(f"{_CASE}<slug:instrument>/new/", case.score_new, name="score_new"),
    path(f"{_SCORE}correct/", case.score_correct, name="score_correct"),
    path(f"{_SCORE}take-back/", case.score_take_back, name="score_take_back"),
]
