"""The figures of the way on their pages: each opens its cases, for the casework and nobody else."""

from datetime import date

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.figures.definitions import MEASURES, WAY_COHORTS, WAY_MEASURES, WAY_SHARES
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.episodes import figures_of
from samspel.participants.queue.intake_pause import IntakePause
from samspel.report.build import document_of
from tests import people
from tests.report.cases import printed
from tests.report.casework import CASEWORK
from tests.report.conftest import Signed

NEW = [*WAY_COHORTS, *WAY_SHARES, *WAY_MEASURES]
NOT_AN_EPISODE = {"episode_id", "participant_id", "team", "gender", "birth_date"}


@pytest.fixture
def casework(team: Team) -> None:
    """The made-up year as records."""
    for row in CASEWORK:
        person = people.make_participant(team, gender="woman")
        told = {name: value for name, value in row.items() if name not in NOT_AN_EPISODE}
        dates = {"trial_ends_on": told.pop("trial_ends_on", None)}
        people.make_episode(
            person,
            **dates,
            **{n: v for n, v in told.items() if v is not None}
            | {name: None for name in ("referred_on", "enrolled_on") if told[name] is None},
        )


def cases(page: str) -> int:
    return page.count('<th scope="row">')


@pytest.mark.parametrize("narrowed", ["", ".gender.woman", ".gender.man", ".coach.unknown"])
@pytest.mark.usefixtures("casework")
def test_every_figure_of_the_way_opens_its_cases(
    client_of: Signed, coach: User, team: Team, narrowed: str
) -> None:
    exact = figures_of(team, parse_period("2024"))
    client = client_of(coach)
    found = {}
    for figure in NEW:
        value = exact.value(f"{figure}{narrowed}")
        page = client.get(reverse("figure", args=[team.slug, "2024", f"{figure}{narrowed}"]))
        found[figure] = cases(page.content.decode())
        assert found[figure] == (value.n if value.part is None else value.part), figure
    assert any(found.values()) is (narrowed != ".gender.man")


@pytest.mark.usefixtures("casework")
def test_the_page_of_figures_has_the_way_for_the_casework_only(
    client_of: Signed, coach: User, steering_member: User, team: Team
) -> None:
    url = reverse("figures", args=[team.slug, "2024"])
    page = client_of(coach).get(url).content.decode()
    assert "Vägen genom teamet" in page
    for figure in NEW:
        assert (
            f'"{reverse("figure", args=[team.slug, "2024", figure])}"' in page or figure in MEASURES
        )
    public = client_of(steering_member).get(url)
    assert public.status_code == 200
    assert "Vägen genom teamet" not in public.content.decode()
    for figure in ("visited", "declined", "trial_rate", "completed.income_after.salary"):
        told = client_of(steering_member).get(reverse("figure", args=[team.slug, "2024", figure]))
        assert 'figure-value">..<' in told.content.decode()
        assert cases(told.content.decode()) == 0


@pytest.mark.usefixtures("casework")
def test_a_visit_and_a_leaving_stand_beside_the_case(
    client_of: Signed, coach: User, team: Team
) -> None:
    client = client_of(coach)
    page = client.get(reverse("figure", args=[team.slug, "2024", "withdrawn"])).content.decode()
    assert page.count("2024-05-01") == 5
    assert "Studiebesök" in page
    plain = client.get(reverse("figure", args=[team.slug, "2024", "closed"])).content.decode()
    assert "Lämnade före inskrivning" not in plain


@pytest.mark.usefixtures("casework")
def test_the_report_tells_places_and_pauses_of_the_period(team: Team) -> None:
    team.capacity = 4
    for first, last in (("2023-12-01", "2024-01-15"), ("2023-01-01", "2023-12-31")):
        IntakePause.objects.create(team=team, first_on=first, last_on=last, reason="Semester")
    IntakePause.objects.create(team=team, first_on=date(2025, 1, 1), reason="Senare")
    document = document_of(team, parse_period("2024"), language="sv")
    read = " ".join(
        str(run)
        for field in document.fields()
        for part in field.parts
        for block in part.blocks
        for run in getattr(block, "runs", ())
    )
    assert "Teamet har 4 platser, så fler var inskrivna" in read
    assert "Teamet tog inte in någon från 2023-12-01 till 2024-01-15." in read
    found = printed(document)
    assert found["visited"] == "19"
    assert found["completed.income_source.social_insurance.income_after.salary"] == "3"
