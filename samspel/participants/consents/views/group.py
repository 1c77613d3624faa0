"""The page where a whole start group is enrolled at once."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.accounts.actor import actor_of
from samspel.pages.today import now, today
from samspel.participants.consents.group_form import StartGroupForm
from samspel.participants.consents.start_group import (
    MOST,
    GroupRefusedError,
    enrol_start_group,
)
from samspel.participants.episode import Episode
from samspel.participants.queue.intake import intake_of
from samspel.participants.views.access import casework_teams, user_of
from samspel.participants.when import Step, may


def enrol_group(request: HttpRequest) -> HttpResponse:
    """Enrol those who were ticked in the queue: all of them, or nobody."""
    casework_teams(request)
    chosen = _chosen(request)
    day = today(request)
    episodes = [each for each in chosen if may(Step.ENROL, each.stage(day))]
    if not episodes:
        return _nobody_left(request, chosen)
    intake = intake_of(episodes[0].team, day)
    warnings = intake.warnings(more=len(episodes))
    form = StartGroupForm(
        request.POST if request.method == "POST" else None,
        team=episodes[0].team,
        episodes=episodes,
        warnings=warnings,
        today=day,
    )
    if form.is_valid() and _enrolled(request, form):
        return redirect("enrolments_to_complete")
    context = {
        "form": form,
        "team": episodes[0].team,
        "intake": intake,
        "warnings": warnings,
        "left_out": [each for each in chosen if each not in episodes],
    }
    return render(request, "consents/group.html", context)


def _enrolled(request: HttpRequest, form: StartGroupForm) -> bool:
    try:
        done = enrol_start_group(
            beginners=form.beginners(),
            enrolled_on=form.cleaned_data["enrolled_on"],
            meeting=form.meeting(),
            today=today(request),
            now=now(request),
            by=actor_of(request),
        )
    except GroupRefusedError as refused:
        form.refuse(refused.sentences)
        return False
    text = ngettext(
        "%(number)s person is enrolled. Go through what is still to complete, one by one.",
        "%(number)s persons are enrolled. Go through what is still to complete, one by one.",
        len(done),
    )
    messages.success(request, text % {"number": len(done)})
    return True


def _chosen(request: HttpRequest) -> Sequence[Episode]:
    """Those who were ticked, of those whom the user may see; all of one team."""
    sent = request.POST if request.method == "POST" else request.GET
    ids = [pk for pk in map(_id, sent.getlist("case")[:MOST]) if pk is not None]
    seen = Episode.objects.visible_to(user_of(request)).filter(pk__in=ids)
    chosen = list(
        seen.select_related("team", "participant", "coach").order_by("participant__sort_key", "pk")
    )
    if len({each.team_id for each in chosen}) > 1:
        raise Http404
    return chosen


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _nobody_left(request: HttpRequest, chosen: Sequence[Episode]) -> HttpResponse:
    """Nobody was ticked, or the same was sent twice and they are enrolled already."""
    if not chosen:
        messages.warning(request, _("Tick in the queue who is to begin."))
        return redirect("queue")
    messages.warning(request, _("Those whom you chose have been enrolled already."))
    return redirect("enrolments_to_complete")
