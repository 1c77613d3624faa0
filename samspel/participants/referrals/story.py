"""Referral forms in the timeline: the one that began the case, with what was answered in it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, QuerySet, Value, When
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspel.participants.referrals.referral_form import ReferralForm
from samspel.participants.timeline import Event, Row, Source, timeline_rows

KIND = "referral"


def _rows(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    answered = ReferralForm.objects.filter(episode__in=episodes, sent_at__isnull=False)
    return timeline_rows(
        answered,
        kind=KIND,
        on=TruncDate("sent_at"),
        code=Case(When(is_accepted=True, then=Value("accepted")), default=Value("declined")),
        text="caseworker_name",
        by="answered_by__name",
    )


def _event(row: Row, _today: date) -> Event:
    title = _("Referral form") if row.code == "accepted" else _("Referral form, declined")
    url = reverse("referral_form", args=[UUID(row.ref)])
    return Event(row.on, title, row.text, kind=KIND, by=row.by, url=url, episode_id=row.episode_id)


REFERRALS = Source(KIND, gettext_lazy("Referral forms"), _rows, _event)
"""The forms that became the person's cases."""
