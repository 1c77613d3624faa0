"""Bad input of every kind comes back as a form that says so, never as a server error."""

import itertools
import re

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from tests.participants.conftest import HOSTILE
from tests.people import client_of

ALONE = 5
"""Every so many fields get a text for themselves: a form of thirty would else take a minute."""
NOBODY = "00000000-0000-0000-0000-000000000000"
FORMS = (
    "participant_register",
    "participant_correct",
    "episode_refer",
    "episode_enrol",
    "episode_close",
    "episode_withdraw",
    "episode_correct",
)


@pytest.fixture
def addresses(
    team: Team, visited: Episode, queued: Episode, enrolled: Episode, closed: Episode
) -> dict[str, list[str]]:
    """Each form's addresses, with records in the stages that it is for."""
    return {
        "participant_register": [reverse("participant_register")],
        "participant_correct": [reverse("participant_correct", args=[enrolled.participant_id])],
        "episode_refer": [
            reverse("episode_refer", args=[visited.participant_id]),
            reverse("episode_refer", args=[closed.participant_id]),
        ],
        "episode_enrol": [reverse("episode_enrol", args=[queued.pk])],
        "episode_close": [reverse("episode_close", args=[enrolled.pk])],
        "episode_withdraw": [reverse("episode_withdraw", args=[queued.pk])],
        "episode_correct": [reverse("episode_correct", args=[closed.pk])],
    }


def records() -> list[object]:
    return [*Participant.objects.order_by("pk").values(), *Episode.objects.order_by("pk").values()]


@pytest.mark.parametrize("form", FORMS)
def test_every_field_takes_every_bad_text(
    addresses: dict[str, list[str]], coach: User, form: str
) -> None:
    client = client_of(coach)
    for url, (turn, bad) in itertools.product(addresses[form], enumerate(HOSTILE)):
        page = client.get(url)
        names = [*page.context["form"].fields, "is_another_person"]
        # Alone each field gets some of the texts, by turns; all together they get every one.
        for name in names[turn % ALONE :: ALONE]:
            response = client.post(url, {name: bad})
            assert response.status_code in {200, 302}, (name, bad[:40])
        before = records()
        response = client.post(url, dict.fromkeys(names, bad))
        assert response.status_code == 200
        assert records() == before
        text = response.content.decode()
        assert "<script>alert(1)" not in text
        assert not re.search(r"\b49\b20\d\d", text)


@pytest.mark.parametrize(
    "path",
    [
        "zzz/",
        f"{NOBODY}/",
        f"{NOBODY}/correct/",
        f"{NOBODY}/refer/",
        f"cases/{NOBODY}/close/",
        "%00/",
        "register/?team=%00",
        "register/?team=team-oster",
        "register/?team=" + "x" * 3000,
    ],
)
def test_what_does_not_exist_is_not_found(
    coach: User, team: Team, other_team: Team, path: str
) -> None:
    assert client_of(coach).get(f"/participants/{path}").status_code == 404
