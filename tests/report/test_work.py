"""Groups, placements, scores and ideas in the report: sentences, tables, and the records."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.documents.render.formats import FORMATS
from samspel.documents.render.formats import render as rendered
from samspel.figures import events as names
from samspel.figures.definitions import EVENT_MEASURES, EVENT_SHARES, EVENTS
from samspel.figures.period import parse_period
from samspel.figures.tables import as_csv, tables
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups.models import Group, GroupKind, Session, Sharing
from samspel.report.activities import Activities, activities_of
from samspel.report.build import document_of
from samspel.report.contents import TEXTS
from samspel.report.event_tables import (
    events_table,
    group_figures,
    ideas_table,
    placement_figures,
)
from samspel.report.plan import Material
from samspel.report.score_tables import scores_table
from tests import people
from tests.figures.happened import events
from tests.report.cases import material
from tests.report.casework import CASEWORK
from tests.report.conftest import Signed
from tests.report.test_casework_drafts import cells, exhibits, table
from tests.report.test_drafts import READ, draft
from tests.report.work import ACTIVITIES, PLACEMENTS, WORK

YEAR = parse_period("2024")
PLACES = ("2.description", "3.description", "5.description", "appendix.activities")


def worked(language: str = "sv", *, public: bool = False) -> Material:
    made = material(CASEWORK, language, public=public, events=WORK)
    return replace(made, activities=lambda: ACTIVITIES)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_drafts_read_as_kept(language: str) -> None:
    """Compared with a text that was read by eye; write it anew when the words are changed."""
    read = "\n\n".join(draft(worked(language), place) for place in PLACES) + "\n"
    assert read == (READ / f"work-{language}.txt").read_text(encoding="utf-8")


def test_the_public_edition_tells_no_word_of_it() -> None:
    made, bare = worked(public=True), material(CASEWORK, "sv", public=True)
    for place in TEXTS:
        assert draft(made, place) == draft(bare, place)
        assert exhibits(made, place) == exhibits(bare, place)


def test_groups_by_kind_and_one_by_one() -> None:
    told = {row[0]: row[1:] for row in cells(table(worked(), "2.description", "groups"))}
    assert told == {
        "forest": ["2", "1", "2", "2", "50\u00a0%"],
        "open": ["2", "0", "2", "2", "100\u00a0%"],
        "Alla": ["4", "1", "4", "3", "67\u00a0%"],
    }
    groups = cells(table(worked(), "appendix.activities", "activities-groups"))
    assert [row[:5] for row in groups] == [
        ["Skogsgruppen", "Skog", "Team Öster", "2", "1"],
        ["Torg", "A", "", "1", "0"],
    ]
    single = cells(table(worked(), "appendix.activities", "activities-single"))
    assert single == [["Utflykt", "2024-05-02", "Öppen", "1"]]


def test_placements_by_employer_and_purpose_and_what_they_led_to() -> None:
    by_employer = table(worked(), "2.description", "placements-employer-kind")
    told = {row[0]: row[1:] for row in cells(by_employer)}
    assert told == {
        "Privat företag": ["0", "2", "2", "0", "2"],
        "Kommun": ["0", "2", "1", "1", "2"],
        "Alla": ["0", "4", "3", "1", "4"],
    }
    purposes = cells(table(worked(), "2.description", "placements-purpose"))
    assert [row[0] for row in purposes] == ["Komma in i rutiner", "Öka antalet timmar", "Alla"]
    times = cells(table(worked(), "3.description", "placement-times"))
    assert [row[1:] for row in times] == [
        ["8,7", "8,0", "3"],
        ["16,2", "20,0", "3"],
        ["65", "42", "4"],
    ]


def test_scores_by_what_became_of_them() -> None:
    told = {row[0]: row[1:3] for row in cells(table(worked(), "3.description", "scores"))}
    assert told == {
        "Återhämtade": ["1", "25\u00a0%"],
        "Förbättrade": ["1", "25\u00a0%"],
        "Oförändrade": ["1", "25\u00a0%"],
        "Försämrade": ["1", "25\u00a0%"],
        "Säkert förändrade skattningar": ["3", "75\u00a0%"],
        "Alla": ["4", ""],
    }


def test_every_figure_of_events_is_in_a_table_of_the_figures_page() -> None:
    made = worked()
    blocks = [
        *events_table(made),
        *group_figures(made),
        *placement_figures(made),
        *scores_table(made),
        *ideas_table(made),
    ]
    shown = {
        run.address
        for block in blocks
        for row in (block.rows if hasattr(block, "rows") else block.table.rows)
        for run in row
        if not isinstance(run, str)
    }
    follow_ups = {each for each in (*EVENTS, *EVENT_SHARES) if each.startswith("follow_up")}
    expected = {*EVENTS, *EVENT_SHARES, *EVENT_MEASURES} - follow_ups - {"groups_led"}
    assert expected <= shown


def test_the_plain_tables_have_them_too() -> None:
    found = as_csv(tables(worked("en").printed.figures), "en")
    for line in (
        "Groups,Group sessions held,All,4",
        "Work placements,Placements started,All,4",
        "Outcome scores,Reliably changed scores,Women,3",
        "Ideas and suggestions,Suggestions answered,All,1",
        "Follow-ups and attendance,Attendance rate,All,67%",
        "Placements ended – What it led to,Employment without subsidy,Number,1",
    ):
        assert line in found
    public = as_csv(tables(worked("en", public=True).printed.figures), "en")
    assert "Work placements" not in public


@pytest.fixture
def forest(team: Team, other_team: Team) -> Group:
    """A group shared with another team, that met twice, once in vain; and an outing."""
    kind = GroupKind.objects.create(team=team, code="skog", title="Skogsgrupper")
    group = Group.objects.create(
        team=team, kind=kind, name="Skogsgruppen", starts_on=date(2024, 1, 1)
    )
    Sharing.objects.create(group=group, team=other_team)
    hours = {"team": team, "kind": kind, "at": time(9), "ends_at": time(11)}
    met = Session.objects.create(group=group, on=date(2024, 4, 8), **hours)
    Session.objects.create(group=group, on=date(2024, 4, 15), cancelled_because="Storm", **hours)
    Session.objects.create(title="Utflykt", on=date(2024, 5, 2), **hours)
    person = people.make_participant(team, family_name="Skogslund")
    case = people.make_episode(person, referred_on=date(2024, 1, 2), enrolled_on=date(2024, 1, 15))
    now = datetime(2024, 4, 8, 9, tzinfo=UTC)
    Attendance.objects.create(episode=case, session=met, on=met.on, recorded_at=now)
    return group


def test_the_activities_are_those_of_the_records(
    team: Team, other_team: Team, forest: Group
) -> None:
    told = activities_of(team, YEAR)
    assert [(each.name, each.kind, each.teams) for each in told.groups] == [
        ("Skogsgruppen", "Skogsgrupper", (other_team.name,))
    ]
    assert [(each.title, each.on) for each in told.single] == [("Utflykt", date(2024, 5, 2))]
    (theirs,) = activities_of(other_team, YEAR).groups
    assert theirs.teams == (team.name,)
    assert activities_of(team, parse_period("2023")) == Activities()


def test_a_group_is_told_of_the_days_on_which_the_team_was_in_it(
    team: Team, other_team: Team, forest: Group
) -> None:
    joined = forest.sharings.filter(team=other_team)
    joined.update(from_on=date(2024, 4, 16))
    assert activities_of(other_team, YEAR) == Activities()
    joined.update(from_on=date(2024, 4, 8), ended_on=date(2024, 4, 9))
    assert [each.name for each in activities_of(other_team, YEAR).groups] == ["Skogsgruppen"]


@pytest.mark.parametrize(("language", "day"), [("sv", "1 dag."), ("en", "1 day.")])
def test_one_day_is_no_days(language: str, day: str) -> None:
    # Each of them starts to work the day after they were ready.
    placed = [{**each, "ready_on": each["starts_on"] - timedelta(days=1)} for each in PLACEMENTS]
    made = material(CASEWORK, language, events=events({names.PLACEMENTS: placed}))
    assert day in draft(made, "2.description")


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_every_rendering_has_the_appendix(team: Team, forest: Group, ending: str) -> None:
    document = document_of(team, YEAR, language="sv")
    keys = {table.key for table in document.tables()}
    assert keys >= {"groups", "activities-groups", "activities-single"}
    body = rendered(document, ending)
    if ending in ("html", "json"):
        assert "Skogsgruppen" in body.decode()
        assert "Utflykt" in body.decode()


def test_from_a_number_of_sessions_to_the_sessions(
    client_of: Signed, coach: User, steering_member: User, team: Team, forest: Group
) -> None:
    url = reverse("figure", args=[team.slug, "2024", "group_sessions_held.group_kind.skog"])
    page = client_of(coach).get(url).content.decode()
    assert "Hållna grupptillfällen, Skogsgrupper" in page
    assert "Tillfällena bakom" in page
    assert page.count("Skogsgruppen</a>") == 1
    assert "Utflykt" in page
    assert "Ärendena bakom" not in page
    cancelled = reverse("figure", args=[team.slug, "2024", "sessions_cancelled"])
    assert "Storm" in client_of(coach).get(cancelled).content.decode()
    came = reverse("figure", args=[team.slug, "2024", f"attendances.group.{forest.pk}"])
    page = client_of(coach).get(came).content.decode()
    assert "Skogslund" in page
    assert "Tillfällena bakom" not in page
    public = client_of(steering_member).get(url).content.decode()
    assert "Tillfällena bakom" not in public
    assert 'figure-value">..' in public
