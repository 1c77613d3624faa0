"""The steering group at a glance, and the pages of its seats."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import may, team_or_404
from samspel.organisation.steering import keeping_seats
from samspel.organisation.steering.agenda import SentPoint
from samspel.organisation.steering.decision import Decision
from samspel.organisation.steering.forms import HolderForm, SeatForm
from samspel.organisation.steering.group import attendance_drawn, group_on, linked_rows
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.steering.minutes import Minutes
from samspel.organisation.steering.seat import Seat, SeatHolder
from samspel.organisation.steering.told import vacant_since
from samspel.organisation.steering.views.forms import (
    form_page,
    posted,
    saved_and_back,
    seen_version,
    tell_refusal,
)
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.records.versions import ChangedMeanwhileError

_ANSWERS = ["GET", "HEAD", "POST"]
_SHOWN = 8


@require_safe
def steering(request: HttpRequest, slug: str) -> HttpResponse:
    """Who sits on which seat, what is vacant, the next meeting and what is left to do."""
    team, day = team_or_404(request, slug, Act.SEE_ORGANISATION), today(request)
    meetings = SteeringMeeting.objects.filter(team=team)
    chart, drawing = attendance_drawn(team, day)
    with_links = may(request, team, Act.CASEWORK)
    decisions = Decision.objects.filter(team=team).still_open().select_related("meeting")
    context = {
        "team": team,
        "day": day,
        "group": group_on(team, day),
        "next": meetings.ahead(day).first(),
        "minutes": _last_minutes(team),
        "unnoted": meetings.filter(state="planned", on__lt=day).order_by("on").first(),
        "decisions": [(each, each.is_overdue(day)) for each in decisions[:_SHOWN]],
        "sent": _sent_by(request, team),
        "table": chart and chart.table,
        "numbers": chart and linked_rows(chart.table, team, with_links=with_links),
        "drawing": drawing,
        "may_keep": may(request, team, Act.KEEP_STEERING),
    }
    return render(request, "steering/steering.html", context)


def _last_minutes(team: Team) -> Minutes | None:
    found = Minutes.objects.filter(meeting__team=team).select_related("meeting")
    return found.adjusted().order_by("-meeting__on", "-number").first()


def _sent_by(request: HttpRequest, team: Team) -> list[SentPoint]:
    """The latest points that the reader sent in, with what became of each."""
    found = SentPoint.objects.filter(team=team, sent_by=user_or_404(request))
    return list(found.select_related("meeting", "point").order_by("-sent_at")[:_SHOWN])


@require_safe
def seat(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One seat with everybody who has held it."""
    team, day = team_or_404(request, slug, Act.SEE_ORGANISATION), today(request)
    row = get_object_or_404(_seats(team), pk=pk)
    holders = sorted(row.holders.all(), key=lambda each: each.first_on, reverse=True)
    context = {
        "team": team,
        "seat": row,
        "holders": holders,
        "vacant_since": vacant_since(row, holders, day),
        "may_keep": may(request, team, Act.KEEP_STEERING),
    }
    return render(request, "steering/seat.html", context)


def _seats(team: Team) -> Any:
    return Seat.objects.filter(team=team).with_holders()


@require_http_methods(_ANSWERS)
def seat_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a seat."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    form = SeatForm(posted(request), team=team, seat=Seat(team=team, version=0))
    by = actor_of(request)
    added = None
    if form.is_valid():
        added = form.make(keeping_seats.add_seat, team=team, values=form.values(), by=by)
    if added is not None:
        return saved_and_back(request, reverse("seat", args=[team.slug, added.pk]))
    back = reverse("steering", args=[team.slug])
    return form_page(request, team, form, _("Add a seat"), back=back)


@require_http_methods(_ANSWERS)
def seat_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a seat, or enter its last day."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    row = get_object_or_404(_seats(team), pk=pk)
    form = SeatForm(posted(request), team=team, seat=row)
    back = reverse("seat", args=[team.slug, row.pk])
    if form.is_valid() and form.carry_out(
        keeping_seats.change_seat, seat=row, values=form.values(), by=actor_of(request)
    ):
        return saved_and_back(request, back)
    heading = _("Change the seat")
    remove = reverse("seat_remove", args=[team.slug, row.pk])
    return form_page(request, team, form, heading, back=back, remove=remove, row=row)


@require_POST
def seat_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove a seat that was typed by mistake."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    row = get_object_or_404(_seats(team), pk=pk)
    try:
        keeping_seats.remove_seat(seat=row, version=seen_version(request), by=actor_of(request))
    except (ValidationError, ChangedMeanwhileError) as refused:
        tell_refusal(request, refused)
        return redirect("seat", team.slug, row.pk)
    messages.success(request, _("The seat is removed."))
    return redirect("steering", team.slug)


@require_http_methods(_ANSWERS)
def holder_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Enter who takes the seat."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    row = get_object_or_404(_seats(team), pk=pk)
    holder = SeatHolder(seat=row, version=0)
    form = HolderForm(posted(request), holder=holder)
    back = reverse("seat", args=[team.slug, row.pk])
    if form.is_valid() and form.make(
        keeping_seats.take_seat, seat=row, values=form.values(), by=actor_of(request)
    ):
        return saved_and_back(request, back)
    return form_page(request, team, form, _("Who takes the seat"), back=back, about=str(row))


@require_http_methods(_ANSWERS)
def holder_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change who holds a seat, or enter the last day."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    row = get_object_or_404(_holders(team), pk=pk)
    form = HolderForm(posted(request), holder=row)
    back = reverse("seat", args=[team.slug, row.seat_id])
    if form.is_valid() and form.carry_out(
        keeping_seats.change_holder, holder=row, values=form.values(), by=actor_of(request)
    ):
        return saved_and_back(request, back)
    more = {
        "remove": reverse("seat_holder_remove", args=[team.slug, row.pk]),
        "row": row,
        "about": f"{row.name}, {row.seat}",
    }
    return form_page(request, team, form, _("Change who holds the seat"), back=back, **more)


def _holders(team: Team) -> Any:
    return SeatHolder.objects.filter(seat__team=team).select_related("seat__agency")


@require_POST
def holder_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove somebody who was typed by mistake."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    row = get_object_or_404(_holders(team), pk=pk)
    seat_pk, by = row.seat_id, actor_of(request)
    try:
        keeping_seats.remove_holder(holder=row, version=seen_version(request), by=by)
    except (ValidationError, ChangedMeanwhileError) as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("The person is removed from the seat."))
    return redirect("seat", team.slug, seat_pk)
