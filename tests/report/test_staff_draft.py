"""Field 4 as it drafts itself from positions: sentences, the table of staff, and the chart."""

from collections.abc import Callable
from datetime import date

import pytest
from django.utils.translation import override

from samspel.documents.document import Chart, Number, Table
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Position
from samspel.report.build import material_of
from samspel.report.contents import TEXTS
from samspel.report.edition import INTERNAL, printed_of
from samspel.report.plan import Material
from tests.personnel.staffing.made import add_share, agency_of, make_leave, make_position
from tests.report.test_drafts import draft

FIELD = "4.description"
Made = Callable[[str, str], Material]


@pytest.fixture
def made(team: Team) -> Made:
    """The material of a report for a period, in a language."""

    def material(period: str, language: str) -> Material:
        asked = parse_period(period)
        printed = printed_of(team, asked, edition=INTERNAL, language=language)
        return material_of(team, asked, printed)

    return material


@pytest.fixture
def staff(team: Team) -> dict[str, Position]:
    """A leader of the municipality, a coach from FK who works less from March and then leaves."""
    municipality = agency_of(team, "Kommunen")
    leader = make_position(
        team, "Lo Ledare", role="teamledare", agency=municipality, first_on=date(2023, 1, 1)
    )
    coach = make_position(team, "Vera Vind", first_on=date(2023, 1, 1), last_on=date(2024, 9, 30))
    add_share(coach, date(2024, 3, 1), 80)
    vacancy = make_position(team, "", first_on=date(2024, 10, 1), percent=80)
    return {"leader": leader, "coach": coach, "vacancy": vacancy}


def table_of(made: Material) -> list[list[str]]:
    with override(made.printed.language):
        found = [each for each in TEXTS[FIELD].exhibits(made) if isinstance(each, Table)]
    return [
        [cell.printed if isinstance(cell, Number) else cell for cell in row]
        for row in found[0].rows
    ]


def test_a_year_is_told_in_swedish(made: Made, staff: dict[str, Position]) -> None:
    assert draft(made("2024", "sv"), FIELD) == (
        "Vid periodens slut arbetade en person i teamet, 1,00 årsarbetare. Under perioden var "
        "bemanningen i medeltal 1,63 årsarbetare, mot 2,00 föregående period. De fördelade sig så "
        "här: Kommunen 1,00 och FK 0,63.\n\n"
        "En person slutade i teamet under perioden. Den 2024-03-01 ändrades en medarbetares "
        "tjänstgöringsgrad från 100\u00a0% till 80\u00a0% (handledare, från FK). En medarbetare "
        "slutade, med 2024-09-30 som sista dag (handledare, från FK). Från 2024-10-01 var en "
        "befattning vakant (handledare, från FK).\n\n"
        "Vakanta befattningar motsvarade i medeltal 0,20 årsarbetare, 11\u00a0% av alla "
        "befattningar. Vid periodens slut saknade en myndighet företrädare i teamet: "
        "Försäkringskassan (sedan 2024-10-01)."
    )


def test_a_year_is_told_in_english(made: Made, staff: dict[str, Position]) -> None:
    told = draft(made("2024", "en"), FIELD)
    assert "one person worked in the team, 1.00 full-time equivalents." in told
    assert "On 2024-03-01 the working share went from 100% to 80% (handledare, from FK)." in told
    assert "one agency had no representative in the team: Försäkringskassan (since" in told


def test_nobody_is_named_and_no_reason_for_leave_is_told(
    team: Team, made: Made, staff: dict[str, Position]
) -> None:
    make_leave(staff["leader"], kind="sick", first_on=date(2024, 2, 1), last_on=date(2024, 3, 31))
    make_leave(staff["leader"], kind="parental", percent=100, first_on=date(2024, 6, 1))
    make_position(
        team,
        "Bo Berg",
        employed_by="borrowed",
        agency=None,
        comes_from="Team {Öster}",
        stands_in_for=staff["leader"],
        first_on=date(2024, 6, 1),
    )
    for language in ("sv", "en"):
        material = made("2024", language)
        told = draft(material, FIELD) + str(table_of(material))
        assert not any(word in told for word in ("Lo", "Vera", "Bo Berg", "sick", "sjuk", "parent"))
        assert "öräldra" not in told
    assert "Från 2024-02-01 var en medarbetare ledig 50\u00a0% av sin tid" in draft(
        made("2024", "sv"), FIELD
    )
    assert "Från 2024-06-01 fanns en vikarie (handledare, inlånad från Team (Öster))." in draft(
        made("2024", "sv"), FIELD
    )
    assert "Från 2024-06-01 var en medarbetare helt ledig" in draft(made("2024", "sv"), FIELD)


def test_the_table_tells_shares_before_and_after(made: Made, staff: dict[str, Position]) -> None:
    assert table_of(made("2024", "sv")) == [
        ["teamledare", "Kommunen", "100\u00a0%", "2023-01-01", ""],
        [
            "handledare",
            "FK",
            "80\u00a0% från 2024-03-01, innan dess 100\u00a0%",
            "2023-01-01",
            "2024-09-30",
        ],
        ["handledare (vakant)", "FK", "80\u00a0%", "2024-10-01", ""],
    ]
    assert table_of(made("2024H1", "sv"))[1][4] == ""


def test_the_chart_has_every_month_and_agency(made: Made, staff: dict[str, Position]) -> None:
    material = made("2024", "sv")
    with override("sv"):
        (chart,) = (each for each in TEXTS[FIELD].exhibits(material) if isinstance(each, Chart))
    assert chart.categories[0] == "jan 2024"
    assert [each.title for each in chart.series] == ["Kommunen", "FK"]
    printed = [
        [cell.printed if isinstance(cell, Number) else cell for cell in row]
        for row in chart.table.rows
    ]
    assert printed[2][1:] == ["1,00", "0,80", "1,80"]
    assert printed[11][1:] == ["1,00", "0,00", "1,00"]


def test_a_period_in_which_nothing_happens(made: Made, staff: dict[str, Position]) -> None:
    told = draft(made("2023H2", "sv"), FIELD)
    assert "Ingen började i teamet och ingen slutade under perioden." in told
    assert "lika mycket som föregående period" in told
    assert "hade alla teamets myndigheter en företrädare" in told
    assert "akant" not in told
    assert "edig" not in told


def test_without_positions_the_field_says_nothing(made: Made, staff: dict[str, Position]) -> None:
    assert draft(made("2021", "sv"), FIELD) == ""
    assert list(TEXTS[FIELD].exhibits(made("2021", "sv"))) == []
