"""All years of a team in one table, in each edition, and as a file."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import User
from samspel.figures.period import Period, parse_period
from samspel.organisation.models import Association, Team
from samspel.report.published.models import PublishedFigure
from samspel.report.published.resolving import resolve
from samspel.report.published.years import Asked, Cell, kind_of, years_of
from tests.report.cases import fill_golden
from tests.report.conftest import Signed
from tests.report.published.made import (
    NOW,
    examination,
    finding_of,
    make_published,
)

pytestmark = pytest.mark.django_db
TODAY = date(2024, 2, 1)
GOLDEN = "kraften-2022-07--2023-06"
BROKEN = parse_period("2022-07..2023-06")
TEXT = """Vid årets slut var 41 personer inskrivna.
Nya var 16 och avslutade 22.
Genomströmningstiden var 19,1 månader.
Tiden i offentlig försörjning var 1,15 år."""


def in_step(team: Team) -> None:
    """The team has a year of records and reports from July to June."""
    fill_golden(team, GOLDEN)
    Team.objects.filter(pk=team.pk).update(report_rhythm="broken_year")
    team.refresh_from_db()


def cells(team: Team, address: str, **asked: str) -> dict[str, Cell]:
    years = years_of(team, edition="internal", language="sv", today=TODAY, asked=Asked(**asked))
    row = next(each for each in years.rows() if each.address == address)
    return {cell.period.label: cell for cell in row.cells}


def test_published_years_stand_before_those_of_the_records(team: Team, coach: User) -> None:
    in_step(team)
    make_published(team, coach)
    found = cells(team, "newly_enrolled")
    assert list(found)[:2] == ["2018", "2019"]
    assert found["2019"].published is not None
    assert (found["2019"].shown, found["2019"].recorded) == ("12", None)
    recorded = found[BROKEN.label].recorded
    assert recorded is not None
    assert (recorded.printed, found[BROKEN.label].published) == ("16", None)


def test_what_nobody_knows_is_no_row_and_no_zero(team: Team, coach: User) -> None:
    make_published(team, coach)
    years = years_of(team, edition="internal", language="sv", today=TODAY)
    addresses = {row.address for row in years.rows()}
    assert "age_at_closing" not in addresses
    window = cells(team, "newly_enrolled")["2018"]
    assert not window.is_told


@pytest.mark.parametrize(
    ("stated", "address", "differs", "why"),
    [
        (("newly_enrolled", 2, "16", ""), "newly_enrolled", False, "the same count"),
        (("closed", 2, "22", ""), "closed", True, "the records have 23"),
        (("throughput_months", 3, "19,1", "months"), "throughput_months", False, "rounded"),
        (
            ("public_support_months.years", 4, "1,15", "years"),
            "public_support_months",
            False,
            "years are months by twelve",
        ),
    ],
)
def test_differing_sources_are_told_apart(
    stated: tuple[str, int, str, Any],
    address: str,
    differs: bool,
    why: str,
    team: Team,
    coach: User,
) -> None:
    in_step(team)
    make_published(team, coach, made=examination(TEXT, (stated,), BROKEN))
    cell = cells(team, address)[BROKEN.label]
    assert cell.recorded is not None
    assert cell.published is not None
    assert cell.differs is differs, why


def test_months_that_were_printed_as_years_say_so(team: Team, coach: User) -> None:
    stated = (("public_support_months.years", 4, "1,15", "years"),)
    make_published(team, coach, made=examination(TEXT, stated, BROKEN))
    assert cells(team, "public_support_months")[BROKEN.label].shown == "1,15 år"


def test_the_first_year_counts_although_nobody_was_closed(team: Team) -> None:
    in_step(team)
    first = Period(date(2015, 7, 1), date(2016, 6, 30))
    years = years_of(team, edition="internal", language="sv", today=TODAY)
    assert first not in [period for period, _name in years.periods]


@pytest.mark.parametrize(
    ("period", "kind"),
    [
        ("2019", "year"),
        ("2019H2", "half"),
        ("2018-07..2019-06", "broken"),
        ("2018-02..2019-01", "other"),
        ("2018-07-02..2019-06-30", "other"),
    ],
)
def test_kinds_of_periods(period: str, kind: str) -> None:
    assert kind_of(parse_period(period)) == kind


def test_the_table_is_narrowed_by_group_and_kind(team: Team, coach: User) -> None:
    in_step(team)
    make_published(team, coach)
    assert list(cells(team, "closed", kind="broken")) == [BROKEN.label]
    years = years_of(
        team, edition="internal", language="sv", today=TODAY, asked=Asked(group="times")
    )
    assert [name for name, _rows in years.groups] == ["times"]


def test_who_sees_figures_sees_the_years(
    client_of: Signed,
    team: Team,
    coach: User,
    colleague: User,
    steering_member: User,
    officer: User,
    stranger: User,
) -> None:
    make_published(team, coach)
    url = reverse("team_years", args=[team.slug])
    figure = PublishedFigure.objects.get(address="closed")
    source = reverse("published_figure", args=[team.slug, figure.pk])
    for user in (coach, colleague, steering_member, officer):
        assert "18,4" in client_of(user).get(url).content.decode()
        assert "så vid årets slut var 23 kvar" in client_of(user).get(source).content.decode()
    for each in (url, source):
        assert client_of(stranger).get(each).status_code == 404


def test_a_figure_is_found_in_its_own_team_only(
    client_of: Signed, team: Team, other_team: Team, coach: User, stranger: User
) -> None:
    make_published(team, coach)
    figure = PublishedFigure.objects.get(address="closed")
    url = reverse("published_figure", args=[other_team.slug, figure.pk])
    assert client_of(stranger).get(url).status_code == 404


def test_the_public_edition_withholds_its_own_and_shows_what_was_published(
    team: Team, coach: User
) -> None:
    in_step(team)
    stated = (("newly_enrolled.gender.man", 2, "3", ""),)
    text = "Deltagare\nNya män var 3."
    make_published(team, coach, made=examination(text, stated, parse_period("2019")))
    years = years_of(team, edition="public", language="sv", today=TODAY)
    rows = {row.address: {c.period.label: c for c in row.cells} for row in years.rows()}
    assert rows["newly_enrolled.gender.man"]["2019"].shown == "3"
    work = rows["closed.outcome.studies"][BROKEN.label].recorded
    assert work is not None
    assert work.withheld


def test_the_page_part_equals_its_reload(client_of: Signed, team: Team, coach: User) -> None:
    make_published(team, coach)
    url = reverse("team_years", args=[team.slug]) + "?kind=year"
    client = client_of(coach)
    part = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in client.get(url).content.decode()


def test_an_empty_table_teaches(client_of: Signed, team: Team, coach: User, officer: User) -> None:
    url = reverse("team_years", args=[team.slug])
    assert reverse("older_report_new") in client_of(coach).get(url).content.decode()
    page = client_of(officer).get(url).content.decode()
    assert "Inga år än" in page
    assert reverse("older_report_new") not in page


def test_the_table_costs_the_same_for_many_years(
    client_of: Signed, team: Team, coach: User, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    in_step(team)
    for year in range(2008, 2018):
        period = Period(date(year, 1, 1), date(year, 12, 31))
        make_published(team, coach, name=f"{year}.txt", made=examination(period=period))
    client = client_of(coach)
    with django_assert_max_num_queries(18):
        client.get(reverse("team_years", args=[team.slug]))


def files(client: Client, team: Team, ending: str, query: str = "") -> bytes:
    answer = client.get(reverse("team_years_download", args=[team.slug, ending]) + query)
    assert answer.status_code == 200
    return bytes(answer.content)


def test_the_spreadsheet_has_numbers_as_numbers_and_their_source(
    client_of: Signed, team: Team, coach: User
) -> None:
    make_published(team, coach)
    book = load_workbook(BytesIO(files(client_of(coach), team, "xlsx")))
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    line = next(row for row in rows if "18,4" not in map(str, row) and 18.4 in row)
    assert {"publicerat", "rapport.txt", "2019-01-01"} <= {str(each) for each in line}


def test_the_csv_has_what_the_page_shows(client_of: Signed, team: Team, coach: User) -> None:
    make_published(team, coach, made=examination(found="throughput_months"))
    text = files(client_of(coach), team, "csv", "?group=times").decode("utf-8-sig")
    lines = [line.split(";") for line in text.splitlines()]
    assert lines[0][:2] == ["Siffra", "Period"]
    assert [line[4:] for line in lines if line[1] == "2019"] == [
        ["18,4", "publicerat", "rapport.txt", "4", "osäker"]
    ]
    assert "Nyinskrivna" not in text
    assert (
        client_of(coach).get(reverse("team_years_download", args=[team.slug, "pdf"])).status_code
        == 404
    )


def test_a_number_that_was_set_right_says_so(client_of: Signed, team: Team, coach: User) -> None:
    older = make_published(team, coach, made=examination(found="throughput_months"))
    told = {"written": "18,6", "note": "Omräknad.", "version": 0, "by": SYSTEM, "now": NOW}
    resolve(finding=finding_of(older), choice="other", **told)
    figure = PublishedFigure.objects.get(address="throughput_months", start=date(2019, 1, 1))
    url = reverse("published_figure", args=[team.slug, figure.pk])
    page = client_of(coach).get(url).content.decode()
    assert all(said in page for said in ("18,6", "det står 18,4", "Omräknad.", "<mark>18,4</mark>"))
    assert figure.value == Decimal("18.6")


def test_several_teams_are_chosen_among(
    client_of: Signed,
    association: Association,
    team: Team,
    other_team: Team,
    officer: User,
    coach: User,
    administrator: User,
) -> None:
    page = client_of(officer).get(reverse("years")).content.decode()
    assert team.name in page
    assert other_team.name in page
    answer = client_of(coach).get(reverse("years"))
    assert answer["Location"] == reverse("team_years", args=[team.slug])
    assert client_of(administrator).get(reverse("years")).status_code == 404
