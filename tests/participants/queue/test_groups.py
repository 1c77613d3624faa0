"""The team's priority groups, and who stands in which."""

from datetime import date

import pytest
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.queue.models import PriorityGroup, QueuePlace
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.people import client_of


@pytest.fixture
def groups(team: Team) -> list[PriorityGroup]:
    titles = enumerate(("Unga", "Långa", "Övriga"), start=1)
    return [
        PriorityGroup.objects.create(team=team, title=title, place=place) for place, title in titles
    ]


def page(team: Team) -> str:
    return reverse("queue_groups", args=[team.slug])


def titles(team: Team) -> list[str]:
    return [each.title for each in PriorityGroup.objects.filter(team=team)]


def names(groups: list[PriorityGroup], **changed: str) -> dict[str, str]:
    """What the form sends when only some names are changed, by their old names."""
    return {f"title_{each.pk}": changed.get(each.title, each.title) for each in groups}


def test_adding_the_first(leader: User, team: Team) -> None:
    assert send(leader, page(team), new="  Under   30 ").status_code == 302
    assert titles(team) == ["Under 30"]
    entry = told("team_settings_changed")
    assert (entry.subject, entry.details) == (f"team:{team.pk}", {"fields": ["priority_groups"]})


def test_saving_nothing_new_leaves_no_trace(
    leader: User, team: Team, groups: list[PriorityGroup]
) -> None:
    assert send(leader, page(team), **names(groups)).status_code == 302
    assert not LogEntry.objects.exists()


def test_names_can_change_places(leader: User, team: Team, groups: list[PriorityGroup]) -> None:
    sent = names(groups, Unga="Långa", Långa="Unga")
    assert send(leader, page(team), **sent).status_code == 302
    assert titles(team) == ["Långa", "Unga", "Övriga"]


def test_two_are_never_called_the_same(
    leader: User, team: Team, groups: list[PriorityGroup]
) -> None:
    for sent in (names(groups, Unga="långa"), names(groups) | {"new": "ÖVRIGA"}):
        found = sentences(send(leader, page(team), **sent))
        assert found["__all__"] == ["Teamet har redan en grupp med det namnet."]
    assert titles(team) == ["Unga", "Långa", "Övriga"]


@pytest.mark.parametrize(
    ("act", "number", "order"),
    [
        ("up", 1, ["Långa", "Unga", "Övriga"]),
        ("down", 1, ["Unga", "Övriga", "Långa"]),
        ("up", 0, ["Unga", "Långa", "Övriga"]),
        ("down", 2, ["Unga", "Långa", "Övriga"]),
        ("remove", 1, ["Unga", "Övriga"]),
    ],
)
def test_moving_and_removing(
    leader: User, team: Team, groups: list[PriorityGroup], act: str, number: int, order: list[str]
) -> None:
    sent = names(groups) | {"act": f"{act}-{groups[number].pk}"}
    assert send(leader, page(team), **sent).status_code == 302
    assert titles(team) == order
    places = PriorityGroup.objects.filter(team=team).values_list("place", flat=True)
    assert list(places) == list(range(1, len(order) + 1))


def test_what_was_typed_is_kept_when_a_button_is_pressed(
    leader: User, team: Team, groups: list[PriorityGroup]
) -> None:
    sent = names(groups, Unga="Yngre") | {"act": f"down-{groups[0].pk}", "new": "Sist"}
    assert send(leader, page(team), **sent).status_code == 302
    assert titles(team) == ["Långa", "Yngre", "Övriga", "Sist"]


def test_a_group_that_somebody_waits_in_is_not_removed(
    leader: User, team: Team, groups: list[PriorityGroup], queued: Episode
) -> None:
    QueuePlace.objects.create(episode=queued, group=groups[0])
    sent = names(groups) | {"act": f"remove-{groups[0].pk}"}
    assert "Någon i kön" in sentences(send(leader, page(team), **sent))["__all__"][0]
    queued.withdrawn_on = date(2025, 2, 1)
    queued.save()
    assert send(leader, page(team), **sent).status_code == 302
    assert titles(team) == ["Långa", "Övriga"]
    assert QueuePlace.objects.get(episode=queued).group is None


@pytest.mark.parametrize("act", ["up-999999", "down-", "-", "erase-1", "up-\0", "up--1"])
def test_an_act_that_is_none_is_no_page(
    leader: User, team: Team, groups: list[PriorityGroup], act: str
) -> None:
    assert send(leader, page(team), **names(groups), act=act).status_code == 404


def test_another_teams_group_is_out_of_reach(
    leader: User, team: Team, other_team: Team, groups: list[PriorityGroup]
) -> None:
    other = PriorityGroup.objects.create(team=other_team, title="Östra")
    sent = names(groups) | {"act": f"remove-{other.pk}", f"title_{other.pk}": "Vår"}
    assert send(leader, page(team), **sent).status_code == 404
    assert titles(other_team) == ["Östra"]


def priority(episode: Episode) -> str:
    return reverse("queue_priority", args=[episode.pk])


def test_choosing_a_group(coach: User, queued: Episode, groups: list[PriorityGroup]) -> None:
    chosen = {"group": groups[1].pk, "version": 0}
    response = send(coach, priority(queued), **chosen)
    assert response["Location"] == "/queue/?team=team-vaster"
    assert QueuePlace.objects.get(episode=queued).group == groups[1]
    entry = told("queue_priority_set")
    assert (entry.subject, entry.details) == (f"episode:{queued.pk}", {"fields": ["group"]})
    assert send(coach, priority(queued), group="", version=1).status_code == 302
    assert QueuePlace.objects.get(episode=queued).group is None


def test_two_who_choose_at_once(
    coach: User, colleague: User, queued: Episode, groups: list[PriorityGroup]
) -> None:
    assert send(colleague, priority(queued), group=groups[0].pk, version=0).status_code == 302
    again = send(coach, priority(queued), group=groups[1].pk, version=0)
    assert "under tiden" in sentences(again)["__all__"][0]
    assert QueuePlace.objects.get(episode=queued).group == groups[0]


def test_another_teams_group_cannot_be_chosen(
    coach: User, queued: Episode, other_team: Team
) -> None:
    other = PriorityGroup.objects.create(team=other_team, title="Östra")
    found = sentences(send(coach, priority(queued), group=other.pk, version=0))
    assert "listan" in found["group"][0]


def test_who_is_enrolled_has_no_place_in_the_queue(coach: User, enrolled: Episode) -> None:
    answer = client_of(coach).get(priority(enrolled))
    assert answer["Location"] == reverse("participant", args=[enrolled.participant_id])


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_the_forms(
    leader: User, team: Team, groups: list[PriorityGroup], queued: Episode, text: str
) -> None:
    sent = dict.fromkeys(names(groups), text)
    assert send(leader, page(team), **sent).status_code == 200
    assert send(leader, page(team), **names(groups), new=text).status_code in {200, 302}
    assert send(leader, priority(queued), group=text or "x", version=text).status_code == 200
