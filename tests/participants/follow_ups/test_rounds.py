"""What is told by mail day after day: each thing once, and nothing about anybody."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.mail.models import Message
from samspel.mail.rounds import make_rounds
from samspel.mail.texts import text_of
from samspel.organisation.models import Team
from samspel.participants.follow_ups import reminders
from samspel.participants.links.models import Link
from samspel.participants.models import Episode
from tests.participants.follow_ups.conftest import at, saved
from tests.people import make_episode, make_participant

Run = Callable[[date, datetime], None]


def midnight(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(0, 5)))


def run(on: date, made: Run = reminders.ask_for_bookings) -> None:
    with transaction.atomic():
        made(on, midnight(on))


def days(first: str, last: str) -> list[date]:
    begin = date.fromisoformat(first)
    return [begin + timedelta(days=n) for n in range((date.fromisoformat(last) - begin).days + 1)]


def mails() -> list[tuple[str, str]]:
    """Text and the day on which each was to be sent, in order."""
    found = Message.objects.order_by("send_after", "pk")
    return [(each.template, timezone.localdate(each.send_after).isoformat()) for each in found]


def test_a_quarter_of_a_year_of_mails(case: Episode) -> None:
    """Asked two weeks before, reminded three times once two weeks late; then the next one comes."""
    for on in days("2025-02-01", "2025-08-10"):
        run(on)
        run(on)
    assert mails() == [
        ("follow_up_to_book", "2025-04-17"),
        ("follow_up_overdue", "2025-05-16"),
        ("follow_up_overdue", "2025-05-23"),
        ("follow_up_overdue", "2025-05-30"),
        ("follow_up_to_book", "2025-08-01"),
    ]
    first = Message.objects.order_by("send_after")[0]
    assert first.to == "hanna@example.org"
    assert first.send_after == at("2025-04-17 07:30")
    assert first.parameters == {"team": case.team.name, "day": "2025-05-01", "until": "2025-05-01"}
    assert Link.objects.count() == 5
    assert len(set(Message.objects.values_list("link", flat=True))) == 5


def test_a_day_without_a_round_is_made_up_for(case: Episode) -> None:
    for on in days("2025-02-01", "2025-06-30"):
        if not "2025-04-10" <= on.isoformat() <= "2025-04-21":
            run(on)
    assert mails()[0] == ("follow_up_to_book", "2025-04-22")


def test_an_address_entered_late_gets_reminders_all_the_same(case: Episode) -> None:
    for on in days("2025-06-20", "2025-07-10"):
        run(on)
    assert mails() == [("follow_up_overdue", f"2025-{day}") for day in ("06-20", "06-27", "07-04")]


def test_what_is_booked_or_settled_is_not_asked_for(case: Episode) -> None:
    row = saved(case, booked_for=at("2025-05-06 09:00"), form="phone")
    for on in days("2025-04-17", "2025-06-30"):
        run(on)
    assert mails() == []
    row.held_on = date(2025, 5, 6)
    row.save()
    run(date(2025, 6, 30))
    assert mails() == []


@pytest.mark.parametrize("why", ["no address", "ended", "team closed", "in queue"])
def test_nobody_else_is_asked(case: Episode, why: str) -> None:
    if why == "no address":
        case.caseworker_email = ""
    if why == "ended":
        case.closed_on, case.outcome = date(2025, 4, 1), "work"
    if why == "in queue":
        case.enrolled_on = case.trial_ends_on = None
    case.save()
    if why == "team closed":
        Team.objects.update(closed_on=date(2025, 4, 1))
    run(date(2025, 4, 25))
    run(date(2025, 5, 25), reminders.tell_leaders)
    assert mails() == []


def test_the_link_opens_the_page(case: Episode) -> None:
    run(date(2025, 4, 17))
    # The page's own clock is of the same time: `_today` in conftest.
    assert Client().get(Message.objects.get().link).status_code == 200


def test_no_text_says_anything_about_anybody(case: Episode, leader: User) -> None:
    for on in days("2025-04-17", "2025-05-20"):
        run(on)
        run(on, reminders.tell_leaders)
    person = case.participant
    assert {each.template for each in Message.objects.all()} == {
        "follow_up_to_book",
        "follow_up_overdue",
        "follow_ups_overdue_in_team",
    }
    for each in Message.objects.all():
        text = text_of(each.template)
        for language in ("sv", "en"):
            said = text.subject_in(language, each.parameters)
            said += text.body_in(language, each.parameters, each.link)
            for hidden in (person.given_name, person.reference, case.case_number, "Hanna"):
                assert hidden not in said
        assert str(case.pk) not in each.link


def test_leaders_are_told_once_a_week(case: Episode, leader: User, team: Team) -> None:
    make_episode(make_participant(team), enrolled_on=date(2025, 2, 2))
    for on in days("2025-05-01", "2025-06-01"):
        run(on, reminders.tell_leaders)
    assert mails() == [
        ("follow_ups_overdue_in_team", "2025-05-16"),
        ("follow_ups_overdue_in_team", "2025-05-19"),
        ("follow_ups_overdue_in_team", "2025-05-26"),
    ]
    first, second, _third = Message.objects.order_by("send_after")
    assert (first.to, first.parameters) == (leader.email, {"team": team.name, "count": "1"})
    assert second.parameters["count"] == "2"
    assert first.link == f"{reverse('follow_ups_overdue')}?state=overdue"


def test_leaders_count_protected_persons_where_they_are_named(case: Episode, leader: User) -> None:
    case.participant.protection = "marked"
    case.participant.save()
    run(date(2025, 5, 20), reminders.tell_leaders)
    assert mails() == []
    case.participant.named_staff.add(leader)
    run(date(2025, 5, 20), reminders.tell_leaders)
    assert Message.objects.get().parameters["count"] == "1"


def test_rounds_are_made_with_the_others(case: Episode) -> None:
    made = make_rounds(date(2025, 4, 17), midnight(date(2025, 4, 17)))
    assert {"follow-ups-to-book", "follow-ups-overdue"} <= set(made)
    assert mails() == [("follow_up_to_book", "2025-04-17")]


def test_many_wait_for_the_next_day(
    case: Episode, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminders, "MOST_MAILS", 2)
    for _nth in range(2):
        make_episode(make_participant(team), caseworker_email="a@example.org")
    run(date(2025, 4, 17))
    assert len(mails()) == 2
    run(date(2025, 4, 18))
    run(date(2025, 4, 19))
    assert len(mails()) == 3


def test_a_quiet_day_costs_few_queries(
    case: Episode, team: Team, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _nth in range(20):
        make_episode(make_participant(team), caseworker_email="a@example.org")
    # What was posted, the cases and their follow-ups, within a savepoint; no team, no leaders.
    with django_assert_num_queries(3 + 2):
        run(date(2025, 3, 1))
    with django_assert_num_queries(2 + 2):
        run(date(2025, 3, 1), reminders.tell_leaders)
