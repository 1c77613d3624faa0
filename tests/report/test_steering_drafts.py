"""Fields 7 and 8 as they draft themselves from the steering group's records."""

from collections.abc import Callable
from datetime import date

import pytest
from django.utils.translation import override

from samspel.documents.document import Chart, Number, Table
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.organisation.steering.models import Decision, SteeringAttendance
from samspel.report.build import material_of
from samspel.report.contents import TEXTS
from samspel.report.edition import INTERNAL, PUBLIC, Edition, printed_of
from samspel.report.plan import Material
from tests.organisation.steering.made import make_holder, make_meeting, make_seat
from tests.report.test_drafts import draft

SEATS, MEETINGS = "7.description", "8.description"
Made = Callable[..., Material]
START = date(2023, 1, 1)


@pytest.fixture
def made(team: Team) -> Made:
    """The material of a report for a period, in a language."""

    def material(period: str, language: str, edition: Edition = INTERNAL) -> Material:
        asked = parse_period(period)
        printed = printed_of(team, asked, edition=edition, language=language)
        return material_of(team, asked, printed)

    return material


@pytest.fixture
def steering(team: Team) -> None:
    """FK's seat changes hands in April 2024, the municipality's is vacant from July; two meetings,
    one of them cancelled after, and a decision that is late."""
    fk = make_seat(team, first_on=START)
    old = make_holder(fk, "Berit Å", first_on=START, last_on=date(2024, 3, 31))
    new = make_holder(fk, "Eva Chef", first_on=date(2024, 4, 1), is_chair=True)
    own = make_seat(team, "Kommunen", first_on=START)
    gone = make_holder(own, "Tage {E}", first_on=START, last_on=date(2024, 6, 30))
    spring = make_meeting(team, date(2024, 3, 4), state="held")
    autumn = make_meeting(team, date(2024, 9, 9), state="held")
    make_meeting(team, date(2024, 12, 2), state="cancelled", cancelled_because="Sjukdom.")
    for meeting, seat, holder, presence in (
        (spring, fk, old, "present"),
        (spring, own, gone, "present"),
        (autumn, fk, new, "present"),
        (autumn, own, None, "absent"),
    ):
        SteeringAttendance.objects.create(
            meeting=meeting, seat=seat, holder=holder, presence=presence
        )
    Decision.objects.create(team=team, meeting=spring, text="Plan", due_on=date(2024, 5, 1))


@pytest.mark.usefixtures("steering")
def test_the_seats_are_told_in_swedish(made: Made) -> None:
    assert draft(made("2024", "sv"), SEATS) == (
        "Styrgruppen hade två platser vid periodens slut, varav en var vakant. Ordförande var "
        "Eva Chef, FK. Vakanta: Kommunen (ordinarie ledamot), sedan 2024-07-01. Nya ordinarie "
        "ledamöter under perioden: Eva Chef (FK). Ordinarie ledamöter som lämnade styrgruppen "
        "under perioden: Berit Å (FK) och Tage (E) (Kommunen)."
    )


@pytest.mark.usefixtures("steering")
def test_the_seats_are_told_in_english(made: Made) -> None:
    told = draft(made("2023", "en"), SEATS)
    assert told == (
        "The steering group had two seats at the end of the period, and none of them stood vacant."
    )


@pytest.mark.usefixtures("steering")
def test_the_table_has_everybody_who_held_a_seat(made: Made) -> None:
    material = made("2024", "sv")
    with override("sv"):
        tables = [each for each in TEXTS[SEATS].exhibits(material) if isinstance(each, Table)]
    assert tables[0].rows == (
        ("FK", "Ordinarie ledamot", "Berit Å", "2023-01-01", "2024-03-31"),
        ("FK", "Ordinarie ledamot", "Eva Chef, ordförande", "2024-04-01", ""),
        ("Kommunen", "Ordinarie ledamot", "Tage {E}", "2023-01-01", "2024-06-30"),
        ("Kommunen", "Ordinarie ledamot", "vakant", "2024-07-01", ""),
    )


@pytest.mark.usefixtures("steering")
def test_the_meetings_are_told_in_swedish(made: Made) -> None:
    assert draft(made("2024", "sv"), MEETINGS) == (
        "Styrgruppen höll två möten under perioden: 2024-03-04 och 2024-09-09. 1 möte ställdes in: "
        "2024-12-02 (Sjukdom).\n\n"
        "Ordinarie ledamöter, eller någon i deras ställe, tog 3 av sina 4 platser (75\u00a0%). "
        "Närvaron per myndighet var: FK 100\u00a0% och Kommunen 50\u00a0%.\n\n"
        "1 beslut fattades. Vid periodens slut återstod 1 beslut att genomföra, varav 1 var "
        "försenat."
    )


@pytest.mark.usefixtures("steering")
def test_the_chart_ends_with_the_period(made: Made) -> None:
    """What happened after the period is no part of its report, though the year is the same."""
    material = made("2024H1", "sv")
    with override("sv"):
        chart = next(each for each in TEXTS[MEETINGS].exhibits(material) if isinstance(each, Chart))
    assert [series.title for series in chart.series] == ["2024"]
    printed = [
        [cell.printed if isinstance(cell, Number) else cell for cell in row]
        for row in chart.table.rows
    ]
    whole = "100\u00a0%"
    assert printed == [["FK", whole], ["Kommunen", whole], ["Alla", whole]]


@pytest.mark.usefixtures("steering")
def test_the_steering_group_reads_the_same_numbers(made: Made) -> None:
    own, public = (draft(made("2024", "sv", each), MEETINGS) for each in (INTERNAL, PUBLIC))
    assert own == public


def test_nothing_is_said_where_nothing_is_recorded(made: Made) -> None:
    material = made("2024", "sv")
    assert (draft(material, SEATS), draft(material, MEETINGS)) == ("", "")
