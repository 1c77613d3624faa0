"""The frame around every page: the menu for each role, colours, language, nothing inline."""

import re
from collections.abc import Callable

import pytest
from django.template.loader import get_template
from django.test import Client, RequestFactory

from samspel.accounts.models import User
from samspel.web.navigation import FIT, MENU, Frame, menus_for, places_for
from samspel.web.templatetags.frame import menu, own_menu

ClientOf = Callable[[User | None], Client]

CASEWORK = ["start", "participants", "sessions_week", "placements", "reports", "figures"]
MENUS = {
    "coach": [*CASEWORK, "teams"],
    "leader": [*CASEWORK, "imports", "teams", "log", "mails"],
    "steering_member": ["start", "reports", "figures", "teams"],
    "officer": ["start", "reports", "figures", "teams"],
    "administrator": ["start", "teams", "organisation", "users", "log", "mails"],
}


def frame_of(user: User, path: str = "/") -> Frame:
    request = RequestFactory().get(path)
    request.user = user
    return Frame(request)


def titles_of(user: User) -> list[object]:
    return [place.title for place in places_for(frame_of(user).rights)]


@pytest.mark.parametrize("role", MENUS)
def test_each_role_has_its_menu(role: str, request: pytest.FixtureRequest) -> None:
    titles = titles_of(request.getfixturevalue(role))
    assert titles == [entry.title for entry in MENU if entry.url_name in MENUS[role]]


@pytest.mark.parametrize("role", MENUS)
def test_no_bar_has_more_than_fits_and_nothing_is_lost(
    role: str, request: pytest.FixtureRequest
) -> None:
    frame = frame_of(request.getfixturevalue(role))
    menus = menus_for(frame.rights)
    assert len(menus.bar) <= FIT
    assert {*menus.bar, *menus.own} == set(places_for(frame.rights))
    assert bool(own_menu(frame)) == bool(menus.own) == (role == "leader")
    for place in menus.own:
        assert place.url in own_menu(frame)
        assert place.url not in menu(frame)


def test_the_menu_costs_one_query(coach: User, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert menu(frame_of(coach))


def test_who_has_left_the_team_loses_its_places(coach: User) -> None:
    coach.memberships.update(ended_on="2025-01-01")
    assert [place.url for place in places_for(frame_of(coach).rights)] == ["/"]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", ["/"]),
        ("/participants/register/", ["/participants/"]),
        ("/reports/figures/definitions/", ["/reports/figures/"]),
        ("/reports/", ["/reports/"]),
        ("/accessibility", []),
    ],
)
def test_the_place_one_is_in_is_the_current_one(coach: User, path: str, current: list[str]) -> None:
    assert re.findall(r'href="([^"]+)" aria-current="page"', menu(frame_of(coach, path))) == current


def test_every_entry_of_the_menu_is_for_somebody(
    coach: User, leader: User, administrator: User
) -> None:
    seen = {title for user in (coach, leader, administrator) for title in titles_of(user)}
    assert seen == {entry.title for entry in MENU}


def test_a_page_has_a_way_past_the_menu_and_names_its_language(
    coach: User, client_of: ClientOf
) -> None:
    page = client_of(coach).get("/").content.decode()
    assert '<html lang="sv" data-bs-theme="auto">' in page
    assert page.index('href="#content"') < page.index("<nav")
    assert '<main id="content"' in page


def test_nothing_on_a_page_needs_a_wider_policy(coach: User, client_of: ClientOf) -> None:
    response = client_of(coach).get("/")
    page = response.content.decode()
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert " style=" not in page
    assert "<style" not in page
    assert not re.findall(r"\son\w+=", page)
    assert not re.findall(r"<script(?![^>]*\ssrc=)", page)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)


def test_the_colours_are_kept_and_one_comes_back(client: Client, db: None) -> None:
    response = client.post("/theme", {"theme": "dark", "next": "/accessibility"})
    assert response.headers["Location"] == "/accessibility"
    assert 'data-bs-theme="dark"' in client.get("/accessibility").content.decode()


@pytest.mark.parametrize("next_url", ["https://example.org/", "//example.org", "javascript:x", ""])
def test_one_never_comes_back_to_somewhere_else(client: Client, db: None, next_url: str) -> None:
    response = client.post("/theme", {"theme": "light", "next": next_url})
    assert response.headers["Location"] == "/"


def test_colours_that_do_not_exist_are_not_kept(client: Client, db: None) -> None:
    assert "theme" not in client.post("/theme", {"theme": "pink"}).cookies
    client.cookies["theme"] = "pink"
    assert 'data-bs-theme="auto"' in client.get("/accessibility").content.decode()


def test_colours_are_chosen_by_post_only(client: Client, db: None) -> None:
    assert client.get("/theme").status_code == 405


def test_the_language_follows_the_person_to_another_browser(
    client: Client, client_of: ClientOf, coach: User
) -> None:
    coach.set_password("regn över Ängsö 7")
    coach.save()
    client_of(coach).post("/language", {"language": "en", "next": "/"})
    client.post("/accounts/login/", {"login": coach.email, "password": "regn över Ängsö 7"})
    assert client.cookies["language"].value == "en"
    client_of(coach).post("/language", {"language": "xx", "next": "/"})
    coach.refresh_from_db()
    assert coach.language == "en"


def test_the_language_is_kept(client: Client, db: None) -> None:
    assert "<h1>Tillgänglighet</h1>" in client.get("/accessibility").content.decode()
    client.post("/language", {"language": "en", "next": "/accessibility"})
    assert "<h1>Accessibility</h1>" in client.get("/accessibility").content.decode()


def test_messages_stand_on_the_page(client: Client, db: None) -> None:
    page = client.post("/accessibility", {"problem": "x"}, follow=True).content.decode()
    assert re.search(r'<div class="message is-success"><svg.*Tack', page, re.DOTALL)


@pytest.mark.parametrize("name", ["empty", "waiting"])
def test_parts_can_stand_alone(name: str) -> None:
    part = get_template(f"web/parts/{name}.html")
    assert 'class="sign"' in part.render({"title": "T", "text": "Text", "url": "/x", "act": "A"})
