"""The suggestion box as staff sees it: the list, one suggestion, the answer, and the print."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.ideas import lists, suggesting
from samspel.participants.ideas.box_forms import AnswerForm, AsideForm, SuggestionForm
from samspel.participants.ideas.forgetting import KEPT
from samspel.participants.ideas.on_the_wall import answered
from samspel.participants.ideas.suggestion import SuggestionState
from samspel.participants.ideas.views.access import choose_team, pressed, suggestion_for
from samspel.participants.views.access import casework_teams, chosen_team, open_teams


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """The suggestions to the user's teams."""
    teams, day = casework_teams(request), today(request)
    listing = Listing(
        request.GET,
        path=reverse("suggestions"),
        columns=lists.with_team(teams, lists.SUGGESTION_COLUMNS),
        filters=lists.suggestion_filters(teams),
        sort="left",
    )
    found = lists.suggestions_of(teams, listing.chosen)
    context = {
        "listing": listing,
        "rows": lists.suggestion_lines(listing.take(found), teams, day),
        "with_team": len(teams) > 1,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "ideas/suggestions.html", "ideas/suggestions_part.html", context)


def suggestion_new(request: HttpRequest) -> HttpResponse:
    """Write in what somebody told or left on paper."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("Write a suggestion in"))
    form = SuggestionForm(
        request.POST if request.method == "POST" else None, initial={"number": uuid4()}
    )
    if form.is_valid():
        made = form.carry_out(
            suggesting.leave_suggestion,
            team=team,
            today=today(request),
            by=actor_of(request),
            **form.cleaned_data,
        )
        if made is not None:
            messages.success(request, _("The suggestion is in the box."))
            return redirect("suggestion", made.pk)
    context = {
        "form": form,
        "team": team,
        "heading": _("Write a suggestion in"),
        "button": _("Save"),
        "back_url": reverse("suggestions"),
    }
    return render(request, "ideas/box_form.html", context)


def suggestion(request: HttpRequest, suggestion_id: UUID) -> HttpResponse:
    """One suggestion, and the form to answer it in the open."""
    found = suggestion_for(request, suggestion_id)
    form = AnswerForm(request.POST if request.method == "POST" else None, suggestion=found)
    if form.is_valid() and form.carry_out(
        suggesting.answer,
        suggestion=found,
        wall_text=form.cleaned_data["wall_text"],
        answer=form.cleaned_data["answer"],
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The answer stands on the wall."))
        return redirect("suggestion", found.pk)
    is_late = found.is_late(today(request))
    context = {
        "suggestion": found,
        "form": form,
        "state": found.state,
        "mark": "is-due" if is_late else lists.SUGGESTION_MARKS[found.state],
        "is_aside": found.state == SuggestionState.ASIDE,
        "is_answered": found.state == SuggestionState.ANSWERED,
        "kept_days": KEPT.days,
    }
    return render(request, "ideas/suggestion.html", context)


def suggestion_put_aside(request: HttpRequest, suggestion_id: UUID) -> HttpResponse:
    """Keep a suggestion from the wall, with the reason."""
    found = suggestion_for(request, suggestion_id)
    form = AsideForm(request.POST if request.method == "POST" else None, suggestion=found)
    if form.is_valid() and form.carry_out(
        suggesting.put_aside,
        suggestion=found,
        because=form.cleaned_data["aside_because"],
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The suggestion is put aside."))
        return redirect("suggestion", found.pk)
    context = {
        "form": form,
        "team": found.team,
        "suggestion": found,
        "heading": _("Put the suggestion aside"),
        "lead": _("It is not shown on the wall. It is kept, and can be taken up again."),
        "button": _("Put aside"),
        "back_url": reverse("suggestion", args=[found.pk]),
    }
    return render(request, "ideas/box_form.html", context)


@require_POST
def suggestion_take_up(request: HttpRequest, suggestion_id: UUID) -> HttpResponse:
    """What was put aside stands among the others again."""
    found, by = suggestion_for(request, suggestion_id), actor_of(request)
    done = _("The suggestion stands among the others again.")
    pressed(request, suggesting.take_up_again, done, suggestion=found, by=by)
    return redirect("suggestion", found.pk)


@require_safe
def suggestions_print(request: HttpRequest) -> HttpResponse:
    """The suggestions with their answers on a sheet for the wall."""
    teams = casework_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("Print the answers"))
    day = today(request)
    context = {"team": team, "answered": answered(team, day), "today": day}
    return render(request, "ideas/suggestions_print.html", context)
