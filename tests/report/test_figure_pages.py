"""The pages of figures: what is shown, what leads where, and addresses that make no sense."""

import json
from urllib.parse import quote

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samspel.accounts.models import User
from samspel.figures.definitions import (
    DEFINITIONS,
    PUBLIC_COHORTS,
    PUBLIC_MEASURES,
    WAY_COHORTS,
    WAY_MEASURES,
)
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from tests.report.conftest import Signed


def test_the_menus_page_goes_to_the_last_year(client_of: Signed, coach: User, team: Team) -> None:
    answer = client_of(coach).get(reverse("figures"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/reports/figures/{team.slug}/")


def test_a_chosen_period_is_gone_to_and_a_senseless_one_refused(
    client_of: Signed, coach: User, team: Team
) -> None:
    client = client_of(coach)
    chosen = client.get(reverse("figures"), {"team": team.slug, "period": "180701-190630"})
    assert chosen["Location"] == reverse("figures", args=[team.slug, "2018-07..2019-06"])
    refused = client.get(reverse("figures"), {"team": team.slug, "period": "2024..2023"})
    assert "Perioden slutar innan den börjar." in refused.content.decode()


def test_somebody_without_a_team_is_told_so(client_of: Signed, administrator: User) -> None:
    assert "Inget team" in client_of(administrator).get(reverse("figures")).content.decode()


def test_every_figure_is_on_the_page(
    client_of: Signed, coach: User, team: Team, year: list[Episode]
) -> None:
    page = client_of(coach).get(reverse("figures", args=[team.slug, "2024"])).content.decode()
    for key in (*PUBLIC_COHORTS, *WAY_COHORTS, *PUBLIC_MEASURES, *WAY_MEASURES, "result_rate"):
        assert f'href="{reverse("figure", args=[team.slug, "2024", key])}"' in page


def test_every_definition_has_its_anchor(client_of: Signed, coach: User) -> None:
    page = client_of(coach).get(reverse("definitions")).content.decode()
    for key in DEFINITIONS:
        assert f'id="{key}"' in page


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_the_figures_are_taken_away(
    client_of: Signed, coach: User, team: Team, year: list[Episode], ending: str
) -> None:
    url = reverse("figures_download", args=[team.slug, "2024", ending])
    answer = client_of(coach).get(url)
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="team-vaster-2024.{ending}"'
    if ending == "json":
        assert json.loads(answer.content)["counts"]["newly_enrolled"]["n"] == len(year)


@pytest.mark.parametrize(
    ("address", "cases"),
    [
        ("newly_enrolled", 8),
        ("newly_enrolled.gender.man", 2),
        ("newly_enrolled.gender.man.share", 2),
        ("closed.outcome.moved+other+work", 5),
        ("throughput_months.median", 5),
        ("result_rate", 5),
        ("newly_enrolled@previous", 0),
        ("enrolled_at_end@since_start", 3),
    ],
)
def test_a_figure_shows_the_cases_that_it_counts(
    client_of: Signed, coach: User, team: Team, year: list[Episode], address: str, cases: int
) -> None:
    url = reverse("figure", args=[team.slug, "2024", address])
    page = client_of(coach).get(url).content.decode()
    assert page.count('<th scope="row">') == cases


@pytest.mark.parametrize(
    "path",
    [
        "{slug}/2024/nothing/",
        "{slug}/2024/newly_enrolled.share/",
        "{slug}/2024/newly_enrolled.gender/",
        "{slug}/2024/newly_enrolled.gender.%3Cscript%3E/",
        "{slug}/2024/newly_enrolled@0001/",
        "{slug}/2024/newly_enrolled@9999..0001/",
        "{slug}/2024..2023/newly_enrolled/",
        "{slug}/0001/newly_enrolled/",
        "{slug}/2024-99/",
        "{slug}/x/",
        "no-team/2024/",
        "no-team/2024/newly_enrolled/",
        "{slug}/2024/as/pdf/",
    ],
)
def test_an_address_that_makes_no_sense_is_no_page(
    client_of: Signed, coach: User, team: Team, path: str
) -> None:
    url = f"/reports/figures/{path.format(slug=team.slug)}"
    assert client_of(coach).get(url).status_code == 404


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.sampled_from(
            [
                *".@+'ö<",
                *("newly_enrolled", "closed", "gender", "woman", "outcome", "other", "share"),
                *("throughput_months", "years", "median", "previous", "since_start", "2024"),
            ]
        ),
        min_size=1,
        max_size=9,
    ).map("".join)
)
def test_no_address_is_a_server_error(
    client_of: Signed, coach: User, team: Team, address: str
) -> None:
    url = f"/reports/figures/{team.slug}/2024/{quote(address)}/"
    assert client_of(coach).get(url).status_code in (200, 404)
