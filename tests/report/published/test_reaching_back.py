"""Series, the table since the start and comparisons reach back to what was published."""

from datetime import date

import pytest
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import User
from samspel.documents.document import Chart, Number, Table
from samspel.documents.render.formats import render
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.report.build import document_of, material_of
from samspel.report.creation import begin_report
from samspel.report.edition import Edition, printed_of
from samspel.report.plan import Material
from samspel.report.published.taking_in import take_out
from samspel.report.results_tables import since_start_table
from samspel.report.throughput_series import series_chart
from tests import people
from tests.report.cases import read_aloud
from tests.report.conftest import Signed
from tests.report.published.made import examination, make_published

pytestmark = pytest.mark.django_db
YEAR = parse_period("2024")
TEXT = """Vid årets början var 20 inskrivna, nya 12, avslutade 32 och kvar 0.
Tidiga avhopp 1, till arbete 4, till studier 1, annan rehab 1, sjukersättning 0, åter 0.
Genomströmningstiden var 18,4 månader, och 2022 var den 17,2 månader.
Tolv månader till halvårsskiftet gav 17,9 månader."""
STATED = (
    ("enrolled_at_start", 1, "20", ""),
    ("newly_enrolled", 1, "12", ""),
    ("closed", 1, "32", ""),
    ("enrolled_at_end", 1, "0", ""),
    ("dropouts", 2, "1", ""),
    ("closed.outcome.work", 2, "4", ""),
    ("closed.outcome.studies", 2, "1", ""),
    ("closed.outcome.other_rehabilitation", 2, "1", ""),
    ("closed.outcome.sickness_compensation", 2, "0", ""),
    ("closed.outcome.medical_rehabilitation", 2, "0", ""),
    ("throughput_months", 3, "18,4", "months"),
    ("throughput_months@2022-01-01..2022-12-31", 3, "17,2", "months"),
    ("throughput_months@2022-07-01..2023-06-30", 4, "17,9", "months"),
)


@pytest.fixture
def published(team: Team, coach: User) -> None:
    """The year before the records begin was published, with a series behind it."""
    made = examination(TEXT, STATED, parse_period("2023"))
    make_published(team, coach, name="2023.txt", made=made)


@pytest.fixture
def records(team: Team) -> list[Episode]:
    """Ten enrolled on the first of January 2024; six of them closed to work during the year."""
    return [
        people.make_episode(
            people.make_participant(team, gender="woman" if number % 2 else "man"),
            referred_on=date(2023, 12, 1),
            enrolled_on=date(2024, 1, 1),
            closed_on=date(2024, 3 + number, 1) if number < 6 else None,
            outcome="work" if number < 6 else "",
        )
        for number in range(10)
    ]


def material(team: Team, edition: Edition = "internal") -> Material:
    team.refresh_from_db()
    return material_of(team, YEAR, printed_of(team, YEAR, edition=edition, language="sv"))


def chart_of(team: Team, edition: Edition = "internal") -> Chart:
    (chart,) = series_chart(material(team, edition))
    assert isinstance(chart, Chart)
    return chart


def printed_rows(table: Table) -> list[list[str]]:
    return [[read_aloud((cell,)) for cell in row] for row in table.rows]


def test_the_series_is_joined_on_what_was_published(
    team: Team, published: None, records: list[Episode]
) -> None:
    chart = chart_of(team)
    assert [series.title for series in chart.series] == ["Ur registret", "Publicerat"]
    recorded, before = (series.values for series in chart.series)
    assert [str(each) if each else None for each in before] == [
        "17.2000",
        "17.9000",
        "18.4000",
        None,
    ]
    assert [each is None for each in recorded] == [True, True, True, False]
    assert "17,2 (publicerat)" in chart.alternative
    rows = printed_rows(chart.table)
    assert rows[0][1:] == ["17,2", "", "", "publicerat"]
    assert rows[-1][-1] == "registret"


def test_without_published_years_the_series_is_as_before(
    team: Team, records: list[Episode]
) -> None:
    assert series_chart(material(team)) == []


def test_a_report_that_is_taken_out_leaves_the_series(
    team: Team, coach: User, records: list[Episode]
) -> None:
    older = make_published(team, coach, made=examination(TEXT, STATED, parse_period("2023")))
    assert len(chart_of(team).categories) == 4
    take_out(older=older, by=SYSTEM)
    assert series_chart(material(team)) == []


@pytest.mark.parametrize("edition", ["internal", "public"])
def test_the_public_edition_marks_them_too(
    edition: Edition, team: Team, published: None, records: list[Episode]
) -> None:
    assert "18,4 (publicerat)" in chart_of(team, edition).alternative


def test_every_rendering_has_the_published_years(
    team: Team, published: None, records: list[Episode]
) -> None:
    team.refresh_from_db()
    document = document_of(team, YEAR, language="sv")
    for ending in ("pdf", "docx", "xlsx", "html", "json", "txt"):
        assert render(document, ending)
    assert "17,2" in render(document, "txt").decode()
    assert "publicerat" in render(document, "html").decode()


def test_the_table_since_the_start_adds_both(
    team: Team, published: None, records: list[Episode]
) -> None:
    Team.objects.filter(pk=team.pk).update(started_on=date(2023, 1, 1))
    (table,) = since_start_table(material(team))
    rows = {row[0]: row[1:] for row in printed_rows(table)}
    assert list(rows) == ["2024", "2023 (publicerat)", "Sammanlagt"]
    assert rows["2023 (publicerat)"] == ["20", "12", "32", "1", "4", "1", "1", "0", "0", "25", "0"]
    assert rows["Sammanlagt"] == ["20", "22", "38", "1", "10", "1", "1", "0", "0", "25", "4"]
    last = table.rows[-1][1]
    assert isinstance(last, Number)
    assert (last.address, last.value) == ("", 20)


def test_a_gap_between_reports_and_records_is_not_added_up(
    team: Team, coach: User, records: list[Episode]
) -> None:
    make_published(team, coach, made=examination(TEXT, STATED, parse_period("2019")))
    (table,) = since_start_table(material(team))
    assert [row[0] for row in printed_rows(table)] == ["2024", "I registret", "2019 (publicerat)"]


def test_people_who_are_lost_between_both_are_not_added_up(
    team: Team, coach: User, records: list[Episode]
) -> None:
    """The report ends with 23 enrolled and the records begin with nobody."""
    text = TEXT.replace("kvar 0", "kvar 23")
    stated = (("enrolled_at_end", 1, "23", ""), *STATED[:2])
    make_published(team, coach, made=examination(text, stated, parse_period("2023")))
    (table,) = since_start_table(material(team))
    assert "Sammanlagt" not in [row[0] for row in printed_rows(table)]


def test_what_a_report_does_not_tell_is_no_zero(
    team: Team, coach: User, records: list[Episode]
) -> None:
    stated = STATED[:3]
    make_published(team, coach, made=examination(TEXT, stated, parse_period("2023")))
    (table,) = since_start_table(material(team))
    row = next(each for each in printed_rows(table) if each[0] == "2023 (publicerat)")
    assert row[1:] == ["20", "12", "32", *["–"] * 8]


def test_the_editor_compares_with_the_published_year(
    client_of: Signed, team: Team, coach: User, published: None, records: list[Episode]
) -> None:
    report = begin_report(team=team, period=YEAR, language="sv", by=SYSTEM).report
    url = reverse("report_edit", args=[report.pk, "1"])
    page = client_of(coach).get(url).content.decode()
    assert "12 <small>publicerat</small>" in page


def test_the_page_of_a_figure_shows_what_was_published(
    client_of: Signed, team: Team, coach: User, published: None, records: list[Episode]
) -> None:
    url = reverse("figure", args=[team.slug, "2024", "throughput_months"])
    page = client_of(coach).get(url).content.decode()
    assert "Så som det publicerades" in page
    assert "2023.txt, rad 3" in page
