"""The team's kinds of work: its leader's vocabulary."""

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.employers.keeping_kinds import STARTER_SET
from samspel.participants.employers.models import WorkKind
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.people import client_of

LIST = "/employers/work/team-vaster/"
NEW = f"{LIST}new/"


def test_the_leader_names_a_kind(leader: User, team: Team) -> None:
    assert send(leader, NEW, title="Hund & katt").status_code == 302
    made = WorkKind.objects.get()
    assert (made.code, made.title, made.is_used) == ("hund_katt", "Hund & katt", True)
    assert told("work_kind_added").subject == f"team:{team.pk}"


def test_no_coach_does(coach: User, team: Team, garden: WorkKind) -> None:
    for url in (LIST, NEW, reverse("work_kind", args=[garden.pk])):
        assert client_of(coach).get(url).status_code == 404
    assert client_of(coach).post(f"{LIST}starter/").status_code == 404


def test_two_kinds_of_nearly_the_same_name_have_codes_of_their_own(
    leader: User, team: Team
) -> None:
    for title in ("Kök!", "Kök?", "Kök", "!!!", "???"):
        send(leader, NEW, title=title)
    codes = sorted(WorkKind.objects.values_list("code", flat=True))
    assert codes == ["kok", "kok_2", "kok_3", "work", "work_2"]


@pytest.mark.parametrize("title", ["", "TRÄDGÅRD", "trädgård ", "x" * 81])
def test_what_cannot_be_saved(leader: User, garden: WorkKind, title: str) -> None:
    assert set(sentences(send(leader, NEW, title=title))) == {"title"}
    assert WorkKind.objects.count() == 1


def test_every_bad_title_comes_back_as_a_form(leader: User, garden: WorkKind) -> None:
    client = client_of(leader)
    for bad in HOSTILE:
        for url in (NEW, reverse("work_kind", args=[garden.pk])):
            data = {"title": bad, "is_used": bad, "version": bad}
            assert client.post(url, data).status_code in (200, 302)


def test_a_kind_is_renamed_and_used_no_longer(leader: User, garden: WorkKind) -> None:
    url = reverse("work_kind", args=[garden.pk])
    assert send(leader, url, title="Odling", version="1").status_code == 302
    garden.refresh_from_db()
    assert (garden.code, garden.title, garden.is_used, garden.version) == (
        "garden",
        "Odling",
        False,
        2,
    )
    page = client_of(leader).get(LIST)
    assert page.context["others"] == [garden]
    assert send(leader, url, title="Annat", version="1").status_code == 200


def test_the_kinds_to_begin_with_are_taken_in_once(
    leader: User, team: Team, garden: WorkKind
) -> None:
    for _press in range(2):
        client_of(leader).post(f"{LIST}starter/")
    assert WorkKind.objects.count() == len(STARTER_SET)
    garden.refresh_from_db()
    assert garden.title == "trädgård"
