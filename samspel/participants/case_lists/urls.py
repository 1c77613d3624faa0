"""The pages of this part; each address begins with the team and its meeting."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.case_lists import views

_CASES = "teams/<slug:slug>/methods/meetings/<int:pk>/cases/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(_CASES, views.meeting_cases, name="meeting_cases"),
    path(f"{_CASES}for/<int:agency_pk>/", views.agency_cases, name="meeting_cases_agency"),
    path(f"{_CASES}for/<int:agency_pk>/give/", views.give, name="meeting_cases_give"),
    path(f"{_CASES}<int:case_pk>/move/", views.move, name="meeting_case_move"),
    path(f"{_CASES}<int:case_pk>/take-off/", views.take_off, name="meeting_case_take_off"),
]
