"""The menu of the pages about one team."""

import re

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.web.team_menu import PAGES, current_of, team_places
from tests.people import client_of


def section_menu(page: str) -> str:
    found = re.search(r'<nav class="section-menu".*?</nav>', page, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("name", [name for _title, name, _icon in PAGES])
def test_each_page_leads_to_all_the_others(steering_member: User, team: Team, name: str) -> None:
    page = client_of(steering_member).get(reverse(name, args=[team.slug])).content.decode()
    menu = section_menu(page)
    for place in team_places(team.slug):
        assert f'href="{place.url}"' in menu
    here = reverse(name, args=[team.slug])
    assert f'href="{here}" aria-current="page"' in menu
    assert menu.count("aria-current") == 1


def test_a_page_below_belongs_to_the_place_it_lies_in(team: Team) -> None:
    below = reverse("terms_write", args=[team.slug])
    assert current_of(team.slug, below) == reverse("terms", args=[team.slug])
    assert current_of(team.slug, reverse("team", args=[team.slug])) == reverse(
        "team", args=[team.slug]
    )


def test_other_pages_have_no_menu_of_a_team(leader: User, team: Team) -> None:
    client = client_of(leader)
    for url in (reverse("teams"), reverse("team_settings", args=[team.slug]), reverse("reports")):
        assert reverse("terms", args=[team.slug]) not in section_menu(
            client.get(url).content.decode()
        )


def test_the_menu_names_the_place_it_is_of(leader: User, team: Team) -> None:
    client = client_of(leader)
    for name, title in (("participants", "Deltagare"), ("placements", "Arbetsplatser")):
        menu = section_menu(client.get(reverse(name)).content.decode())
        assert f'aria-label="{title}"' in menu
