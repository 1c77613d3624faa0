"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.placements.views import (
    agreement,
    ending,
    hours,
    lists,
    matching,
    one,
    own_words,
)

_CASE = "participants/cases/<uuid:episode_id>/"
_ONE = "placements/<uuid:placement_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("placements/", lists.placements, name="placements"),
    path("placements/matching/", matching.placement_matching, name="placement_matching"),
    path("placements/tasks/<uuid:task_id>/", matching.task_people, name="task_people"),
    path(f"{_CASE}placements/", one.placements_of, name="placements_of"),
    path(f"{_CASE}placements/new/", one.placement_new, name="placement_new"),
    path(f"{_CASE}placements/match/", matching.placement_match, name="placement_match"),
    path(f"{_CASE}placements/readiness/", matching.readiness, name="readiness"),
    path(_ONE, one.placement, name="placement"),
    path(f"{_ONE}change/", one.placement_change, name="placement_change"),
    path(f"{_ONE}ladder/", hours.placement_ladder, name="placement_ladder"),
    path(f"{_ONE}weeks/", hours.placement_weeks, name="placement_weeks"),
    path(f"{_ONE}end/", ending.placement_end, name="placement_end"),
    path(f"{_ONE}call-off/", ending.placement_call_off, name="placement_call_off"),
    path(f"{_ONE}take-up/", ending.placement_take_up, name="placement_take_up"),
    path(f"{_ONE}follow-ups/new/", ending.placement_follow_up_new, name="placement_follow_up_new"),
    path(
        "placements/follow-ups/<uuid:follow_up_id>/",
        ending.placement_follow_up,
        name="placement_follow_up",
    ),
    path(
        f"{_ONE}agreement.<slug:ending>", agreement.placement_agreement, name="placement_agreement"
    ),
    path("teams/<slug:slug>/placements/", own_words.placement_settings, name="placement_settings"),
    path("teams/<slug:slug>/subsidies/add/", own_words.subsidy_add, name="subsidy_add"),
    path("teams/<slug:slug>/subsidies/starter/", own_words.subsidy_starter, name="subsidy_starter"),
    path("teams/subsidies/<int:subsidy_id>/used/", own_words.subsidy_used, name="subsidy_used"),
]
