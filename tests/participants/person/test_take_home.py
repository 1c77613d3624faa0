"""What the participant takes home tells of the meetings that are booked, and of no other."""

from datetime import UTC, date, datetime
from typing import Any

from django.urls import reverse

from samspel.accounts.models import User
from samspel.participants.follow_ups.coming import coming_meetings
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode
from tests.people import client_of

NOW = datetime(2025, 3, 10, 9, tzinfo=UTC)


def book(episode: Episode, month: int, **fields: Any) -> None:
    FollowUp.objects.create(
        episode=episode,
        due_on=date(2025, month, 1),
        booked_for=datetime(2025, month, 12, 8, 30, tzinfo=UTC),
        form="visit",
        place="Biblioteket",
        **fields,
    )


def test_only_what_lies_ahead_is_printed(enrolled: Episode, coach: User, settings: Any) -> None:
    settings.SAMSPEL_TODAY = NOW.date()
    book(enrolled, 2)
    book(enrolled, 5)
    book(enrolled, 8, left_out_because="semester")
    page = client_of(coach).get(reverse("plan_print", args=[enrolled.pk])).content.decode()
    assert "2025-05-12 10:30, hos teamet, Biblioteket" in page
    assert "2025-02-12" not in page
    assert "2025-08-12" not in page


def test_whose_case_has_ended_meets_nobody(closed: Episode) -> None:
    book(closed, 5)
    assert coming_meetings(closed, now=NOW) == []
