"""What consents and enrolment meetings add to the timeline."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.consents.consent import Consent, Information
from samspel.participants.consents.meeting import EnrolmentMeeting
from samspel.participants.timeline import Event, Row, Source, timeline_rows

_PARTY = Coalesce(
    NullIf(F("agency__short_name"), Value("")),
    F("agency__name"),
    F("party"),
    output_field=CharField(),
)

_INTAKE = "intake"


def _given(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    return timeline_rows(
        Consent.objects.filter(episode__in=episodes),
        kind="consent",
        on="first_on",
        code="kinds",
        text=_PARTY,
        by="recorded_by__name",
    )


def _withdrawn(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = Consent.objects.filter(episode__in=episodes, withdrawn_on__isnull=False)
    return timeline_rows(found, kind="consent_withdrawn", on="withdrawn_on", text=_PARTY)


def _gone_through(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    return timeline_rows(
        EnrolmentMeeting.objects.filter(episode__in=episodes),
        kind="enrolment",
        on="held_on",
        code="start_group",
        text="first_step",
        by="recorded_by__name",
    )


def _despite(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    """Enrolments without the visit that the team asks for, or beyond what its intake allows."""
    found = EnrolmentMeeting.objects.filter(
        ~Q(without_visit_because="") | Q(is_despite_intake=True), episode__in=episodes
    )
    return timeline_rows(
        found,
        kind="enrolment_despite",
        on="held_on",
        code=Case(When(is_despite_intake=True, then=Value(_INTAKE)), default=Value("")),
        text="without_visit_because",
        by="recorded_by__name",
    )


def _first_step(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = EnrolmentMeeting.objects.filter(episode__in=episodes, first_step_on__isnull=False)
    return timeline_rows(found, kind="first_step", on="first_step_on", text="first_step")


def _tell_given(row: Row, today: date) -> Event:
    kinds = set(json.loads(row.code or "[]"))
    return Event(
        row.on,
        _("Consent to %(party)s") % {"party": row.text},
        ", ".join(str(kind.label) for kind in Information if kind in kinds),
        "is-coming" if row.on > today else "",
        kind=row.kind,
        by=row.by,
        url=reverse("consents", args=[row.episode_id]),
        episode_id=row.episode_id,
    )


def _tell_withdrawn(row: Row, _today: date) -> Event:
    return Event(
        row.on,
        _("Consent to %(party)s withdrawn") % {"party": row.text},
        kind=row.kind,
        url=reverse("consents", args=[row.episode_id]),
        episode_id=row.episode_id,
    )


def _tell_gone_through(row: Row, _today: date) -> Event:
    title = _("Enrolment meeting")
    if row.code:
        title = _("Enrolment meeting, start group %(group)s") % {"group": row.code}
    return Event(row.on, title, row.text, kind=row.kind, by=row.by, episode_id=row.episode_id)


def _tell_despite(row: Row, _today: date) -> Event:
    if not row.text:
        title = _("Enrolled although no place was free or the intake was paused")
    elif row.code == _INTAKE:
        title = _("Enrolled without a study visit, although no place was free or the intake paused")
    else:
        title = _("Enrolled without a study visit")
    return Event(row.on, title, row.text, kind=row.kind, by=row.by, episode_id=row.episode_id)


def _tell_first_step(row: Row, today: date) -> Event:
    css = "is-coming" if row.on > today else ""
    return Event(row.on, _("First step"), row.text, css, kind=row.kind, episode_id=row.episode_id)


GIVEN = Source("consent", lazy("Consents"), _given, _tell_given)
WITHDRAWN = Source(
    "consent_withdrawn",
    lazy("Consents"),
    _withdrawn,
    _tell_withdrawn,
    belongs_to="consent",
)
MEETING = Source("enrolment", lazy("Enrolment meeting"), _gone_through, _tell_gone_through)
DESPITE = Source(
    "enrolment_despite",
    lazy("Enrolment meeting"),
    _despite,
    _tell_despite,
    belongs_to="enrolment",
)
FIRST_STEP = Source(
    "first_step",
    lazy("Enrolment meeting"),
    _first_step,
    _tell_first_step,
    belongs_to="enrolment",
)
SOURCES = (GIVEN, WITHDRAWN, MEETING, DESPITE, FIRST_STEP)
"""What the gathering places take; each is one part of the union."""
