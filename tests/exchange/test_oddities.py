"""What is odd in a file is told before it is saved, and hinders nobody."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.exchange.importing.episodes import check_episodes
from samspel.exchange.models import ImportJob
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from tests.exchange.conftest import Write
from tests.exchange.files import AGAIN, binary_of, row
from tests.exchange.test_import_pages import file_of, handed_over

pytestmark = pytest.mark.django_db


def odd(*rows: dict[str, str], team: str | None = "Team Väster") -> list[str]:
    outcome = check_episodes(binary_of(*rows), team=team)
    assert not outcome.faults
    return outcome.oddities.sentences()


@pytest.mark.parametrize(
    ("named", "first_line"),
    [("Team Öster", 2), ("Team Väster", None), (" team  VÄSTER ", None), ("", None)],
)
def test_rows_that_name_another_team_are_told_of(
    team: Team, named: str, first_line: int | None
) -> None:
    told = odd(row(team=named))
    assert len(told) == (first_line is not None)
    if first_line is not None:
        assert "1 rad" in told[0]
        assert "rad 2" in told[0]
        assert team.name in told[0]


@pytest.mark.parametrize(
    ("started", "is_odd"),
    [(date(2023, 2, 2), True), (date(2023, 2, 1), False), (None, False)],
)
def test_a_stay_before_the_team_started_is_told_of(
    team: Team, started: date | None, *, is_odd: bool
) -> None:
    Team.objects.filter(pk=team.pk).update(started_on=started)
    told = odd(row(team="team väster"), row(episode_id="E2", **AGAIN), team=None)
    assert len(told) == is_odd
    if is_odd:
        assert "2023-02-02" in told[0]
        assert "rad 2" in told[0]


def test_the_page_says_it_before_the_file_is_imported(
    team: Team, leader: User, client_of: Callable[[User | None], Client]
) -> None:
    client = client_of(leader)
    handed_over(client, file_of(row(team="Annat"), row(team="Annat", episode_id="E2", **AGAIN)))
    job = ImportJob.objects.get()
    assert job.state == ImportJob.State.CHECKED
    page = client.get(reverse("import_job", args=[job.pk])).content.decode()
    assert "2 rader nämner ett annat team" in page
    assert reverse("import_confirm", args=[job.pk]) in page


def test_the_command_says_it_and_imports_all_the_same(team: Team, write: Write) -> None:
    out = io.StringIO()
    call_command("import_episodes", write(row(team="Annat")), "--team", team.name, stdout=out)
    assert "rad 2" in out.getvalue()
    assert Episode.objects.get().team == team
