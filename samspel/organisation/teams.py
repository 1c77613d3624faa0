"""Pages about teams: which there are, one at a glance, and its settings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.figures.codes import OUTCOMES
from samspel.organisation import administration
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team
from samspel.organisation.team_settings import TeamSettingsForm
from samspel.pages.saving import saved


@require_safe
def teams(request: HttpRequest) -> HttpResponse:
    """The teams whose figures the user may see; an administrator sees the list of all.

    Who sees one team alone is led straight to it.
    """
    user = user_or_404(request)
    seen = Team.objects.where_user_may(user, Act.SEE_FIGURES)
    alone = [] if user.is_administrator else list(seen.values_list("slug", flat=True)[:2])
    if len(alone) == 1:
        return redirect("team", slug=alone[0])
    listed = Team.objects.all() if user.is_administrator else seen
    context = {
        "teams": listed.select_related("association", "host"),
        "open_to": set(seen.values_list("pk", flat=True)),
    }
    return render(request, "organisation/teams.html", context)


@require_safe
def team(request: HttpRequest, slug: str) -> HttpResponse:
    """One team at a glance: who works there, how it works, and the ways to its figures."""
    found = team_or_404(request, slug, Act.SEE_FIGURES)
    titles = {outcome.code: _(outcome.title) for outcome in OUTCOMES}
    members = found.memberships.filter(ended_on=None).select_related("user", "agency")
    user, here = user_or_404(request), Team.objects.filter(pk=found.pk)
    may = {act.value for act in Act if here.where_user_may(user, act).exists()}
    context = {
        "team": found,
        "members": members.order_by("role", "user__name"),
        "columns": [titles[code] for code in found.outcome_columns],
        "may": may,
        "is_one_of_several": Team.objects.where_user_may(user, Act.SEE_FIGURES).count() > 1,
    }
    return render(request, "organisation/team.html", context)


def team_settings(request: HttpRequest, slug: str) -> HttpResponse:
    """The team leader's page: columns, age bands, times, places, agencies, referrers."""
    found = team_or_404(request, slug, Act.TEAM_SETTINGS)
    form = TeamSettingsForm(request.POST or None, instance=found)
    by = actor_of(request)
    if request.method == "POST" and saved(
        form,
        lambda: administration.change_team_settings(
            by=by,
            team=form.changed_team(),
            agencies=form.cleaned_data["agencies"],
            referrers=form.referrers(),
            fields=form.changed_data,
        ),
    ):
        messages.success(request, _("The settings are saved."))
        return redirect("team", found.slug)
    return render(request, "organisation/team_settings.html", {"form": form, "team": found})
