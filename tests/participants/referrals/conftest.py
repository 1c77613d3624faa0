"""A form on its way through the team, and the links that open it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.organisation.models import Team
from samspel.pages.today import now
from samspel.participants.links.link import Purpose
from samspel.participants.links.tokens import make_link
from samspel.participants.questions.models import Question
from samspel.participants.referrals.models import ReferralForm

LONG_AGO = datetime(2025, 3, 1, 9, tzinfo=UTC)
NUMBER = "199001022384"
"""A test number of the tax agency's series."""


@pytest.fixture
def hopes(team: Team) -> Question:
    return Question.objects.create(
        team=team, form="referral", text="What do you hope for?", is_required=True
    )


@pytest.fixture
def draft(team: Team, hopes: Question) -> ReferralForm:
    return ReferralForm.objects.create(team=team, begun_at=LONG_AGO)


@pytest.fixture
def sent(team: Team) -> ReferralForm:
    return make_sent(team)


def make_sent(team: Team, **fields: Any) -> ReferralForm:
    """A form that waits for the team."""
    fields.setdefault("given_name", "Nils")
    fields.setdefault("family_name", "Påhittad")
    fields.setdefault("referred_by", "region")
    fields.setdefault("caseworker_name", "Hanna Läggare")
    fields.setdefault("caseworker_email", "hanna@example.org")
    fields.setdefault("sent_at", LONG_AGO)
    return ReferralForm.objects.create(team=team, begun_at=LONG_AGO, **fields)


def open_page(form: ReferralForm, **more: Any) -> str:
    """The address of a new link to the form."""
    values = {"expires_at": now() + timedelta(days=14), "now": now()} | more
    _link, token = make_link(
        team=form.team,
        purpose=Purpose.REFERRAL_FORM,
        subject_id=form.pk,
        email="hanna@example.org",
        by=SYSTEM,
        **values,
    )
    return reverse("referral_open", args=[token])


def filled(form: ReferralForm, **more: Any) -> dict[str, Any]:
    """What a page sends when everything is filled in."""
    question = Question.objects.get(team=form.team)
    return {
        "given_name": "Nils",
        "family_name": "Påhittad",
        "referred_by": "region",
        "caseworker_name": "Hanna Läggare",
        "caseworker_email": "hanna@example.org",
        f"question_{question.pk}": "Work",
    } | more


class Page:
    """One browser that has the form open: it sends what it began from, as the page does."""

    def __init__(self, url: str) -> None:
        self.client, self.url = Client(), url
        self.load()

    def load(self) -> Any:
        response = self.client.get(self.url)
        self.base, self.name = response.context["base"], response.context["page_name"]
        return response

    def autosave(self, **values: Any) -> Any:
        response = self.client.post(
            self.url,
            {"base": self.base, "page": self.name, **values},
            headers={"HX-Request": "true"},
        )
        if "base" in (response.context or ()):
            self.base = response.context["base"]
        return response

    def press(self, act: str, **values: Any) -> Any:
        given = {"base": self.base, "page": self.name, "act": act, **values}
        return self.client.post(self.url, given, follow=True)


@pytest.fixture(autouse=True)
def files(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Where attached files are kept in this test."""
    monkeypatch.setattr(default_storage, "location", str(tmp_path))
    monkeypatch.setattr(default_storage, "base_location", str(tmp_path))
    return tmp_path
