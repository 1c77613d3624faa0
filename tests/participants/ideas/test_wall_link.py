"""The wall's address: staff opens the page, prints the poster, lets it be open for longer."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from qrcode.constants import ERROR_CORRECT_Q  # type: ignore[import-untyped]  # it has no types
from qrcode.main import QRCode  # type: ignore[import-untyped]  # it has no types

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.pages.today import now
from samspel.participants.ideas.poster import CodeDrawing, code_of
from samspel.participants.ideas.wall_link import (
    LETTERS,
    OPENS_FOR,
    as_printed,
    token_of,
    wall_links,
)
from samspel.participants.links.models import Link
from tests.participants.conftest import told
from tests.participants.ideas.made import make_wall
from tests.people import client_of


def test_only_the_team_prints_the_poster(team: Team, coach: User, stranger: User) -> None:
    make_wall(team, now())
    poster = reverse("wall_poster", args=[team.slug])
    assert client_of(coach).get(poster).status_code == 200
    assert client_of(stranger).get(poster).status_code == 404
    assert client_of(None).get(poster)["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("page", ["wall_open", "wall_keep", "wall_close"])
def test_a_stranger_moves_nothing(team: Team, stranger: User, page: str) -> None:
    make_wall(team, now())
    before = Link.objects.values().get()
    assert client_of(stranger).post(reverse(page, args=[team.slug])).status_code == 404
    assert Link.objects.values().get() == before


def test_staff_opens_the_page_and_prints_the_poster_again_and_again(
    team: Team, coach: User, colleague: User
) -> None:
    page = reverse("wall_link")
    assert client_of(coach).get(page).context["link"] is None
    assert client_of(coach).get(reverse("wall_poster", args=[team.slug])).status_code == 404
    client_of(coach).post(reverse("wall_open", args=[team.slug]))
    token = token_of(wall_links(team, now()).get())
    for user in (coach, colleague):
        poster = client_of(user).get(reverse("wall_poster", args=[team.slug])).content.decode()
        assert f"/wall/{token}/" in poster
        assert code_of(f"{settings.SAMSPEL_ADDRESS}/wall/{token}/").path in poster
    assert client_of(None).get(f"/wall/{token}/").status_code == 200
    assert told("wall_opened").actor == coach


def test_the_token_is_stored_nowhere(team: Team) -> None:
    token = make_wall(team, now())
    assert token not in str(Link.objects.values().get())
    assert set(token.replace("-", "")) <= set(LETTERS)
    assert as_printed(token.upper()) == token


def test_another_secret_asks_for_a_new_address(team: Team, coach: User) -> None:
    make_wall(team, now())
    link = wall_links(team, now()).get()
    Link.objects.filter(pk=link.pk).update(digest="another")
    shown = client_of(coach).get(reverse("wall_link"))
    assert shown.context["address"] == ""
    assert client_of(coach).get(reverse("wall_poster", args=[team.slug])).status_code == 404


def test_the_page_is_let_open_for_longer(team: Team, coach: User) -> None:
    token = make_wall(team, now() - OPENS_FOR + timedelta(days=30))
    assert client_of(coach).get(reverse("wall_link")).context["runs_out"]
    client_of(coach).post(reverse("wall_keep", args=[team.slug]))
    assert not client_of(coach).get(reverse("wall_link")).context["runs_out"]
    assert token_of(wall_links(team, now()).get()) == token


def test_an_address_that_has_run_out_opens_again_with_the_same_posters(
    team: Team, coach: User
) -> None:
    token = make_wall(team, now() - OPENS_FOR - timedelta(days=3))
    url = reverse("wall", args=[token])
    assert client_of(None).get(url).status_code != 200
    page = client_of(coach).get(reverse("wall_link"))
    assert not page.context["is_open"]
    assert "Adressen gick ut" in page.content.decode()
    assert client_of(coach).get(reverse("wall_poster", args=[team.slug])).status_code == 404
    client_of(coach).post(reverse("wall_keep", args=[team.slug]))
    assert client_of(None).get(url).status_code == 200
    assert told("wall_kept").actor == coach


def test_an_address_that_has_run_out_is_withdrawn_by_a_new_one_or_by_closing(
    team: Team, coach: User
) -> None:
    for button in ("wall_open", "wall_close"):
        Link.objects.all().delete()
        token = make_wall(team, now() - OPENS_FOR - timedelta(days=3))
        old = Link.objects.get()
        client_of(coach).post(reverse(button, args=[team.slug]))
        old.refresh_from_db()
        assert old.withdrawn_at is not None
        client_of(coach).post(reverse("wall_keep", args=[team.slug]))
        assert client_of(None).get(reverse("wall", args=[token])).status_code != 200


def test_one_address_at_a_time(team: Team, coach: User) -> None:
    for _time in range(3):
        client_of(coach).post(reverse("wall_open", args=[team.slug]))
    assert wall_links(team, now()).count() == 1
    client_of(coach).post(reverse("wall_close", args=[team.slug]))
    assert wall_links(team, now()).count() == 0
    assert client_of(coach).post(reverse("wall_keep", args=[team.slug])).status_code == 302
    assert wall_links(team, now()).count() == 0


def squares(drawing: CodeDrawing) -> list[list[bool]]:
    """The drawing, read back into squares."""
    found = [[False] * drawing.size for _row in range(drawing.size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawing.path):
        for step in range(int(length)):
            found[int(y)][int(x) + step] = True
    return found


def test_the_drawing_is_the_code_with_its_quiet_zone() -> None:
    address = "https://samspel.example/wall/k7m4-qxtz-p2hn/"
    code = QRCode(error_correction=ERROR_CORRECT_Q, border=4)
    code.add_data(address)
    code.make(fit=True)
    assert squares(code_of(address)) == code.get_matrix()
