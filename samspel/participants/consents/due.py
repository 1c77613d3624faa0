"""What consents and enrolments ask for: a consent that runs out, a checklist to complete."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.consents.consent import Consent
from samspel.participants.consents.meeting import EnrolmentMeeting
from samspel.participants.consents.missing import Incomplete, Missing, missing_of
from samspel.participants.due import LOOK_AHEAD, Due, DueKind, due
from samspel.participants.due_rows import DueSource
from samspel.participants.episode import Episode
from samspel.participants.timeline import Row, timeline_rows

_NAMED = 2


def _rows(episodes: Sequence[UUID], today: date) -> "QuerySet[Any, Any]":
    """The consents that run out soon, or did lately, and that no later one follows.

    What has run out needs no act to end, so that it is told of only as long after as before.
    """
    found = Consent.objects.filter(
        ~followed(),
        episode__in=episodes,
        withdrawn_on=None,
        last_on__gte=today - LOOK_AHEAD,
        last_on__lte=today + LOOK_AHEAD,
    )
    agency = Coalesce(NullIf("agency__short_name", Value("")), "agency__name")
    told = Coalesce(agency, "party", output_field=TextField())
    return timeline_rows(found, kind=DueKind.CONSENT_ENDS, on="last_on", text=told)


def _dues(row: Row, _episode: Episode, _today: date) -> Iterator[Due]:
    yield _due(row.text, row.on, row.episode_id)


def followed() -> Exists:
    """Whether a consent to the same party goes on for longer, as a condition on consents."""
    same = Consent.objects.filter(episode=OuterRef("episode"), withdrawn_on=None)
    return Exists(
        same.filter(
            Q(agency=OuterRef("agency")) | Q(agency=None, party__iexact=OuterRef("party")),
            last_on__gt=OuterRef("last_on"),
        )
    )


def consent_due(consent: Consent) -> Due:
    """One consent that runs out, as a line of the list."""
    return _due(consent.party_name, consent.last_on, consent.episode_id)


def _due(party: str, last_on: date, episode_id: UUID) -> Due:
    text = _("The consent to %(party)s runs out") % {"party": party}
    url = reverse("consents", args=[episode_id])
    return due(DueKind.CONSENT_ENDS, last_on, text, url, episode_id)


CONSENTS = DueSource(DueKind.CONSENT_ENDS, _rows, _dues)
"""What the day gathers of consents."""


def enrolment_dues(episodes: Sequence[Episode], today: date) -> Iterator[Due]:
    """The enrolments that lack something, from their first day, and first steps; one query."""
    by_id = {each.pk: each for each in episodes if each.enrolled_on}
    given = Consent.objects.filter(episode=OuterRef("episode"))
    coming = Q(first_step_on__gte=today, first_step_on__lte=today + LOOK_AHEAD)
    meetings = EnrolmentMeeting.objects.filter(coming | Q(is_settled=False), episode__in=by_id)
    for meeting in meetings.annotate(has_consents=Exists(given)).order_by("held_on", "pk"):
        episode, given_any = by_id[meeting.episode_id], meeting.has_consents
        yield from meeting_dues(episode, meeting, has_consents=given_any, today=today)


def meeting_dues(
    episode: Episode, meeting: EnrolmentMeeting, *, has_consents: bool, today: date
) -> Iterator[Due]:
    """What one enrolment asks for: to be completed, and the first step.

    The step is told of until its day has gone by: nowhere is it said that it was taken.
    """
    missing = missing_of(episode, meeting, has_consents=has_consents)
    if missing and episode.enrolled_on is not None and episode.enrolled_on <= today:
        yield enrolment_due(Incomplete(episode, meeting, missing))
    on = meeting.first_step_on
    if on is not None and today <= on <= today + LOOK_AHEAD:
        text = _("First step: %(step)s") % {"step": meeting.first_step}
        url = reverse("participant", args=[episode.participant_id])
        yield due(DueKind.FIRST_STEP, on, text, url, episode.pk)


def enrolment_due(found: Incomplete) -> Due:
    """One enrolment that lacks something, as a line of the list."""
    text = _("Complete the enrolment: %(what)s") % {"what": _in_short(found.missing)}
    url = reverse("enrolment_complete", args=[found.episode.pk])
    first = found.episode.enrolled_on or found.meeting.held_on
    return due(DueKind.ENROLMENT, first, text, url, found.episode.pk)


def _in_short(missing: Sequence[Missing]) -> str:
    """The first two; a line of the day's list is read at a glance."""
    first = ", ".join(str(each.label) for each in missing[:_NAMED])
    more = len(missing) - _NAMED
    return _("%(first)s and %(more)s more") % {"first": first, "more": more} if more > 0 else first
