"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.ideas.views import (
    ideas,
    planning,
    sign_ups,
    suggestions,
    wall,
    wall_link,
)

_IDEA = "groups/ideas/<uuid:idea_id>/"
_SIGN_UP = "groups/ideas/sign-ups/<uuid:sign_up_id>/"
_BOX = "groups/suggestions/<uuid:suggestion_id>/"
_DAY = "groups/planning-days/<uuid:day_id>/"
_POSTED = "groups/wall/<slug:slug>/"
_WALL = "wall/<slug:token>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("groups/ideas/", ideas.idea_list, name="ideas"),
    path("groups/ideas/new/", ideas.idea_new, name="idea_new"),
    path(_IDEA, ideas.idea, name="idea"),
    path(f"{_IDEA}change/", ideas.idea_change, name="idea_change"),
    path(f"{_IDEA}close/", ideas.idea_close, name="idea_close"),
    path(f"{_IDEA}reopen/", ideas.idea_reopen, name="idea_reopen"),
    path(f"{_IDEA}group/", ideas.idea_group, name="idea_group"),
    path(f"{_IDEA}sign-up/", sign_ups.idea_sign_up, name="idea_sign_up"),
    path(f"{_IDEA}sign-ups/remove/", sign_ups.sign_ups_remove, name="sign_ups_remove"),
    path(f"{_SIGN_UP}who/", sign_ups.sign_up_match, name="sign_up_match"),
    path(f"{_SIGN_UP}remove/", sign_ups.sign_up_remove, name="sign_up_remove"),
    path("groups/suggestions/", suggestions.suggestions, name="suggestions"),
    path("groups/suggestions/new/", suggestions.suggestion_new, name="suggestion_new"),
    path("groups/suggestions/print/", suggestions.suggestions_print, name="suggestions_print"),
    path(_BOX, suggestions.suggestion, name="suggestion"),
    path(f"{_BOX}put-aside/", suggestions.suggestion_put_aside, name="suggestion_put_aside"),
    path(f"{_BOX}take-up/", suggestions.suggestion_take_up, name="suggestion_take_up"),
    path("groups/planning-days/", planning.planning_days, name="planning_days"),
    path("groups/planning-days/new/", planning.planning_day_new, name="planning_day_new"),
    path(_DAY, planning.planning_day, name="planning_day"),
    path(f"{_DAY}change/", planning.planning_day_change, name="planning_day_change"),
    path(
        "groups/planning-days/raised/<uuid:raised_id>/",
        planning.raised_change,
        name="raised_change",
    ),
    path("groups/wall/", wall_link.wall_link, name="wall_link"),
    path(f"{_POSTED}open/", wall_link.wall_open, name="wall_open"),
    path(f"{_POSTED}keep/", wall_link.wall_keep, name="wall_keep"),
    path(f"{_POSTED}close/", wall_link.wall_close, name="wall_close"),
    path(f"{_POSTED}poster/", wall_link.wall_poster, name="wall_poster"),
    path(_WALL, wall.wall, name="wall"),
    path(f"{_WALL}ideas/<uuid:idea_id>/", wall.wall_idea, name="wall_idea"),
    path(f"{_WALL}propose/", wall.wall_propose, name="wall_propose"),
    path(f"{_WALL}suggest/", wall.wall_suggest, name="wall_suggest"),
    path(f"{_WALL}take-back/", wall.wall_take_back, name="wall_take_back"),
]
