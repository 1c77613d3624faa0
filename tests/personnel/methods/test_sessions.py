"""Supervision and training: what is entered, what is refused, and the list."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.personnel.methods.keeping_sessions import (
    SessionFacts,
    add_session,
    change_session,
    remove_session,
    workdays,
)
from samspel.personnel.methods.models import StaffSession
from samspel.records.versions import ChangedMeanwhileError
from tests.personnel.methods.conftest import TODAY
from tests.personnel.methods.made import make_session

Clients = Callable[[User | None], Client]
FACTS: dict[str, Any] = {"kind": "training", "title": "Motiverande samtal", "on": TODAY}


@pytest.fixture
def entered(team: Team, coach: User, client_of: Clients) -> Callable[..., str]:
    """Sends the form with some fields changed and gives back the page that follows."""

    def send(**changed: Any) -> str:
        data = {"kind": "training", "title": "Motiverande samtal", "on": "2025-06-12"}
        url = reverse("staff_session_new", args=[team.slug])
        return client_of(coach).post(url, data | changed, follow=True).content.decode()

    return send


@pytest.mark.parametrize(
    ("written", "ore"),
    [
        ("12 400,50", 1_240_050),
        ("12\u00a0400", 1_240_000),
        ("1200.5 kr", 120_050),
        ("0", 0),
        ("", None),
    ],
)
def test_a_cost_is_understood_as_people_write_it(
    entered: Callable[..., str], written: str, ore: int | None
) -> None:
    entered(kronor=written)
    assert StaffSession.objects.get().cost == ore


@pytest.mark.parametrize("written", ["−400", "-400", "1,234", "tolv", "1.234,50", "12e3"])
def test_a_cost_that_is_none_is_refused_with_nothing_saved(
    entered: Callable[..., str], written: str
) -> None:
    assert "Skriv kostnaden i kronor" in entered(kronor=written)
    assert not StaffSession.objects.exists()


def test_hours_names_and_days_are_kept(coach: User, entered: Callable[..., str]) -> None:
    page = entered(
        last_on="2025-06-16",
        hours="7,5",
        members=[coach.name],
        others="Vikarie Vide\n\n  Gäst   Gun \nVikarie Vide",
    )
    session = StaffSession.objects.get()
    assert (session.days, session.hours) == (3, Decimal("7.5"))
    names = {coach.name, "Vikarie Vide", "Gäst Gun"}
    assert set(session.attendees.values_list("name", flat=True)) == names
    assert "7,5" in page


def test_workdays_leave_out_weekends_but_are_never_none() -> None:
    assert workdays(date(2025, 6, 12), date(2025, 6, 16)) == 3
    assert workdays(date(2025, 6, 14), date(2025, 6, 15)) == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"last_on": date(2025, 6, 11)}, "last_on"),
        ({"days": 2}, "days"),
        ({"hours": Decimal(25)}, "hours"),
        ({"hours": Decimal(0)}, "hours"),
        ({"cost": -1}, "kronor"),
        ({"kind": "party"}, "kind"),
        ({"title": ""}, "title"),
        ({"on": date(1925, 6, 12)}, "on"),
    ],
)
def test_what_makes_no_sense_is_told_at_its_field(
    team: Team, by: Actor, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        add_session(team=team, facts=SessionFacts(**FACTS | changed), today=TODAY, by=by)
    assert list(refused.value.message_dict) == [field]
    assert not StaffSession.objects.exists()


def test_two_who_change_it_do_not_overwrite_each_other(team: Team, by: Actor) -> None:
    session = add_session(team=team, facts=SessionFacts(**FACTS), today=TODAY, by=by)
    facts = SessionFacts(**FACTS | {"names": ("Alva Coach",)})
    changed = change_session(session=session, version=1, facts=facts, today=TODAY, by=by)
    assert changed.version == 2
    with pytest.raises(ChangedMeanwhileError):
        change_session(session=session, version=1, facts=SessionFacts(**FACTS), today=TODAY, by=by)
    assert session.attendees.count() == 1


def test_what_was_entered_by_mistake_is_removed_with_an_entry(team: Team, by: Actor) -> None:
    session, before = make_session(team), team.revision
    remove_session(session=session, version=1, by=by)
    team.refresh_from_db()
    assert not StaffSession.objects.exists()
    assert LogEntry.objects.filter(subject=f"staff_session:{session.pk}").count() == 1
    assert team.revision > before


def test_a_session_changed_meanwhile_is_not_removed(
    team: Team, coach: User, client_of: Clients
) -> None:
    session = make_session(team, version=2)
    url = reverse("staff_session_remove", args=[team.slug, session.pk])
    client_of(coach).post(url, {"version": "1"})
    assert StaffSession.objects.exists()


def test_the_list_is_narrowed_by_kind_and_year(
    team: Team, steering_member: User, client_of: Clients
) -> None:
    make_session(team, title="I fjol", on=date(2024, 3, 1), last_on=date(2024, 3, 1))
    make_session(team, title="I år", kind="training")
    client, url = client_of(steering_member), reverse("staff_sessions", args=[team.slug])
    shown = client.get(url, {"year": "2024"}).content.decode()
    assert "I fjol" in shown
    assert "I år" not in shown
    shown = client.get(url, {"kind": "training"}).content.decode()
    assert "I år" in shown
    assert "I fjol" not in shown
    assert reverse("staff_session_new", args=[team.slug]) not in shown


def test_the_form_shows_what_is_entered_as_people_write_it(
    team: Team, coach: User, client_of: Clients
) -> None:
    session = make_session(team, cost=1_240_050, hours=Decimal("1.50"))
    session.attendees.create(name="Vikarie Vide")
    url = reverse("staff_session_change", args=[team.slug, session.pk])
    page = client_of(coach).get(url).content.decode()
    assert 'value="12400,5"' in page
    assert 'value="1,5"' in page
    assert "Vikarie Vide</textarea>" in page
