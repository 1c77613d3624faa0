"""Scaling questions: the small page that is answered in a minute, and the lines over time."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.episode import Episode
from samspel.participants.plans.curves import curves_of
from samspel.participants.plans.drawing import Drawn, drawn
from samspel.participants.plans.scale import Scale, ScalePoint
from samspel.participants.plans.scale_forms import OwnScaleForm, ScalesForm
from samspel.participants.plans.scaling import add_scale, answer_scales, ask_scale, asked_in
from samspel.participants.views.access import episode_for, not_now, user_of
from samspel.participants.when import Step, may


@require_http_methods(["GET", "HEAD", "POST"])
def scales(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The lines over time, and the questions of the person's own, to which one can be added."""
    episode = episode_for(request, episode_id)
    is_sent = request.method == "POST"
    if is_sent and (refused := not_now(request, episode, Step.PLAN)):
        return refused
    form = OwnScaleForm(request.POST if is_sent else None)
    if form.is_valid() and form.carry_out(
        add_scale,
        episode=episode,
        text=form.cleaned_data["text"],
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The question is added."))
        return redirect("scales", episode.pk)
    lines: list[Drawn] = [drawn(each) for each in curves_of(episode)]
    context = {
        "episode": episode,
        "person": episode.participant,
        "form": form,
        "lines": lines,
        "own": Scale.objects.filter(episode=episode, question=None).order_by("place", "pk"),
        "may_plan": may(Step.PLAN, episode.stage(today(request))),
    }
    return render(request, "plans/scales.html", context)


@require_POST
def scale_asked(request: HttpRequest, scale_id: UUID) -> HttpResponse:
    """Ask one of the person's own questions no more, or again."""
    seen = Episode.objects.visible_to(user_of(request))
    scale = get_object_or_404(Scale.objects.filter(episode__in=seen.values("pk")), pk=scale_id)
    scale.episode = episode_for(request, scale.episode_id)
    if refused := not_now(request, scale.episode, Step.PLAN):
        return refused
    is_asked = request.POST.get("asked") == "yes"
    ask_scale(scale=scale, is_asked=is_asked, today=today(request), by=actor_of(request))
    return redirect("scales", scale.episode_id)


@require_http_methods(["GET", "HEAD", "POST"])
def scale_answer(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Every question that is asked, answered by one tap each."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.PLAN):
        return refused
    day = today(request)
    asked = asked_in(episode)
    given = _given(episode, day)
    before = {each.name: given[each.text] for each in asked if each.text in given}
    data = request.POST if request.method == "POST" else None
    form = ScalesForm(data, asked=asked, before=before, today=day)
    if form.is_valid():
        told = {"episode": episode, "on": form.cleaned_data["on"], "values": form.values()}
        if form.carry_out(answer_scales, **told, today=day, by=actor_of(request)) is not None:
            messages.success(request, _("The answers are saved."))
            return redirect("scales", episode.pk)
    context: dict[str, Any] = {"episode": episode, "person": episode.participant}
    return render(request, "plans/scale_answer.html", context | {"form": form, "asked": asked})


def _given(episode: Episode, on: date) -> dict[str, int]:
    """What was answered on a day, by the words of the question."""
    points = ScalePoint.objects.filter(scale__episode=episode, on=on)
    return dict(points.values_list("scale__text", "value"))
