"""The follow-ups of an episode, for its timeline: held, booked, or left out."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.follow_ups.follow_up import FollowUp, MeetingForm, names_of
from samspel.participants.timeline import Event, Row, Source, timeline_rows

KIND = "follow_up"
_HELD, _BOOKED, _LEFT_OUT = "held", "booked", "left_out"


def _rows(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    settled = Q(held_on__isnull=False) | ~Q(left_out_because="")
    # What is booked falls away when the case ends.
    booked = Q(booked_for__isnull=False, episode__closed_on=None)
    told = FollowUp.objects.filter(settled | booked, episode__in=episodes)
    held, left_out = Q(held_on__isnull=False), ~Q(left_out_because="")
    booked_on = TruncDate("booked_for", tzinfo=timezone.get_default_timezone())
    state = Case(
        When(held, then=Value(_HELD)),
        When(left_out, then=Value(_LEFT_OUT)),
        default=Concat(Value(f"{_BOOKED}:"), "form", output_field=TextField()),
        output_field=TextField(),
    )
    return timeline_rows(
        told,
        kind=KIND,
        on=Case(When(held, then=F("held_on")), When(left_out, then=F("due_on")), default=booked_on),
        code=Concat(Cast("due_on", TextField()), Value(" "), state, output_field=TextField()),
        text=Case(
            When(held, then=Cast("parties", TextField())),
            When(left_out, then=Cast("left_out_because", TextField())),
            default=Cast("place", TextField()),
            output_field=TextField(),
        ),
    )


def _event(row: Row, today: date) -> Event:
    due_on, _space, state = row.code.partition(" ")
    state, _colon, form = state.partition(":")
    titles = {
        _HELD: _("Follow-up"),
        _BOOKED: _("Booked follow-up"),
        _LEFT_OUT: _("Follow-up left out"),
    }
    return Event(
        row.on,
        titles[state],
        _detail(state, form, row.text),
        "is-coming" if row.on > today else "",
        kind=KIND,
        url=reverse("follow_up", args=[row.episode_id, due_on]),
        episode_id=row.episode_id,
    )


def _detail(state: str, form: str, text: str) -> str:
    if state == _HELD:
        return ", ".join(names_of(json.loads(text)))
    if state == _BOOKED:
        title = str(dict(MeetingForm.choices).get(form, ""))
        return ", ".join(part for part in (title, text) if part)
    return text


FOLLOW_UPS = Source(kind=KIND, title=lazy("Follow-ups"), rows=_rows, event=_event)
"""What the timeline gathers of this subject."""
