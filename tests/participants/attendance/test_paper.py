"""Sheets on paper: the own team's names, what is recorded, and room for guests."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups.models import Group
from samspel.participants.models import Episode
from tests.participants.attendance.sessions import join, make_group, make_session
from tests.participants.trial.conftest import FIRST, TODAY
from tests.people import client_of, make_episode, make_participant


@pytest.fixture
def group(team: Team, other_team: Team, on_trial: Episode) -> Group:
    """A joint group that met on two days of March, once cancelled, once in February."""
    group = make_group(team, other_team)
    theirs = make_episode(make_participant(other_team, family_name="Östlig"), enrolled_on=FIRST)
    join(group, on_trial, theirs)
    for day, presence in ((date(2025, 3, 3), "digital"), (date(2025, 3, 5), "absent")):
        session = make_session(group, day)
        for episode in (on_trial, theirs):
            Attendance.objects.create(
                episode=episode,
                session=session,
                on=day,
                presence=presence,
                recorded_at="2025-03-05T08:00:00Z",
            )
    make_session(group, date(2025, 3, 4), cancelled_because="Storm")
    make_session(group, date(2025, 2, 24))
    return group


def test_a_month_has_a_column_for_each_session_and_marks(coach: User, group: Group) -> None:
    page = client_of(coach).get(reverse("group_month", args=[group.pk]))
    paper = page.context["paper"]
    assert paper.columns == ("3/3", "5/3")
    assert [(row.name, row.marks) for row in paper.rows[:2]] == [
        ("Alva Exempel", ("D", "–")),
        ("", ("", "")),
    ]
    assert len(paper.rows) == 6
    assert "Östlig" not in page.content.decode()


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("?month=2025-02", ("24/2",)),
        ("?month=2024-12", ()),
        ("?month=x", ("3/3", "5/3")),
        ("?month=0000-00", ("3/3", "5/3")),
        ("?month=9999-12", ()),
    ],
)
def test_another_month_can_be_asked_for(
    coach: User, group: Group, query: str, columns: tuple[str, ...]
) -> None:
    url = reverse("group_month", args=[group.pk]) + query
    assert client_of(coach).get(url).context["paper"].columns == columns
    assert client_of(coach).get(reverse("group_month_pdf", args=[group.pk]) + query).content


def test_a_sessions_sheet_has_a_tick_where_something_is_recorded(coach: User, group: Group) -> None:
    session = group.sessions.get(on=TODAY)
    paper = client_of(coach).get(reverse("session_paper", args=[session.pk])).context["paper"]
    assert paper.columns == ("På plats", "Digitalt", "Förhinder", "Uteblev")
    assert paper.rows[0].marks == ("", "", "", "×")


def test_the_file_is_told_of_in_the_log(coach: User, group: Group) -> None:
    session = group.sessions.get(on=TODAY - timedelta(days=2))
    for url, subject in (
        (reverse("session_pdf", args=[session.pk]), f"session:{session.pk}"),
        (reverse("group_month_pdf", args=[group.pk]), f"group:{group.pk}"),
    ):
        answer = client_of(coach).get(url)
        assert answer.content.startswith(b"%PDF")
        assert LogEntry.objects.filter(act="exported", subject=subject).count() == 1


def test_others_have_no_paper(team: Team, stranger: User, on_trial: Episode) -> None:
    group = make_group(team)
    session = make_session(group, TODAY)
    for name, pk in (
        ("session_paper", session.pk),
        ("session_pdf", session.pk),
        ("group_month", group.pk),
        ("group_month_pdf", group.pk),
    ):
        assert client_of(stranger).get(reverse(name, args=[pk])).status_code == 404
