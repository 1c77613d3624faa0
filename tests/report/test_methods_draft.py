"""Fields 5 and 6 as they draft themselves from meetings, supervision and development areas."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from samspel.documents.document import Chart, Number, Table
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.case_lists.models import CaseTakenUp
from samspel.report.build import material_of
from samspel.report.contents import TEXTS
from samspel.report.edition import INTERNAL, PUBLIC, Edition, printed_of
from samspel.report.plan import Material
from tests import people
from tests.personnel.methods.made import (
    make_area,
    make_kind,
    make_meeting,
    make_series,
    make_session,
)
from tests.report.test_drafts import draft

PROCESS, RESULTS = "5.description", "6.description"
Made = Callable[..., Material]


@pytest.fixture
def made(team: Team) -> Made:
    """The material of a report for a period, in a language."""

    def material(period: str, language: str, edition: Edition = INTERNAL) -> Material:
        asked = parse_period(period)
        printed = printed_of(team, asked, edition=edition, language=language)
        return material_of(team, asked, printed)

    return material


@pytest.fixture
def methods(team: Team) -> None:
    """Three meetings of two kinds, one cancelled; supervision and a training; a case."""
    first, second = make_meeting(team), make_meeting(team, date(2025, 4, 3))
    planning = make_kind(team, "Planering")
    third = make_meeting(team, date(2025, 5, 5), kind=planning)
    make_meeting(team, date(2025, 6, 5), cancelled_because="Sjukdom")
    first.expected.update(came=True)
    second.expected.filter(agency__short_name="FK").update(came=False)
    second.expected.filter(agency__short_name="Kommunen").update(came=True)
    third.expected.all().delete()
    make_series(team, rhythm="fortnightly")
    session = make_session(team, cost=450_000, hours=Decimal("1.5"))
    session.attendees.create(name="Alva")
    make_session(team, kind="training", title="Motiverande {samtal}", hours=Decimal(6), cost=0)
    episode = people.make_episode(people.make_participant(team))
    CaseTakenUp.objects.create(meeting=first, episode=episode, position=1)


def test_a_year_of_meetings_is_told_in_swedish(made: Made, methods: None) -> None:
    del methods
    assert draft(made("2025", "sv"), PROCESS) == (
        "Personalen höll 3 teammöten under perioden: Ärendemöte 2 och Planering 1. Därutöver "
        "ställdes 1 in. Vid periodens slut träffades teamet regelbundet: Ärendemöte varannan "
        "vecka. På mötena togs 1 ärende upp. Myndigheterna kom till 75\u00a0% av de möten som de "
        "väntades till: FK 50\u00a0% och Kommunen 100\u00a0%.\n\n"
        "Personalen fick handledning vid 1 tillfälle, sammanlagt 1,5 timmar. Personalen deltog i "
        "en utbildning: Motiverande (samtal). Handledning och utbildning kostade 4\u202f500 "
        "kronor. Sammanlagt använde personalen en dag till det."
    )


def test_the_same_in_english(made: Made, methods: None) -> None:
    del methods
    told = draft(made("2025", "en"), PROCESS)
    assert told.startswith("The staff held 3 team meetings during the period: Ärendemöte 2 and")
    assert "The agencies came to 75% of the meetings they were expected at: FK 50% and" in told
    assert "Supervision and training cost 4,500 kronor." in told


def test_the_public_edition_tells_nothing_of_cases(made: Made, methods: None) -> None:
    del methods
    told = draft(made("2025", "sv", PUBLIC), PROCESS)
    assert "3 teammöten" in told
    assert "ärende upp" not in told


def test_field_5_shows_attendance_and_what_was_learned(made: Made, methods: None) -> None:
    del methods
    material = made("2025", "sv")
    with override("sv"):
        chart, table = TEXTS[PROCESS].exhibits(material)
    assert isinstance(chart, Chart)
    assert chart.categories == ("FK", "Kommunen")
    one, two = Decimal(1), Decimal(2)
    assert [series.values for series in chart.series] == [(two, two), (one, two)]
    assert isinstance(table, Table)
    assert [_printed(row) for row in table.rows] == [
        ["Handledning", "1", "1,5", "1", "4\u202f500"],
        ["Utbildning", "1", "6,0", "0", "0"],
        ["Totalt", "2", "7,5", "1", "4\u202f500"],
    ]


def _printed(row: tuple[Number | str, ...]) -> list[str]:
    return [cell.printed if isinstance(cell, Number) else cell for cell in row]


def test_nothing_on_record_is_nothing_said(made: Made) -> None:
    material = made("2025", "sv")
    for place in (PROCESS, RESULTS):
        assert draft(material, place) == ""
        assert TEXTS[place].exhibits(material) == ()


def test_areas_are_carried_from_report_to_report(made: Made, team: Team) -> None:
    carried = make_area(team, title="Fler arbetsgivare", raised_on=date(2024, 3, 1))
    carried.steps.create(on=date(2025, 2, 1), state="ongoing", note="Två nya platser.")
    done = make_area(team, title="Kortare väntan", raised_on=date(2024, 5, 1))
    done.steps.create(on=date(2025, 9, 1), state="done", note="Väntan är halverad.")
    make_area(team, title="Lätt svenska", aim="Alla brev ska gå att förstå.")
    assert draft(made("2025", "sv"), RESULTS) == (
        "Vid periodens slut arbetade teamet med två utvecklingsområden. Under perioden avslutades "
        "1. Av områdena var 1 nytt.\n\n"
        "Fler arbetsgivare (från förra rapporten, pågår). Två nya platser.\n\n"
        "Kortare väntan (från förra rapporten, gjort). Väntan är halverad.\n\n"
        "Lätt svenska (planerat). Alla brev ska gå att förstå."
    )
    told = draft(made("2026", "sv"), RESULTS)
    assert "Fler arbetsgivare (från förra rapporten, pågår)." in told
    assert "Kortare väntan" not in told


def test_last_periods_areas_stand_beside_the_text(made: Made, team: Team) -> None:
    area = make_area(team, raised_on=date(2024, 5, 1))
    area.steps.create(on=date(2025, 9, 1), state="done")
    make_area(team, title="Lätt svenska")
    with override("sv"):
        [table] = TEXTS[RESULTS].exhibits(made("2025", "sv"))
    assert isinstance(table, Table)
    assert [_printed(row) for row in table.rows] == [
        ["Kortare väntan", "2024-05-01", "planerat", "gjort"],
        ["Lätt svenska", "2025-01-07", "inte upptaget än", "planerat"],
    ]


def test_an_area_that_is_settled_alone_is_told_so(made: Made, team: Team) -> None:
    area = make_area(team)
    area.steps.create(on=date(2025, 3, 1), state="dropped")
    assert draft(made("2025", "sv"), RESULTS).startswith(
        "Vid periodens slut hade teamet inget utvecklingsområde som inte var avslutat. "
        "Under perioden avslutades 1."
    )
