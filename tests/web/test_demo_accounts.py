"""Whom to sign in as is told on a demo, and nowhere else."""

import pytest
from django.conf import LazySettings
from django.test import Client

from samspel.accounts.models import User


def test_real_people_are_never_listed(client: Client, coach: User) -> None:
    page = client.get("/accounts/login/").content.decode()
    assert coach.email not in page
    assert coach.name not in page


@pytest.mark.parametrize("role", ["coach", "officer", "administrator"])
def test_a_demo_lists_its_people(
    role: str, client: Client, settings: LazySettings, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(role)
    settings.SAMSPEL_DEMO = True
    page = client.get("/accounts/login/").content.decode()
    assert user.email in page
    assert settings.SAMSPEL_DEMO_PASSWORD in page


def test_who_may_not_sign_in_is_not_listed(
    client: Client, coach: User, officer: User, settings: LazySettings
) -> None:
    settings.SAMSPEL_DEMO = True
    User.objects.filter(pk=coach.pk).update(is_active=False)
    page = client.get("/accounts/login/").content.decode()
    assert coach.email not in page
    assert officer.email in page


def test_a_demo_without_people_lists_none(client: Client, db: None, settings: LazySettings) -> None:
    settings.SAMSPEL_DEMO = True
    assert settings.SAMSPEL_DEMO_PASSWORD not in client.get("/accounts/login/").content.decode()
