"""The team leader's page: the agreement's own lines and the forms of wage subsidy."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team
from samspel.participants.placements import own_words
from samspel.participants.placements.agreement_words import (
    LONGEST_WORDS,
    AgreementWords,
    words_of,
)
from samspel.participants.placements.subsidy import SubsidyForm
from samspel.records.forms import ActionForm, RecordForm


def _lines(label: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(label=label, required=False, max_length=LONGEST_WORDS, widget=area)


class WordsForm(RecordForm):
    """The lines of the agreement that are the team's own."""

    insurance = _lines(lazy("Work environment and insurance"))
    secrecy = _lines(lazy("Secrecy"))

    def __init__(self, data: Any = None, *, words: AgreementWords) -> None:
        names = ("insurance", "secrecy", "version")
        super().__init__(data, initial={name: getattr(words, name) for name in names})
        self.record = words


class SubsidyTitleForm(ActionForm):
    """A form of wage subsidy by its name."""

    title = forms.CharField(label=lazy("Name of the form of subsidy"), max_length=80)


def placement_settings(request: HttpRequest, slug: str) -> HttpResponse:
    """The lines of the agreement, to be written anew; beside them the forms of subsidy."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    words = words_of(team)
    form = WordsForm(request.POST if request.method == "POST" else None, words=words)
    if form.is_valid() and form.carry_out(
        own_words.save_words,
        team=team,
        insurance=form.cleaned_data["insurance"].strip(),
        secrecy=form.cleaned_data["secrecy"].strip(),
        by=actor_of(request),
    ):
        return _back(request, team, _("The agreement's words are saved."))
    return _page(request, team, form, SubsidyTitleForm())


@require_POST
def subsidy_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a form of subsidy."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    form = SubsidyTitleForm(request.POST)
    if form.is_valid() and form.carry_out(
        own_words.add_subsidy, team=team, title=form.cleaned_data["title"], by=actor_of(request)
    ):
        return _back(request, team, _("The form of subsidy is added."))
    return _page(request, team, WordsForm(words=words_of(team)), form)


@require_POST
def subsidy_starter(request: HttpRequest, slug: str) -> HttpResponse:
    """Take in the forms to begin with."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    taken = own_words.take_starter_set(team=team, by=actor_of(request))
    words = ngettext("%(count)d form is added.", "%(count)d forms are added.", taken)
    return _back(request, team, words % {"count": taken})


@require_POST
def subsidy_used(request: HttpRequest, subsidy_id: int) -> HttpResponse:
    """Use a form of subsidy no more, or again."""
    teams = Team.objects.where_user_may(user_or_404(request), Act.TEAM_SETTINGS)
    found = get_object_or_404(
        SubsidyForm.objects.select_related("team"), pk=subsidy_id, team__in=teams
    )
    is_used = request.POST.get("used") == "yes"
    own_words.use_subsidy(subsidy=found, is_used=is_used, by=actor_of(request))
    return redirect("placement_settings", found.team.slug)


def _page(
    request: HttpRequest, team: Team, form: WordsForm, subsidy_form: SubsidyTitleForm
) -> HttpResponse:
    subsidies = SubsidyForm.objects.filter(team=team).order_by("-is_used", "title", "pk")
    context = {"team": team, "form": form, "subsidy_form": subsidy_form, "subsidies": subsidies}
    return render(request, "placements/settings.html", context)


def _back(request: HttpRequest, team: Team, done: str) -> HttpResponseRedirect:
    messages.success(request, done)
    return redirect("placement_settings", team.slug)
