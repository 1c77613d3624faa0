"""A group that teams share leaks no name across them: on no page, in no log, in no figure."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.groups.models import Group, GroupMember, Leader, Session, Sharing
from samspel.participants.models import Episode
from tests import people
from tests.participants.conftest import sentences
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_member, make_session
from tests.people import client_of

HERS = ("Alvina", "Granqvist")
HIS = ("Ossian", "Tallgren")


def everything(client: Client, group: Group, episode: Episode) -> Iterator[str]:
    """Every page and part of groups that somebody of a team that takes part can open."""
    session = Session.objects.filter(group=group).latest("on")
    addresses = [
        "/groups/",
        "/groups/?shared=shared",
        "/groups/?state=all&sort=-name",
        "/groups/week/",
        "/groups/week/?who=mine",
        "/groups/kinds/",
        *(
            reverse(name, args=[group.pk])
            for name in ("group", "group_members", "group_leaders", "group_sessions", "session_new")
        ),
        *(
            reverse(name, args=[session.pk])
            for name in ("session_change", "session_cancel", "session_note", "session_sheet")
        ),
        reverse("episode_groups", args=[episode.pk]),
        reverse("participant", args=[episode.participant_id]),
        "/participants/",
        "/",
    ]
    for url in addresses:
        for headers in ({}, {"HX-Request": "true"}):
            page = client.get(url, headers=headers)
            assert page.status_code == 200, url
            yield page.content.decode()


def nobody_named(pages: Iterator[str], names: tuple[str, ...], numbers: list[str]) -> None:
    """No page holds a name, a case number or an address of the person."""
    for page in pages:
        for secret in (*names, *numbers):
            assert secret not in page, page[:300]


def secrets_of(episode: Episode) -> list[str]:
    return [
        str(episode.pk),
        str(episode.participant_id),
        f">{episode.case_number}<",
        episode.participant.reference + "<",
    ]


@pytest.fixture
def crowded(shared: Group, alva: Episode, olle: Episode) -> Group:
    """Both lead it too, and sessions of both have been and will be."""
    Leader.objects.create(group=shared, episode=alva)
    Leader.objects.create(group=shared, episode=olle)
    make_session(shared, date(2025, 4, 15))
    make_session(shared, TODAY, at=13)
    make_session(shared, TUESDAY)
    return shared


@pytest.mark.parametrize("who", ["stranger", "other_leader"])
def test_the_other_team_reads_none_of_ours(
    request: pytest.FixtureRequest, crowded: Group, alva: Episode, olle: Episode, who: str
) -> None:
    client = client_of(request.getfixturevalue(who))
    nobody_named(everything(client, crowded, olle), HERS, secrets_of(alva))


@pytest.mark.parametrize("who", ["coach", "leader"])
def test_we_read_none_of_the_other_teams(
    request: pytest.FixtureRequest, crowded: Group, alva: Episode, olle: Episode, who: str
) -> None:
    client = client_of(request.getfixturevalue(who))
    nobody_named(everything(client, crowded, alva), HIS, secrets_of(olle))


def test_each_sees_its_own_and_the_others_number(
    crowded: Group, as_coach: Client, as_stranger: Client
) -> None:
    url = reverse("group", args=[crowded.pk])
    for client, own, other in (
        (as_coach, "Alvina Granqvist", "Team Öster"),
        (as_stranger, "Ossian Tallgren", "Team Väster"),
    ):
        answer = client.get(url)
        text = answer.content.decode()
        assert own in text
        assert f"en deltagare från {other}" in text
        page = answer.context["page"]
        assert [(each.name, each.number) for each in page.numbers] == [
            ("Team Väster", 1),
            ("Team Öster", 1),
        ]
        assert [each.name for each in page.members] == [own]
        row = client.get("/groups/").context["rows"][0]
        assert (row.own, row.taken, row.is_shared) == (1, 2, True)


@pytest.mark.usefixtures("crowded")
def test_others_people_are_out_of_reach(
    group: Group, alva: Episode, olle: Episode, as_coach: Client, as_stranger: Client
) -> None:
    hers = GroupMember.objects.get(episode=alva)
    leading = Leader.objects.get(episode=alva)
    values = {"until_on": "2025-05-01"}
    leave = reverse("group_member_leave", args=[hers.pk])
    assert as_stranger.get(leave).status_code == 404
    assert as_stranger.post(leave, values).status_code == 404
    assert as_stranger.post(reverse("group_leader_remove", args=[leading.pk])).status_code == 404
    assert as_stranger.get(reverse("episode_groups", args=[alva.pk])).status_code == 404
    members = reverse("group_members", args=[group.pk])
    sent = {"episodes": [str(alva.pk)], "from_on": "2025-04-22"}
    assert list(sentences(as_stranger.post(members, sent))) == ["episodes"]
    leaders = reverse("group_leaders", args=[group.pk])
    assert list(sentences(as_stranger.post(leaders, {"episode": str(alva.pk)}))) == ["episode"]
    hers.refresh_from_db()
    assert hers.until_on is None
    # The team that runs the group may let anybody lead it no more, without seeing who.
    his = Leader.objects.get(episode=olle)
    assert as_coach.post(reverse("group_leader_remove", args=[his.pk])).status_code == 302


@pytest.mark.usefixtures("sharing")
def test_what_the_group_is_belongs_to_the_team_that_runs_it(
    group: Group, as_stranger: Client
) -> None:
    for name in ("group_change", "group_end", "group_share", "group_time_new"):
        assert as_stranger.get(reverse(name, args=[group.pk])).status_code == 404
        assert as_stranger.post(reverse(name, args=[group.pk])).status_code == 404


def test_the_log_tells_of_a_participant_in_its_own_team_only(
    group: Group, sharing: Sharing, olle: Episode, as_stranger: Client, other_team: Team
) -> None:
    members = reverse("group_members", args=[group.pk])
    as_stranger.post(members, {"episodes": [str(olle.pk)], "from_on": "2025-04-22"})
    as_stranger.post(reverse("group_leaders", args=[group.pk]), {"episode": str(olle.pk)})
    member = GroupMember.objects.get()
    leave = reverse("group_member_leave", args=[member.pk])
    as_stranger.post(leave, {"until_on": "2025-04-30"})
    about = LogEntry.objects.filter(subject__contains=str(olle.pk))
    acts = {"group_joined", "group_leader_named", "group_left"}
    assert acts <= set(about.values_list("act", flat=True))
    assert set(about.values_list("team_id", flat=True)) == {other_team.pk}
    ours = LogEntry.objects.filter(team_id=group.team_id)
    for entry in ours:
        told = f"{entry.subject} {entry.details}"
        assert str(olle.pk) not in told
        assert str(olle.participant_id) not in told


def test_texts_that_name_a_member_are_refused(
    shared: Group, as_coach: Client, as_stranger: Client
) -> None:
    session = make_session(shared, TUESDAY)
    note = reverse("session_note", args=[session.pk])
    cancel = reverse("session_cancel", args=[session.pk])
    for text in ("Granqvist högg ved.", "Vi firade Alvinas födelsedag."):
        assert list(sentences(as_coach.post(note, {"note": text, "version": 1}))) == ["note"]
    sent = {"because": "Alvina är sjuk", "version": 1}
    assert list(sentences(as_coach.post(cancel, sent))) == ["because"]
    # Whoever does not know her learns nothing by trying her name.
    assert as_stranger.post(note, {"note": "Alvina", "version": 1}).status_code == 302


def test_a_group_of_ones_own_may_name_its_people(
    group: Group, alva: Episode, as_coach: Client
) -> None:
    make_member(group, alva)
    session = make_session(group, TUESDAY)
    note = reverse("session_note", args=[session.pk])
    sent = {"note": "Alvina högg ved.", "version": 1}
    assert as_coach.post(note, sent).status_code == 302


def test_the_leader_shares_from_today(
    group: Group, alva: Episode, other_team: Team, as_leader: Client, as_stranger: Client
) -> None:
    make_member(group, alva)
    before = make_session(group, date(2025, 4, 15), note="Vi hjälpte Alvina med eldandet.")
    ahead = make_session(group, TUESDAY)
    url = reverse("group_share", args=[group.pk])
    assert as_leader.post(url, {"team": other_team.pk}).status_code == 302
    sharing = Sharing.objects.get()
    assert (sharing.from_on, sharing.ended_on) == (TODAY, None)
    page = as_stranger.get(reverse("group", args=[group.pk])).content.decode()
    assert "2025-04-22" in page
    # What was written before is not the other team's to read.
    assert "eldandet" not in page
    assert as_stranger.get(reverse("session_note", args=[before.pk])).status_code == 404
    assert as_stranger.get(reverse("session_note", args=[ahead.pk])).status_code == 200
    assert LogEntry.objects.get(act="group_shared").details == {"team": other_team.pk}


def test_a_text_with_a_name_is_not_shared(
    team: Team, alva: Episode, other_team: Team, as_leader: Client
) -> None:
    group = make_group(team, purpose="Alvina Granqvist visar hur man väver.")
    make_member(group, alva)
    answer = as_leader.post(reverse("group_share", args=[group.pk]), {"team": other_team.pk})
    assert "deltagares namn" in sentences(answer)["__all__"][0]
    assert not Sharing.objects.exists()


def test_who_cannot_take_part(team: Team, group: Group, as_leader: Client) -> None:
    url = reverse("group_share", args=[group.pk])
    far = people.make_team("Långt bort", people.make_association("Annat förbund"))
    closed = people.make_team("Nedlagt", team.association, closed_on=date(2025, 1, 1))
    for each in (far, closed, team):
        assert list(sentences(as_leader.post(url, {"team": each.pk}))) == ["team"]
    for name in ("Norr", "Syd"):
        made = people.make_team(name, team.association)
        assert as_leader.post(url, {"team": made.pk}).status_code == 302
    fourth = people.make_team("Fjärde", team.association)
    assert "Högst tre team" in sentences(as_leader.post(url, {"team": fourth.pk}))["team"][0]


def test_a_coach_does_not_share(group: Group, other_team: Team, as_coach: Client) -> None:
    url = reverse("group_share", args=[group.pk])
    assert as_coach.post(url, {"team": other_team.pk}).status_code == 404
    assert "Dela med andra" not in as_coach.get(reverse("group", args=[group.pk])).content.decode()


def test_protected_people_are_counted_and_not_named(
    shared: Group, team: Team, as_coach: Client, coach: User
) -> None:
    person = people.make_participant(
        team, given_name="Hemlig", family_name="Person", protection="marked"
    )
    episode = people.make_episode(person)
    make_member(shared, episode)
    Leader.objects.create(group=shared, episode=episode)
    url = reverse("group", args=[shared.pk])

    def seen() -> tuple[str, Any]:
        answer = as_coach.get(url)
        return answer.content.decode(), answer.context["page"]

    text, page = seen()
    assert "Hemlig" not in text
    assert [each.number for each in page.numbers] == [2, 1]
    assert len(page.members) == 1
    person.named_staff.add(coach)
    text, page = seen()
    assert "Hemlig" not in text
    assert [each.name for each in page.members][-1] == f"Skyddad identitet {episode.case_number}"
