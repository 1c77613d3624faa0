"""Signing in with a password and a second step, and what the log tells of it."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from pytest_django import Settings

from samspel.accounts.log import LogEntry, first_broken_link
from samspel.accounts.models import User
from samspel.organisation.models import Membership
from tests.people import client_of

PASSWORD = "fyra lösa ord tillsammans"


@pytest.fixture
def with_password(coach: User) -> User:
    coach.set_password(PASSWORD)
    coach.save()
    return coach


def sign_in(client: Client, email: str, password: str = PASSWORD) -> str:
    response = client.post(reverse("account_login"), {"login": email, "password": password})
    return response.headers.get("Location", "")


def code_for(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def acts() -> list[str]:
    return list(LogEntry.objects.order_by("number").values_list("act", flat=True))


def test_signing_in_and_out_stands_in_the_log(client: Client, with_password: User) -> None:
    assert sign_in(client, with_password.email.upper()) == reverse("start")
    client.post(reverse("account_logout"))
    assert acts() == ["signed_in", "signed_out"]
    entry = LogEntry.objects.get(act="signed_in")
    assert (entry.actor, entry.subject) == (with_password, f"user:{with_password.pk}")
    assert entry.address == "127.0.0.1"
    assert first_broken_link() is None


@pytest.mark.parametrize("email", ["nobody@example.org", ""])
def test_a_failed_try_is_logged_without_what_was_typed(
    client: Client, with_password: User, email: str
) -> None:
    sign_in(client, email or with_password.email, "wrong password")
    entry = LogEntry.objects.get()
    assert (entry.act, entry.subject, entry.actor) == ("sign_in_failed", "user:unknown", None)
    told = json.dumps(entry.details)
    assert (email or with_password.email) not in told
    assert "wrong" not in told


def test_the_same_typed_address_is_recognised(client: Client, with_password: User) -> None:
    for typed in ("A@example.org", "a@example.org", "b@example.org"):
        sign_in(client, typed, "wrong")
    first, second, third = [entry.details["typed"] for entry in LogEntry.objects.order_by("number")]
    assert first == second != third


def test_the_page_says_the_same_for_known_and_unknown_addresses(
    client: Client, with_password: User
) -> None:
    pages = [
        client.post(reverse("account_login"), {"login": email, "password": "wrong"})
        for email in (with_password.email, "nobody@example.org")
    ]
    known, unknown = [page.context["form"].errors.as_text() for page in pages]
    assert known == unknown


def test_six_wrong_passwords_lock_the_address_and_not_others(
    client: Client, with_password: User, colleague: User
) -> None:
    colleague.set_password(PASSWORD)
    colleague.save()
    for _try in range(6):
        sign_in(client, with_password.email, "wrong")
    assert sign_in(client, with_password.email) == ""
    assert sign_in(Client(), colleague.email) == reverse("start")


def test_a_blocked_user_cannot_sign_in_and_is_thrown_out(
    client: Client, with_password: User
) -> None:
    sign_in(client, with_password.email)
    User.objects.filter(pk=with_password.pk).update(is_active=False)
    response = client.get(reverse("start"))
    assert response.headers["Location"].startswith(reverse("account_login"))
    assert sign_in(Client(), with_password.email) == reverse("account_inactive")


def test_a_forgotten_password_is_chosen_anew_by_mail(
    client: Client, with_password: User, settings: Settings
) -> None:
    client.post(reverse("account_reset_password"), {"email": with_password.email})
    (message,) = mail.outbox
    link = next(line for line in message.body.splitlines() if "/accounts/" in line)
    page = client.get(link, follow=True)
    # The key is taken out of the address before anything is shown.
    assert page.request["PATH_INFO"].endswith("-set-password/")
    new = "andra ord som inte hör ihop"
    client.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    assert sign_in(Client(), with_password.email, new) == reverse("start")
    assert sign_in(Client(), with_password.email, PASSWORD) == ""
    assert "password_changed" in acts()


def test_an_unknown_address_gets_no_mail(client: Client, with_password: User) -> None:
    client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert not mail.outbox


def test_nobody_signs_up(client: Client, db: None) -> None:
    for name in ("account_signup", "account_email"):
        assert client.get(reverse(name)).status_code == 404
        assert client.post(reverse(name), {"email": "x@example.org"}).status_code == 404


class TestSecondFactor:
    """Where it is required, whoever sees casework sets it up before anything else."""

    @pytest.fixture(autouse=True)
    def required(self, settings: Settings) -> None:
        settings.SECOND_FACTOR = "required"

    def test_a_coach_without_is_sent_to_set_one_up(self, coach: User) -> None:
        client = client_of(coach)
        for name in ("start", "account_change_password"):
            assert client.get(reverse(name)).headers["Location"] == reverse("mfa_index")
        assert client.post(reverse("start")).headers["Location"] == reverse("mfa_index")
        assert client.get(reverse("mfa_index")).status_code == 200
        assert client.post(reverse("account_logout")).status_code == 302

    def test_those_who_see_no_casework_go_on(
        self, steering_member: User, officer: User, administrator: User
    ) -> None:
        for user in (steering_member, officer, administrator):
            assert client_of(user).get(reverse("start")).status_code == 200

    def test_it_costs_no_query_once_it_is_answered(self, officer: User, settings: Settings) -> None:
        url = reverse("account_inactive")
        numbers = {}
        for mode in ("required", "optional"):
            settings.SECOND_FACTOR = mode
            client = client_of(officer)
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                client.get(url)
            numbers[mode] = len(queries)
        assert numbers["required"] == numbers["optional"]

    def test_a_new_role_asks_again_in_an_open_session(self, officer: User, coach: User) -> None:
        client = client_of(officer)
        assert client.get(reverse("start")).status_code == 200
        membership = Membership.objects.get(user=coach)
        membership.pk, membership.user = None, officer
        membership.save(force_insert=True)
        assert client.get(reverse("start")).headers["Location"] == reverse("mfa_index")

    def test_setting_up_an_app_and_signing_in_with_it(
        self, client: Client, with_password: User
    ) -> None:
        assert sign_in(client, with_password.email)
        asked = client.get(reverse("mfa_activate_totp")).headers["Location"]
        assert client.get(asked).status_code == 200
        page = client.post(asked, {"password": PASSWORD}, follow=True)
        code = code_for(page.context["form"].secret)
        done = client.post(reverse("mfa_activate_totp"), {"code": code})
        assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
        assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200
        assert client.get(reverse("start")).status_code == 200
        assert "second_factor_added" in acts()

        again = Client()
        assert sign_in(again, with_password.email) == reverse("mfa_authenticate")
        assert again.get(reverse("start")).status_code == 302
        assert again.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
        assert LogEntry.objects.first().details == {"method": "second_factor"}  # type: ignore[union-attr]  # there are entries
        codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
        assert again.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 302
        assert again.get(reverse("start")).status_code == 200

    def test_taking_it_away_asks_again(self, coach: User) -> None:
        app = Authenticator.objects.create(
            user=coach, type=Authenticator.Type.TOTP, data={"secret": "x"}
        )
        client = client_of(coach)
        assert client.get(reverse("start")).status_code == 200
        app.delete()
        assert client.get(reverse("start")).headers["Location"] == reverse("mfa_index")


def test_a_passkey_is_named_in_the_readers_language(coach: User) -> None:
    page = client_of(coach).get(reverse("mfa_add_webauthn"))
    with translation.override("en"):
        assert str(page.context["form"]["name"].label) == "Name of the passkey"
