"""The pages of teams, under ``teams/``; the administrator's are in `settings_urls`."""

from django.urls import URLPattern, URLResolver, path

from samspel.organisation import bodies, teams

urlpatterns: list[URLPattern | URLResolver] = [
    path("", teams.teams, name="teams"),
    path("new/", bodies.team_new, name="team_new"),
    path("<int:pk>/change/", bodies.team_change, name="team_change"),
    path("<slug:slug>/", teams.team, name="team"),
    path("<slug:slug>/settings/", teams.team_settings, name="team_settings"),
]
