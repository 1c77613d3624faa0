"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.plans.views import assessment, plan, scales

_CASE = "participants/cases/<uuid:episode_id>/"
_GOAL = "participants/goals/<uuid:goal_id>/"
_STEP = "participants/goals/steps/<uuid:step_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{_CASE}assessment/", assessment.assessment, name="assessment"),
    path(f"{_CASE}scales/", scales.scales, name="scales"),
    path(f"{_CASE}scales/answer/", scales.scale_answer, name="scale_answer"),
    path("participants/scales/<uuid:scale_id>/asked/", scales.scale_asked, name="scale_asked"),
    path(f"{_CASE}plan/", plan.plan, name="plan"),
    path(f"{_CASE}plan/goals/new/", plan.goal_new, name="goal_new"),
    path(f"{_GOAL}change/", plan.goal_change, name="goal_change"),
    path(f"{_GOAL}reached/", plan.goal_reached, name="goal_reached"),
    path(f"{_GOAL}steps/new/", plan.goal_step_new, name="goal_step_new"),
    path(f"{_STEP}change/", plan.goal_step_change, name="goal_step_change"),
    path(f"{_STEP}done/", plan.goal_step_done, name="goal_step_done"),
    path(f"{_STEP}move/", plan.goal_step_move, name="goal_step_move"),
]
