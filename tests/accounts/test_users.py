"""The administrator's pages for accounts."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from samspel.accounts.log import LogEntry
from samspel.accounts.models import User
from tests.people import client_of, make_user

NEW = {"name": "Nya Anna", "email": "Nya.Anna@Example.org", "language": "sv"}


def acts() -> list[str]:
    return list(LogEntry.objects.order_by("number").values_list("act", flat=True))


def test_a_new_account_chooses_its_password_by_a_link(
    administrator: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client_of(administrator).post(reverse("user_new"), NEW)
    person = User.objects.get(email="nya.anna@example.org")
    assert not person.has_usable_password()
    assert acts() == ["account_made", "account_invited"]
    (message,) = mail.outbox
    assert message.to == [person.email]
    assert person.name not in message.body
    link = next(line for line in message.body.splitlines() if line.startswith("http://testserver/"))
    client, password = Client(), "fyra lösa ord tillsammans"
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": password, "password2": password})
    response = client.post(reverse("account_login"), {"login": person.email, "password": password})
    assert response.headers["Location"] == reverse("start")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"email": ""}, "email"),
        ({"name": ""}, "name"),
        ({"language": "xx"}, "language"),
    ],
)
def test_what_makes_no_sense_is_refused(
    administrator: User, changes: dict[str, str], field: str
) -> None:
    response = client_of(administrator).post(reverse("user_new"), NEW | changes)
    assert field in response.context["form"].errors
    assert not mail.outbox


def test_an_address_has_one_account(administrator: User) -> None:
    client = client_of(administrator)
    client.post(reverse("user_new"), NEW)
    again = client.post(reverse("user_new"), NEW | {"email": NEW["email"].upper()})
    assert "email" in again.context["form"].errors


def test_blocking_ends_open_sessions_and_can_be_undone(administrator: User, coach: User) -> None:
    theirs, mine = client_of(coach), client_of(administrator)
    assert theirs.get(reverse("start")).status_code == 200
    mine.post(reverse("user_block", args=[coach.pk]))
    assert theirs.get(reverse("start")).status_code == 302
    mine.post(reverse("user_allow", args=[coach.pk]))
    assert theirs.get(reverse("start")).status_code == 302
    assert mine.get(reverse("start")).status_code == 200
    assert client_of(coach).get(reverse("start")).status_code == 200
    assert acts() == ["sign_in_blocked", "sign_in_allowed"]


def test_the_last_administrator_stays(administrator: User) -> None:
    client = client_of(administrator)
    client.post(reverse("user_block", args=[administrator.pk]))
    change = {"name": "Ada", "language": "sv"}
    refused = client.post(reverse("user_change", args=[administrator.pk]), change)
    assert refused.context["form"].non_field_errors()
    administrator.refresh_from_db()
    assert administrator.is_active
    assert administrator.is_administrator
    make_user("Berit", is_administrator=True)
    client.post(reverse("user_change", args=[administrator.pk]), change)
    administrator.refresh_from_db()
    assert not administrator.is_administrator
    assert acts() == ["account_changed"]


def test_resetting_the_second_step_takes_all_of_it_away(administrator: User, coach: User) -> None:
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=coach, type=kind, data={})
    theirs = client_of(coach)
    client_of(administrator).post(reverse("user_reset_second_factor", args=[coach.pk]))
    assert not Authenticator.objects.filter(user=coach).exists()
    assert theirs.get(reverse("start")).status_code == 302
    entry = LogEntry.objects.get(act="second_factor_reset")
    assert (entry.actor, entry.subject) == (administrator, f"user:{coach.pk}")


def test_the_list_filters_and_sorts(administrator: User, coach: User, leader: User) -> None:
    User.objects.filter(pk=leader.pk).update(is_active=False)

    def names(**query: str) -> list[str]:
        rows = client_of(administrator).get(reverse("users"), query).context["rows"]
        return [row.name for row in rows]

    assert names() == [administrator.name, coach.name]
    assert names(sort="-name") == [coach.name, administrator.name]
    assert names(state="blocked") == [leader.name]
    assert names(role="coach") == [coach.name]
    assert names(role="administrator") == [administrator.name]
    assert names(state="all", role="team_leader") == [leader.name]


def test_an_account_shows_its_roles(administrator: User, coach: User) -> None:
    page = client_of(administrator).get(reverse("user", args=[coach.pk])).content.decode()
    assert coach.email in page
    assert "Team Väster" in page
