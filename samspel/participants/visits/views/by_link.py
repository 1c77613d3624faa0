"""Pages for caseworkers without an account: booking a visit, moving it, cancelling it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samspel.accounts.actor import Actor, address_of
from samspel.pages.today import now, today
from samspel.participants.links.link import Link, LinkState, Purpose
from samspel.participants.links.pages import opened_by_link
from samspel.participants.links.tokens import LinkRefused
from samspel.participants.referrers import referrer_titles
from samspel.participants.visits import booking
from samspel.participants.visits.forms.booking import MoveForm, OpenBookingForm
from samspel.participants.visits.mails import own_page
from samspel.participants.visits.occasions import free_occasions
from samspel.participants.visits.views.access import booked_before
from samspel.participants.visits.visit import Came, Visit


@never_cache
@opened_by_link(Purpose.BOOK_VISIT)
def book(request: HttpRequest, link: Link) -> HttpResponse:
    """The team's free times of the next weeks, and who refers."""
    moment, by = now(request), _guest(request)
    if (before := booked_before(request, link.team, link, by)) is not None:
        return _to_own_page(request, before)
    free = free_occasions(link.team, today(request), moment)
    form = OpenBookingForm(
        request.POST if request.method == "POST" else None,
        free=free,
        referrers=referrer_titles(link.team),
    )
    if form.is_valid():
        visit = form.carry_out(
            booking.book,
            booking_id=form.cleaned_data["booking"],
            team=link.team,
            time=form.chosen(),
            asked=form.asked(),
            through=link,
            now=moment,
            by=by,
        )
        if visit is not None:
            return _to_own_page(request, visit)
        form.offer(free_occasions(link.team, today(request), moment))
    context = {"team": link.team, "form": form, "has_times": bool(free)}
    return render(request, "visits/open_booking.html", context)


def _to_own_page(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The visit's own page says that it is booked, and is where it is changed."""
    if visit.starts_at <= now(request):
        raise LinkRefused(LinkState.USED)  # the same form sent again, long after
    with transaction.atomic():
        path = own_page(visit, now=now(request), by=_guest(request))
    messages.success(request, _("The visit is booked."))
    return redirect(path)


@never_cache
@opened_by_link(Purpose.CHANGE_VISIT)
def own(request: HttpRequest, link: Link) -> HttpResponse:
    """A booked visit: when and where, and another time for it. It says nothing of anybody."""
    visit, moment = _visit_of(link), now(request)
    form = MoveForm(
        request.POST if request.method == "POST" else None,
        free=free_occasions(link.team, today(request), moment),
        initial={"version": visit.version},
    )
    if form.is_valid() and form.carry_out(
        booking.change,
        visit=visit,
        version=form.cleaned_data["version"],
        time=form.chosen(),
        asked=None,
        now=moment,
        by=_guest(request),
    ):
        messages.success(request, _("The visit has a new time."))
        return redirect(request.path)
    context = {
        "visit": visit,
        "team": link.team,
        "form": form,
        "is_cancelled": visit.came == Came.CANCELLED,
        "cancel_path": f"{request.path}cancel/",
    }
    return render(request, "visits/open_visit.html", context)


@require_POST
@opened_by_link(Purpose.CHANGE_VISIT)
def cancel(request: HttpRequest, link: Link) -> HttpResponse:
    """The caseworker cancels the visit."""
    visit = _visit_of(link)
    try:
        booking.cancel(visit=visit, now=now(request), by=_guest(request))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect(request.path.removesuffix("cancel/"))


def _visit_of(link: Link) -> Visit:
    """The link's visit; raises LinkRefused when it has been made, or not."""
    found = Visit.objects.select_related("booked_by", "booked_through__made_by")
    visit = found.filter(pk=link.subject_id or link.pk, team=link.team).first()
    if visit is None or visit.came in (Came.CAME, Came.ABSENT):
        raise LinkRefused(LinkState.USED)
    visit.team = link.team
    return visit


def _guest(request: HttpRequest) -> Actor:
    """Nobody with an account, also where somebody happens to be signed in."""
    return Actor(None, address_of(request))
