"""Who belongs to a group and who leads it."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.groups import joining
from samspel.participants.groups.models import Group, GroupMember, Leader
from samspel.participants.groups.part import groups_part
from samspel.participants.models import Episode
from tests import people
from tests.participants.conftest import sentences, told
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_member, make_session


def enrolled(team: Team, name: str, **fields: Any) -> Episode:
    person = people.make_participant(team, given_name=name, family_name="Exempel")
    return people.make_episode(person, **fields)


def take_in(client: Client, group: Group, *episodes: Episode, on: str = "2025-04-22") -> Any:
    url = reverse("group_members", args=[group.pk])
    return client.post(url, {"episodes": [str(each.pk) for each in episodes], "from_on": on})


def on(group: Group, day: date) -> int:
    return GroupMember.objects.on(day).filter(group=group).count()


def test_several_are_taken_in_at_once(as_coach: Client, group: Group, team: Team) -> None:
    cases = [enrolled(team, name) for name in ("Ada", "Bo", "Cia")]
    page = as_coach.get(reverse("group_members", args=[group.pk])).content.decode()
    assert "Ada Exempel" in page
    answer = as_coach.post(
        reverse("group_members", args=[group.pk]),
        {"episodes": [str(each.pk) for each in cases], "from_on": "2025-04-22"},
        follow=True,
    )
    assert "3 personer har lagts till." in answer.content.decode()
    assert LogEntry.objects.filter(act="group_joined").count() == 3
    assert (on(group, TODAY), on(group, TUESDAY)) == (0, 3)
    # They are offered no more, and a form that was open meanwhile doubles nothing.
    left = as_coach.get(reverse("group_members", args=[group.pk])).content.decode()
    assert "redan med i gruppen" in left
    url = reverse("group_members", args=[group.pk])
    again = {"episodes": [str(each.pk) for each in cases], "from_on": "2025-04-23"}
    assert "0 personer" in as_coach.post(url, again, follow=True).content.decode()
    assert GroupMember.objects.count() == 3


def test_the_same_again_is_the_same(group: Group, alva: Episode, by: Actor) -> None:
    for _nth in range(2):
        joining.take_in(group=group, episodes=[alva], from_on=TODAY, today=TODAY, by=by)
    assert GroupMember.objects.count() == 1
    assert told("group_joined").subject == f"episode:{alva.pk}"


def test_only_the_enrolled_are_offered(as_coach: Client, group: Group, team: Team) -> None:
    enrolled(team, "Enok")
    enrolled(team, "Klas", enrolled_on=None)
    enrolled(team, "Stina", closed_on=TODAY, outcome="work")
    page = as_coach.get(reverse("group_members", args=[group.pk])).content.decode()
    assert "Enok" in page
    assert "Klas" not in page
    assert "Stina" not in page


@pytest.mark.parametrize("day", ["2025-01-31", "2525-01-01", "2025-02-31", ""])
def test_days_that_cannot_be(as_coach: Client, group: Group, alva: Episode, day: str) -> None:
    assert list(sentences(take_in(as_coach, group, alva, on=day))) == ["from_on"]
    assert not GroupMember.objects.exists()


def test_nobody_is_taken_into_what_has_ended(team: Team, alva: Episode, by: Actor) -> None:
    group = make_group(team, ends_on=TODAY)
    with pytest.raises(ValidationError):
        joining.take_in(group=group, episodes=[alva], from_on=TUESDAY, today=TODAY, by=by)


def test_a_case_of_a_team_that_takes_no_part(group: Group, olle: Episode, by: Actor) -> None:
    with pytest.raises(ValidationError):
        joining.take_in(group=group, episodes=[olle], from_on=TODAY, today=TODAY, by=by)
    assert not GroupMember.objects.exists()


def test_over_the_places_is_told_and_counts_all_teams(
    as_coach: Client, shared: Group, team: Team
) -> None:
    Group.objects.filter(pk=shared.pk).update(capacity=2)
    answer = take_in(as_coach, shared, enrolled(team, "Ada"))
    page = as_coach.get(answer["Location"]).content.decode()
    assert "Gruppen har 3 medlemmar och 2 platser." in page
    assert "3 av 2 platser" in page
    assert "över platserna" in as_coach.get("/groups/").content.decode()


def test_leaving_with_a_last_day_and_coming_back(
    as_coach: Client, group: Group, alva: Episode
) -> None:
    member = make_member(group, alva)
    url = reverse("group_member_leave", args=[member.pk])
    assert list(sentences(as_coach.post(url, {"until_on": "2025-02-28"}))) == ["until_on"]
    as_coach.post(url, {"until_on": "2025-04-24"})
    assert (on(group, date(2025, 4, 24)), on(group, date(2025, 4, 25))) == (1, 0)
    assert told("group_left").team_id == alva.team_id
    # Who comes back before the last day simply stays.
    take_in(as_coach, group, alva)
    member.refresh_from_db()
    assert (member.until_on, GroupMember.objects.count()) == (None, 1)
    as_coach.post(url, {"until_on": "2025-04-21"})
    take_in(as_coach, group, alva, on="2025-05-05")
    assert GroupMember.objects.count() == 2
    assert [on(group, date(2025, 5, day)) for day in (4, 5)] == [0, 1]


def test_membership_ends_with_the_enrolment(group: Group, alva: Episode) -> None:
    make_member(group, alva)
    assert on(group, TODAY) == 1
    alva.closed_on, alva.outcome = TODAY, "work"
    alva.save()
    # On the day of the closing nobody is enrolled, as everywhere.
    assert on(group, TODAY) == 0
    assert on(group, date(2025, 4, 20)) == 1
    assert not GroupMember.objects.from_day(TODAY).exists()


def test_staff_of_the_groups_teams_lead(
    as_coach: Client, group: Group, coach: User, stranger: User, other_team: Team
) -> None:
    url = reverse("group_leaders", args=[group.pk])
    assert list(sentences(as_coach.post(url, {"user": stranger.pk}))) == ["user"]
    assert list(sentences(as_coach.post(url, {}))) == ["__all__"]
    assert as_coach.post(url, {"user": coach.pk}).status_code == 302
    assert "leder redan" in sentences(as_coach.post(url, {"user": coach.pk}))["__all__"][0]
    group.sharings.create(team=other_team)
    assert as_coach.post(url, {"user": stranger.pk}).status_code == 302
    page = as_coach.get(reverse("group", args=[group.pk])).content.decode()
    assert "Kim Handledare" in page
    assert "Ulla Utomstående" in page
    leader = Leader.objects.get(user=stranger)
    as_coach.post(reverse("group_leader_remove", args=[leader.pk]))
    assert list(Leader.objects.values_list("user", flat=True)) == [coach.pk]


def test_a_participant_leads_until_the_enrolment_ends(
    as_coach: Client, group: Group, alva: Episode
) -> None:
    url = reverse("group_leaders", args=[group.pk])
    assert as_coach.post(url, {"episode": str(alva.pk)}).status_code == 302
    page = reverse("group", args=[group.pk])
    assert "Alvina Granqvist" in as_coach.get(page).content.decode()
    alva.closed_on, alva.outcome = TODAY, "work"
    alva.save()
    assert "Alvina Granqvist" not in as_coach.get(page).content.decode()


def test_into_a_group_from_the_persons_page(
    as_coach: Client, group: Group, team: Team, alva: Episode, olle: Episode
) -> None:
    make_group(team, name="Avslutad", ends_on=date(2025, 4, 1))
    make_session(group, TUESDAY)
    url = reverse("episode_groups", args=[alva.pk])
    page = as_coach.get(url).content.decode()
    assert "Skogsgruppen" in page
    assert "Avslutad" not in page
    answer = as_coach.post(url, {"group": str(group.pk), "from_on": "2025-04-21"})
    assert answer["Location"] == reverse("participant", args=[alva.participant_id])
    part = groups_part(alva, TODAY)
    assert part is not None
    assert [(line.name, line.next_session) for line in part.lines] == [
        ("Skogsgruppen", "2025-04-22 09:00")
    ]
    again = as_coach.post(url, {"group": str(group.pk), "from_on": "2025-04-21"})
    assert list(sentences(again)) == ["group"]
    assert "alla teamets pågående grupper" in as_coach.get(url).content.decode()
    assert as_coach.get(reverse("episode_groups", args=[olle.pk])).status_code == 404


def test_who_is_not_enrolled_is_led_back(as_coach: Client, queued: Episode) -> None:
    answer = as_coach.get(reverse("episode_groups", args=[queued.pk]))
    assert answer["Location"] == reverse("participant", args=[queued.participant_id])
    assert groups_part(queued, TODAY) is None
