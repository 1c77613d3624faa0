"""Who may see which page of reports and figures, and in which edition."""

import pytest
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from samspel.report.creation import begin_report
from samspel.report.models import Report
from tests.report.conftest import Signed

READERS = ("coach", "colleague", "leader", "steering_member", "officer")
WRITERS = ("coach", "colleague", "leader")
OUTSIDERS = ("stranger", "administrator")


def pages_to_read(report: Report) -> list[str]:
    slug = report.team.slug
    return [
        reverse("report", args=[report.pk]),
        reverse("report_download", args=[report.pk, "json"]),
        reverse("figures", args=[slug, "2024"]),
        reverse("figures_download", args=[slug, "2024", "json"]),
        reverse("figure", args=[slug, "2024", "newly_enrolled.gender.woman"]),
    ]


def pages_to_write(report: Report) -> list[str]:
    return [
        reverse("report_edit", args=[report.pk, "1"]),
        reverse("report_edit", args=[report.pk, "summary"]),
        reverse("report_edit", args=[report.pk, "appendices"]),
        reverse("report_versions", args=[report.pk, "1.description"]),
    ]


def acts(report: Report) -> list[str]:
    return [
        reverse("report_text", args=[report.pk, "1.description"]),
        reverse("report_writers", args=[report.pk, "1"]),
    ]


def status(signed: Signed, user: object, url: str, method: str = "get") -> int:
    data = {"body": "Text", "base_version": "0"} if method == "post" else {}
    return getattr(signed(user), method)(url, data).status_code


@pytest.mark.parametrize("role", [*READERS, *OUTSIDERS])
def test_figures_and_reports_are_read_by_their_team_its_steering_group_and_its_association(
    request: pytest.FixtureRequest, client_of: Signed, report: Report, role: str
) -> None:
    user = request.getfixturevalue(role)
    expected = 200 if role in READERS else 404
    assert {status(client_of, user, url) for url in pages_to_read(report)} == {expected}


@pytest.mark.parametrize("role", [*READERS, *OUTSIDERS])
def test_reports_are_written_by_the_team_only(
    request: pytest.FixtureRequest, client_of: Signed, report: Report, role: str
) -> None:
    user = request.getfixturevalue(role)
    may = role in WRITERS
    seen = {status(client_of, user, url) for url in pages_to_write(report)}
    assert seen == {200 if may else 404}
    done = {status(client_of, user, url, "post") for url in acts(report)}
    assert done <= {200, 302} if may else done == {404}
    assert report.texts.exists() == may


def test_who_is_not_signed_in_is_asked_to(client_of: Signed, report: Report) -> None:
    for url in [*pages_to_read(report), *pages_to_write(report), reverse("reports")]:
        answer = client_of(None).get(url)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/accounts/login/")


def test_those_who_do_the_casework_go_from_a_number_to_its_cases(
    client_of: Signed, coach: object, report: Report, year: list[Episode]
) -> None:
    page = client_of(coach).get(reverse("report", args=[report.pk])).content.decode()
    address = reverse("figure", args=[report.team.slug, "2024", "newly_enrolled.gender.man"])
    assert address in page
    cases = client_of(coach).get(address).content.decode()
    assert [each.participant.name in cases for each in year] == [False] * 6 + [True] * 2


@pytest.mark.parametrize("role", ["steering_member", "officer"])
def test_others_read_the_public_edition_and_meet_no_case(
    request: pytest.FixtureRequest, client_of: Signed, report: Report, role: str
) -> None:
    client = client_of(request.getfixturevalue(role))
    page = client.get(reverse("report", args=[report.pk])).content.decode()
    assert "/reports/figures/team-vaster/2024/newly" not in page
    assert "&lt;5" in page
    address = reverse("figure", args=[report.team.slug, "2024", "newly_enrolled.gender.man"])
    figure = client.get(address).content.decode()
    assert "Alva" not in figure
    assert "Nummer" not in figure
    assert '<p class="figure-value">..</p>' in figure


OFF_THE_GRID = ["2024-01-01..2024-12-30", "2024-02", "2024H1", "2023-07..2024-06", "2023..2024"]


@pytest.mark.parametrize("role", ["steering_member", "officer"])
@pytest.mark.parametrize("period", [*OFF_THE_GRID, "2999"])
def test_the_public_edition_answers_for_the_teams_own_periods_only(
    request: pytest.FixtureRequest, client_of: Signed, report: Report, role: str, period: str
) -> None:
    """Two periods that overlap would tell by their difference what happened between."""
    client = client_of(request.getfixturevalue(role))
    slug = report.team.slug
    for url in (
        reverse("figure", args=[slug, period, "newly_enrolled"]),
        reverse("figure", args=[slug, "2024", f"newly_enrolled@{period}"]),
        reverse("figures_download", args=[slug, period, "csv"]),
    ):
        assert client.get(url).status_code == 404
    if period != "2999":
        refused = client.get(reverse("figures", args=[slug, period])).content.decode()
        assert "kalenderår" in refused
        assert "report-table" not in refused


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize("period", [*OFF_THE_GRID, "2098"])
def test_reports_off_the_rhythm_are_found_by_the_team_only(
    request: pytest.FixtureRequest, client_of: Signed, report: Report, role: str, period: str
) -> None:
    asked = parse_period(period)
    other = begin_report(team=report.team, period=asked, language="sv", by=SYSTEM).report
    client = client_of(request.getfixturevalue(role))
    listed = client.get(reverse("reports")).content.decode()
    told = client.get(reverse("start")).content.decode()
    urls = [reverse("report", args=[other.pk]), reverse("report_download", args=[other.pk, "json"])]
    expected = 200 if role in WRITERS else 404
    assert {client.get(url).status_code for url in urls} == {expected}
    assert (urls[0] in listed, urls[0] in told) == (role in WRITERS, role in WRITERS)
    assert reverse("report", args=[report.pk]) in listed


def test_a_team_that_changes_its_rhythm_opens_other_periods(
    client_of: Signed, officer: object, report: Report
) -> None:
    client, url = client_of(officer), reverse("report", args=[report.pk])
    assert client.get(url).status_code == 200
    Team.objects.filter(pk=report.team_id).update(report_rhythm="half_year")
    assert client.get(url).status_code == 404
    half = reverse("figures", args=[report.team.slug, "2024H1"])
    assert "report-table" in client.get(half).content.decode()


def test_a_protected_person_is_counted_and_not_named(
    client_of: Signed, coach: object, report: Report, year: list[Episode]
) -> None:
    Participant.objects.filter(pk=year[0].participant_id).update(protection="marked")
    address = reverse("figure", args=[report.team.slug, "2024", "newly_enrolled"])
    page = client_of(coach).get(address).content.decode()
    assert "Nummer0" not in page
    assert year[0].case_number not in page
    assert str(year[0].participant_id) not in page
    assert "Skyddad identitet" in page
    assert page.count("<tr>") == 1 + len(year)


def test_the_list_holds_the_reports_of_ones_own_teams(
    client_of: Signed, coach: object, stranger: object, report: Report, team: Team
) -> None:
    url = reverse("report", args=[report.pk])
    assert url in client_of(coach).get(reverse("reports")).content.decode()
    assert url not in client_of(stranger).get(reverse("reports")).content.decode()
