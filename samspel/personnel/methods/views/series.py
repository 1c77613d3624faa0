"""Series of team meetings: beginning and changing one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.personnel.methods import keeping_series
from samspel.personnel.methods.forms.meeting import ChangeSeriesForm, SeriesForm
from samspel.personnel.methods.laying_out import left_out
from samspel.personnel.methods.series import TeamMeetingSeries
from samspel.personnel.methods.views.forms import done, form_page, posted, seen_version
from samspel.records.versions import ChangedMeanwhileError


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a series."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    form = SeriesForm(posted(request), team=team)
    if form.is_valid() and form.carry_out(
        keeping_series.add_series,
        team=team,
        plan=form.plan(),
        today=today(request),
        by=actor_of(request),
    ):
        return done(request, _("The meetings are laid out."), "working_methods", team.slug)
    lead = _("The meetings are laid out some weeks ahead, none of them on a public holiday.")
    back = reverse("working_methods", args=[team.slug])
    return form_page(request, team, form, _("Meet regularly"), back=back, lead=lead)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a series, or end it."""
    team, series = _kept(request, slug, pk)
    day = today(request)
    form = ChangeSeriesForm(posted(request), series=series)
    if form.is_valid() and form.carry_out(
        keeping_series.change_series,
        series=series,
        plan=form.plan(),
        today=day,
        by=actor_of(request),
    ):
        return done(request, _("The meetings are laid out anew."), "working_methods", team.slug)
    lead = _(
        "What has been stays as it was. Meetings ahead of which nothing is recorded are laid out "
        "anew. After a last day there are none, apart from those of which something is recorded."
    )
    back = reverse("working_methods", args=[team.slug])
    more = {"lead": lead, "left_out": left_out(series, day), "series": series}
    return form_page(request, team, form, _("Change the meetings"), back=back, **more)


@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove a series that was entered by mistake."""
    team, series = _kept(request, slug, pk)
    by = actor_of(request)
    try:
        keeping_series.remove_series(series=series, version=seen_version(request), by=by)
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed it. Look before you go on."))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        return done(request, _("The meetings are removed."), "working_methods", team.slug)
    return redirect("meeting_series", team.slug, series.pk)


def _kept(request: HttpRequest, slug: str, pk: int) -> tuple[Team, TeamMeetingSeries]:
    """The series, for somebody who may change it."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    found = TeamMeetingSeries.objects.filter(team=team).select_related("kind", "team")
    return team, get_object_or_404(found, pk=pk)
