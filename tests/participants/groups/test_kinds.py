"""The team's kinds of groups: begin with ours, add, rename, retire."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.organisation.models import Team
from samspel.participants.groups import keeping_kinds
from samspel.participants.groups.models import GroupKind
from samspel.participants.groups.starter_kinds import STARTER_KINDS
from samspel.records.versions import ChangedMeanwhileError
from tests.participants.conftest import sentences, told
from tests.participants.groups.made import make_kind

KINDS = "/groups/kinds/"


def test_the_starter_set_is_taken_over_by_one_press(as_coach: Client, team: Team) -> None:
    assert "Ta över de här" in as_coach.get(KINDS).content.decode()
    url = reverse("group_kinds_starter", args=[team.slug])
    page = as_coach.post(url, follow=True).content.decode()
    assert "7 sorter är tillagda." in page
    titles = set(GroupKind.objects.filter(team=team).values_list("title", flat=True))
    assert titles >= {"Träffpunkt", "Skogsgrupp", "Uppstartsgrupp", "Fortsättningsgrupp"}
    codes = [each.code for each in STARTER_KINDS]
    assert sorted(GroupKind.objects.values_list("code", flat=True)) == sorted(codes)
    again = as_coach.post(url, follow=True).content.decode()
    assert "0 sorter är tillagda." in again
    assert GroupKind.objects.count() == len(codes)


def test_a_kind_that_is_there_by_name_is_not_doubled(team: Team, by: Actor) -> None:
    keeping_kinds.add_kind(team=team, title="skogsgrupp", by=by)
    assert keeping_kinds.take_starter_kinds(team=team, by=by) == len(STARTER_KINDS) - 1


def test_a_kind_of_ones_own(as_coach: Client, team: Team) -> None:
    url = reverse("group_kind_new", args=[team.slug])
    assert as_coach.post(url, {"title": "Läsecirkel på ön"})["Location"] == KINDS
    kind = GroupKind.objects.get(team=team)
    assert (kind.title, kind.code) == ("Läsecirkel på ön", "lasecirkel-pa-on")
    assert told("group_kind_added").subject == f"team:{team.pk}"
    refused = sentences(as_coach.post(url, {"title": "LÄSECIRKEL på ön"}))
    assert refused == {"title": ["Teamet har redan en gruppsort med det namnet."]}
    assert sentences(as_coach.post(url, {"title": "  "})).keys() == {"title"}


def test_a_new_name_keeps_the_code(as_coach: Client, team: Team) -> None:
    kind = make_kind(team)
    url = reverse("group_kind", args=[kind.pk])
    as_coach.post(url, {"title": "Ute i skogen", "version": 1})
    kind.refresh_from_db()
    assert (kind.title, kind.code, kind.version) == ("Ute i skogen", "skogsgrupp", 2)
    late = as_coach.post(url, {"title": "Annat", "version": 1})
    assert "Någon annan sparade" in sentences(late)["__all__"][0]
    kind.refresh_from_db()
    assert kind.title == "Ute i skogen"


def test_a_name_that_another_kind_has_is_refused(team: Team, by: Actor) -> None:
    kind = make_kind(team)
    make_kind(team, "Träffpunkt")
    with pytest.raises(ValidationError):
        keeping_kinds.rename_kind(kind=kind, version=1, title="träffpunkt", by=by)
    with pytest.raises(ChangedMeanwhileError):
        keeping_kinds.rename_kind(kind=kind, version=7, title="Annat", by=by)


def test_a_retired_kind_is_offered_no_more_and_keeps_its_groups(
    as_coach: Client, team: Team
) -> None:
    make_kind(team, "Träffpunkt")
    kind = make_kind(team)
    as_coach.post(reverse("group_kind_use", args=[kind.pk]), {"act": "retire"})
    kind.refresh_from_db()
    assert not kind.is_used
    offered = as_coach.get(reverse("group_new")).content.decode()
    assert "Träffpunkt" in offered
    assert "Skogsgrupp" not in offered
    as_coach.post(reverse("group_kind_use", args=[kind.pk]), {"act": "use"})
    kind.refresh_from_db()
    assert kind.is_used


def test_codes_are_told_apart(team: Team, by: Actor) -> None:
    titles = ["Å", "Ä", "!!!", "???", "x" * 80, "x" * 79 + "y"]
    made = [keeping_kinds.add_kind(team=team, title=each, by=by).code for each in titles]
    assert len(set(made)) == len(titles)
    assert all(0 < len(code) <= 40 for code in made)


def test_kinds_of_another_team_are_not_there(as_stranger: Client, team: Team) -> None:
    kind = make_kind(team, "Läsecirkel")
    assert "Läsecirkel" not in as_stranger.get(KINDS).content.decode()
    for url in (
        reverse("group_kind", args=[kind.pk]),
        reverse("group_kind_new", args=[team.slug]),
    ):
        assert as_stranger.get(url).status_code == 404
    use = reverse("group_kind_use", args=[kind.pk])
    assert as_stranger.post(use, {"act": "retire"}).status_code == 404
    kind.refresh_from_db()
    assert kind.is_used
