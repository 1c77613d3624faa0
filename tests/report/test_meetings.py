"""Follow-ups and attendance in field 2: its sentences, its table, and from the records to both."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.figures.definitions import EVENT_SHARES, EVENTS
from samspel.figures.events import ATTENDANCES, FOLLOW_UPS, Events
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.attendance.attending import record
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode
from samspel.participants.road import every_figure_of
from samspel.report.build import document_of
from samspel.report.contents import TEXTS
from samspel.report.figures_document import figures_document
from tests import people
from tests.figures.happened import events
from tests.report.cases import fill_golden, material, printed
from tests.report.casework import CASEWORK, enrolled
from tests.report.conftest import Signed
from tests.report.test_casework_drafts import cells, exhibits, table
from tests.report.test_drafts import READ, draft

YEAR = parse_period("2024")
SPRING, AUTUMN, AFTER = date(2024, 6, 1), date(2024, 9, 1), date(2025, 1, 7)


def due(number: int, on: date, held: date | None = None, **left_out: bool) -> dict[str, Any]:
    return {"episode_id": f"e{number}", "due_on": on, "held_on": held, "left_out": False} | left_out


def came(number: int, *days: date) -> list[dict[str, Any]]:
    day = {"kind": "day", "session_id": None, "group_id": None, "presence": "present"}
    return [{**day, "episode_id": f"e{number}", "on": on} for on in days]


def happened(
    follow_ups: list[dict[str, Any]] | None = None, came: list[dict[str, Any]] | None = None
) -> Events:
    return events({FOLLOW_UPS: follow_ups or [], ATTENDANCES: came or []})


MEETINGS = happened(
    [
        due(0, SPRING, SPRING),
        due(0, AUTUMN, AFTER),
        due(1, SPRING, AUTUMN),
        due(1, AUTUMN, left_out=True),
        due(2, date(2023, 12, 1), date(2024, 1, 8)),
        due(4, SPRING),
    ],
    [*came(0, SPRING, AUTUMN, AFTER), *came(1, SPRING), *came(4, AUTUMN)],
)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_field_2_of_a_made_up_casework_reads_as_kept(language: str) -> None:
    """Compared with a text that was read by eye; write it anew when the words are changed."""
    made = material(CASEWORK, language, events=MEETINGS)
    read = draft(made, "2.description") + "\n"
    assert read == (READ / f"meetings-{language}.txt").read_text(encoding="utf-8")


def test_without_events_every_draft_and_table_is_as_it_was() -> None:
    """The schedule has follow-ups due also where none was ever written down."""
    unwritten = happened([due(number, SPRING) for number in range(5)])
    bare, made = material(CASEWORK, "sv"), material(CASEWORK, "sv", events=unwritten)
    for place in TEXTS:
        assert draft(made, place) == draft(bare, place)
        assert exhibits(made, place) == exhibits(bare, place)
    assert [each.key for each in exhibits(bare, "2.description")] == ["steps"]


def test_the_public_edition_tells_no_word_of_meetings() -> None:
    made = material(CASEWORK, "sv", public=True, events=MEETINGS)
    bare = material(CASEWORK, "sv", public=True)
    for place in TEXTS:
        assert draft(made, place) == draft(bare, place)
        assert exhibits(made, place) == exhibits(bare, place)


@pytest.mark.parametrize(
    ("follow_ups", "expected"),
    [
        (
            [due(1, SPRING, SPRING)],
            "En uppföljning skulle hållas under perioden, och den hölls.",
        ),
        (
            [due(1, SPRING, left_out=True)],
            (
                "En uppföljning skulle hållas under perioden men hade inte hållits vid dess slut. "
                "Den utgick av ett angivet skäl."
            ),
        ),
        (
            [due(1, SPRING, left_out=True), due(2, SPRING), due(2, AUTUMN)],
            (
                "Ingen av de 3 uppföljningar som skulle hållas under perioden hade hållits vid "
                "dess slut. En utgick av ett angivet skäl."
            ),
        ),
        (
            [due(1, SPRING, SPRING), due(2, SPRING)],
            "Av de 2 uppföljningar som skulle hållas under perioden hade en (50 %) hållits",
        ),
        (
            [due(1, date(2023, 12, 1), SPRING)],
            (
                "Ingen uppföljning skulle hållas under perioden. Sammanlagt hölls en uppföljning "
                "under perioden, oavsett när den skulle ha hållits."
            ),
        ),
        (
            [due(1, date(2023, 3, 1), date(2023, 3, 1)), due(2, SPRING), due(2, AUTUMN)],
            "Ingen av de 2 uppföljningar",
        ),
    ],
)
def test_nobody_one_and_several_follow_ups(follow_ups: list[dict[str, Any]], expected: str) -> None:
    before = {"enrolled_on": date(2023, 1, 1), "trial_ends_on": date(2023, 3, 1)}
    rows = [enrolled(1, **before), enrolled(2)]
    made = material(rows, "sv", events=happened(follow_ups))
    assert expected in draft(made, "2.description").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (came(1, SPRING), "En person kom till teamet under perioden, sammanlagt en dag."),
        (came(1, SPRING, AUTUMN), "En person kom till teamet under perioden, sammanlagt 2 dagar."),
        (
            [*came(1, SPRING, SPRING), *came(2, SPRING)],
            (
                "2 personer kom till teamet under perioden, sammanlagt 2 dagar när vars och ens "
                "dagar räknas ihop."
            ),
        ),
    ],
)
def test_one_and_several_came(days: list[dict[str, Any]], expected: str) -> None:
    made = material([enrolled(1), enrolled(2)], "sv", events=happened(came=days))
    assert expected in draft(made, "2.description")


def test_who_came_in_another_year_is_not_told_of() -> None:
    made = material([enrolled(1)], "sv", events=happened(came=came(1, date(2023, 5, 1), AFTER)))
    assert "kom till teamet" not in draft(made, "2.description")


def test_the_table_has_what_is_on_record() -> None:
    made = material(CASEWORK, "sv", events=MEETINGS)
    told = {row[0]: row[1:] for row in cells(table(made, "2.description", "events"))}
    assert told == {
        "Uppföljningar enligt plan": ["5", "5", "0"],
        "Uppföljningar enligt plan som hölls": ["2", "2", "0"],
        "Andel hållna uppföljningar": ["40\u00a0%", "40\u00a0%", "–"],
        "Uppföljningar som utgick": ["1", "1", "0"],
        "Hållna uppföljningar": ["3", "3", "0"],
        "Deltagare som kom": ["3", "3", "0"],
        "Närvarodagar": ["4", "4", "0"],
        "Inskrivna en hel vecka": ["11", "11", "0"],
        "Deltagare som kom varje vecka": ["0", "0", "0"],
        "Andel som kom varje vecka": ["0\u00a0%", "0\u00a0%", "–"],
        "Andel veckor med närvaro": ["1\u00a0%", "1\u00a0%", "–"],
    }
    only_came = material(CASEWORK, "sv", events=happened(came=came(1, SPRING)))
    assert len(table(only_came, "2.description", "events").rows) == 6


@pytest.fixture
def stays(team: Team, coach: User) -> list[Episode]:
    """Three enrolled on the same day: one with meetings, one with attendance, one with nothing."""
    days = {"referred_on": date(2024, 1, 2), "enrolled_on": date(2024, 1, 15)}
    cases = [people.make_episode(people.make_participant(team), **days) for _ in range(3)]
    held = {"due_on": date(2024, 4, 15), "held_on": date(2024, 4, 17)}
    FollowUp.objects.create(episode=cases[0], **held)
    FollowUp.objects.create(episode=cases[0], due_on=date(2024, 7, 15), left_out_because="Sjuk")
    for on in (date(2024, 2, 1), date(2024, 2, 8)):
        attend(cases[1], on, coach)
    return cases


def attend(case: Episode, on: date, by: User) -> None:
    now = datetime(2026, 1, 2, tzinfo=UTC)
    record(episode=case, on=on, today=now.date(), now=now, by=Actor(by, ""))


EXPECTED = {
    "follow_ups_due": ("9", 3),
    "follow_ups_due_held": ("1", 1),
    "follow_ups_left_out": ("1", 1),
    "follow_ups_held": ("1", 1),
    "follow_up_rate": ("11", 1),
    "attendance_days": ("2", 1),
    "came": ("1", 1),
}
"""Of each figure what the report prints, and how many cases are behind it."""


@pytest.mark.usefixtures("stays")
def test_from_the_records_to_the_report_and_back_to_the_cases(
    client_of: Signed, coach: User, team: Team
) -> None:
    found = printed(document_of(team, YEAR, language="sv"))
    for figure, (number, cases) in EXPECTED.items():
        assert found[figure].split("\u00a0")[0] == number
        page = client_of(coach).get(reverse("figure", args=[team.slug, "2024", figure]))
        assert page.content.decode().count('<th scope="row">') == cases, figure
        assert ("står en gång" in page.content.decode()) is (figure != "came")


@pytest.mark.usefixtures("stays")
def test_the_page_of_figures_has_them_for_the_casework_only(
    client_of: Signed, coach: User, steering_member: User, team: Team
) -> None:
    url = reverse("figures", args=[team.slug, "2024"])
    page = client_of(coach).get(url).content.decode()
    assert "Uppföljningar och närvaro" in page
    for figure in EXPECTED:
        assert f'"{reverse("figure", args=[team.slug, "2024", figure])}"' in page
    public = client_of(steering_member)
    assert "Uppföljningar och närvaro" not in public.get(url).content.decode()
    for figure in EXPECTED:
        told = public.get(reverse("figure", args=[team.slug, "2024", figure])).content.decode()
        assert 'figure-value">..' in told
        assert '<th scope="row">' not in told


def test_a_figure_changes_with_the_tap_that_it_counts(
    team: Team, coach: User, stays: list[Episode]
) -> None:
    before = team.revision
    assert every_figure_of(team, YEAR).count("came").n == 1
    attend(stays[0], date(2024, 3, 1), coach)
    team.refresh_from_db()
    assert team.revision > before
    assert every_figure_of(team, YEAR).count("came").n == 2


def test_imported_cases_alone_are_told_of_as_before(team: Team) -> None:
    fill_golden(team, "kraften-2022-07--2023-06")
    period = parse_period("2022-07..2023-06")
    assert every_figure_of(team, period).count("follow_ups_due").n > 50
    documents = [
        document_of(team, period, language="sv"),
        figures_document(team, period, edition="internal", language="sv"),
    ]
    for document in documents:
        assert not set(printed(document)) & {*EVENTS, *EVENT_SHARES}
