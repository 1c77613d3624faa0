"""Pages that a link opens: no menu, nobody signed in, one sentence where it does not open."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from samspel.accounts.actor import SYSTEM
from samspel.organisation.models import Host, Team
from samspel.participants.links.link import Link, LinkState, Purpose
from samspel.participants.links.pages import opened_by_link
from samspel.participants.links.tokens import LinkRefused, make_link

NEVER = datetime(2099, 1, 1, tzinfo=UTC)
MADE = datetime(2025, 1, 1, tzinfo=UTC)
OWN = "/booked-visit/{}/"


@pytest.fixture
def token(team: Team) -> str:
    options: dict[str, Any] = {"expires_at": NEVER, "now": MADE, "by": SYSTEM}
    return make_link(team=team, purpose=Purpose.BOOK_VISIT, **options)[1]


def test_a_page_is_shown_without_menu_or_account(token: str) -> None:
    response = Client().get(f"/book-visit/{token}/")
    text = response.content.decode()
    assert response.status_code == 200
    assert "Samspel" in text
    assert "Logga in" not in text
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("state", [LinkState.USED, LinkState.EXPIRED, LinkState.WITHDRAWN, None])
def test_a_view_may_refuse_itself(token: str, rf: RequestFactory, state: LinkState | None) -> None:
    @opened_by_link(Purpose.BOOK_VISIT)
    def view(_request: HttpRequest, _link: Link) -> HttpResponse:
        raise LinkRefused(state)

    response = view(rf.get("/"), token)
    assert response.status_code == (404 if state is None else 410)
    assert "teamet" in response.content.decode().lower() or state is None


@pytest.mark.parametrize("path", ["/book-visit/{}/", "/book-follow-up/{}/", "/my-referrals/{}/"])
def test_nobody_keeps_the_page(token: str, path: str) -> None:
    response = Client().get(path.format(token))
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_a_guess_is_a_missing_page(db: None) -> None:
    response = Client().get(OWN.format("gissning"))
    assert response.status_code == 404
    assert "Kontrollera att hela länken kom med" in response.content.decode()


def test_a_form_without_its_token_against_forgery_is_refused(token: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/book-visit/{token}/", {}).status_code == 403


def test_the_foot_says_who_runs_it_and_leads_to_no_sign_in(token: str, team: Team) -> None:
    host = Host.objects.create(association=team.association, name="Nämnden i Ådal")
    Team.objects.filter(pk=team.pk).update(host=host)
    text = Client().get(f"/book-visit/{token}/").content.decode()
    assert "Nämnden i Ådal ansvarar för handlingarna" in text
    assert 'href="/accessibility"' in text
    for useless in ('href="/"', 'id="shortcuts"', "data-open-shortcuts"):
        assert useless not in text


def test_who_has_an_old_link_finds_the_way_to_a_new_one(token: str) -> None:
    assert 'href="/my-referrals/"' not in Client().get("/book-visit/other/").content.decode()
    Link.objects.update(expires_at=MADE + timedelta(days=1))
    response = Client().get(f"/book-visit/{token}/")
    assert response.status_code == 410
    assert 'href="/my-referrals/"' in response.content.decode()
