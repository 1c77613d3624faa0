"""A team that no longer takes part sees no more of a group, and keeps what was its own."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups.models import Group, GroupMember, Leader, Session, Sharing
from samspel.participants.groups.rows import session_rows
from samspel.participants.models import Episode
from tests.participants.groups.conftest import TUESDAY
from tests.participants.groups.made import make_session
from tests.people import client_of


@pytest.fixture
def removed(
    shared: Group, sharing: Sharing, olle: Episode, stranger: User, as_leader: Client
) -> Group:
    """The other team took part in a session, led the group, and is taken away."""
    session = make_session(shared, date(2025, 4, 15), led_by=stranger)
    make_session(shared, TUESDAY, led_by=stranger)
    Leader.objects.create(group=shared, user=stranger)
    Leader.objects.create(group=shared, episode=olle)
    at = datetime(2025, 4, 15, 12, tzinfo=UTC)
    Attendance.objects.create(episode=olle, session=session, on=session.on, recorded_at=at)
    assert as_leader.post(reverse("group_unshare", args=[sharing.pk])).status_code == 302
    return shared


def test_a_team_that_is_removed_sees_no_more(
    removed: Group, olle: Episode, as_stranger: Client
) -> None:
    assert as_stranger.get("/groups/").context["rows"] == []
    session = Session.objects.earliest("on")
    member = GroupMember.objects.get(episode=olle)
    assert as_stranger.get("/groups/week/?week=2025-W16").context["week"].is_empty
    for name, pk in (
        ("group", removed.pk),
        ("group_members", removed.pk),
        ("group_sessions", removed.pk),
        ("session_change", session.pk),
        ("session_note", session.pk),
        ("session_sheet", session.pk),
        ("group_member_leave", member.pk),
    ):
        assert as_stranger.get(reverse(name, args=[pk])).status_code == 404, name


def test_a_team_that_is_removed_keeps_what_was_its_own(
    removed: Group, olle: Episode, other_team: Team, as_stranger: Client
) -> None:
    assert Attendance.objects.filter(episode=olle).count() == 1
    member = GroupMember.objects.get(episode=olle)
    assert (member.from_on, member.until_on) == (date(2025, 4, 2), date(2025, 4, 20))
    rows = session_rows(other_team, date(2025, 12, 31))
    assert [row.on for row in rows] == [date(2025, 4, 15)]
    page = as_stranger.get(reverse("participant", args=[olle.participant_id]))
    assert page.status_code == 200
    assert reverse("group", args=[removed.pk]) not in page.content.decode()


def test_nobody_of_a_removed_team_leads(removed: Group, stranger: User) -> None:
    assert not Leader.objects.exists()
    led = dict(Session.objects.values_list("on", "led_by"))
    assert led == {date(2025, 4, 15): stranger.pk, TUESDAY: None}


def test_staff_of_both_teams_go_on_leading(
    shared: Group, sharing: Sharing, stranger: User, team: Team, as_leader: Client
) -> None:
    Membership.objects.create(user=stranger, role=Role.COACH, team=team)
    Leader.objects.create(group=shared, user=stranger)
    as_leader.post(reverse("group_unshare", args=[sharing.pk]))
    assert Leader.objects.filter(user=stranger).exists()


def test_once_removed_it_can_come_back(
    removed: Group, other_team: Team, as_leader: Client, as_stranger: Client
) -> None:
    url = reverse("group_share", args=[removed.pk])
    assert as_leader.post(url, {"team": other_team.pk}).status_code == 302
    assert Sharing.objects.filter(team=other_team).count() == 2
    page = as_stranger.get(reverse("group", args=[removed.pk]))
    # What was in the time between, and before, stays with the team that runs it.
    assert [each.on for each in page.context["page"].past] == []


def test_it_is_asked_before_sharing_ends(
    shared: Group, sharing: Sharing, other_team: Team, as_leader: Client
) -> None:
    url = reverse("group_unshare", args=[sharing.pk])
    share = reverse("group_share", args=[shared.pk])
    page = as_leader.get(share).content.decode()
    assert f'href="{url}"' in page
    assert f'action="{url}"' not in page
    asked = as_leader.get(url).content.decode()
    assert f"Sluta dela med {other_team.name}?" in asked
    assert "dess medlemmar lämnar den" in asked
    assert f'href="{share}"' in asked
    sharing.refresh_from_db()
    assert sharing.ended_on is None


def test_only_the_running_teams_leader_ends_sharing(
    sharing: Sharing, as_coach: Client, as_stranger: Client, other_leader: User
) -> None:
    url = reverse("group_unshare", args=[sharing.pk])
    for client in (as_coach, as_stranger, client_of(other_leader)):
        assert client.post(url).status_code == 404
        assert client.get(url).status_code == 404
    sharing.refresh_from_db()
    assert sharing.ended_on is None
