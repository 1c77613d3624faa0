"""Cases at team meetings: taking up, and giving an agency its list."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Agency, Team
from samspel.participants.case_lists.behind import cases_behind
from samspel.participants.case_lists.giving import give_list
from samspel.participants.case_lists.models import CaseTakenUp, Disclosure
from samspel.participants.case_lists.rows import cases_taken_up_rows
from samspel.participants.case_lists.taking_up import move, take_off
from samspel.participants.models import Episode
from samspel.personnel.methods.models import TeamMeeting
from tests import people
from tests.participants.case_lists.made import NOW, agree, put
from tests.personnel.methods.made import HELD_ON, make_meeting

Clients = Callable[[User | None], Client]


def test_no_name_of_a_protected_person_stands_on_the_teams_page(
    meeting: TeamMeeting, episode: Episode, coach: User, by: Actor, client_of: Clients
) -> None:
    episode.participant.protection = "marked"
    episode.participant.save()
    episode.participant.named_staff.add(coach)
    put(meeting, episode, by)
    url = reverse("meeting_cases", args=[meeting.team.slug, meeting.pk])
    page = client_of(coach).get(url).content.decode()
    assert "2025-007" in page
    assert "Astrid" not in page


def test_a_case_closed_before_the_meeting_is_not_taken_up(
    meeting: TeamMeeting, episode: Episode, by: Actor
) -> None:
    ended = {"closed_on": HELD_ON - timedelta(days=1), "outcome": "work"}
    Episode.objects.filter(pk=episode.pk).update(**ended)
    with pytest.raises(ValidationError) as refused:
        put(meeting, episode, by)
    assert list(refused.value.message_dict) == ["episode"]
    Episode.objects.filter(pk=episode.pk).update(closed_on=HELD_ON)
    assert put(meeting, episode, by).position == 1


def test_what_makes_no_sense_is_refused(
    meeting: TeamMeeting, episode: Episode, other_team: Team, by: Actor
) -> None:
    foreign = people.make_episode(people.make_participant(other_team))
    with pytest.raises(ValidationError):
        put(meeting, foreign, by)
    with pytest.raises(ValidationError):
        put(meeting, episode, by, question="Om vad?")
    put(meeting, episode, by)
    with pytest.raises(ValidationError):
        put(meeting, episode, by)
    cancelled = make_meeting(meeting.team, date(2025, 4, 3), cancelled_because="Sjukdom")
    with pytest.raises(ValidationError):
        put(cancelled, episode, by)
    assert CaseTakenUp.objects.count() == 1


def test_cases_change_places(team: Team, meeting: TeamMeeting, by: Actor) -> None:
    cases = [put(meeting, people.make_episode(people.make_participant(team)), by) for _ in "abc"]
    move(case=cases[2], earlier=True, by=by)
    move(case=cases[0], earlier=True, by=by)
    found = list(CaseTakenUp.objects.filter(meeting=meeting))
    assert found == [cases[0], cases[2], cases[1]]
    assert [each.position for each in found] == [1, 2, 3]


def test_to_give_the_list_is_told_of_in_the_log_of_every_case(
    team: Team, meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    untold = people.make_episode(people.make_participant(team))
    put(meeting, episode, by)
    put(meeting, untold, by)
    agree(episode, fk)
    given = {"meeting": meeting, "agency": fk, "user": coach, "today": HELD_ON}
    lines = give_list(now=NOW, by=by, **given)
    assert [each.number for each in lines] == ["2025-007"]
    entries = LogEntry.objects.filter(act="case_list_given")
    assert [each.subject for each in entries] == [f"episode:{episode.pk}"]
    assert entries[0].details == {"agency": fk.pk, "meeting": meeting.pk}
    row = Disclosure.objects.get()
    assert (row.agency, row.given_by, row.given_at) == (fk, coach, NOW)
    assert [each.episode for each in row.cases.all()] == [episode]


def test_nothing_is_given_without_consent_or_to_an_agency_that_is_not_the_teams(
    team: Team, meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    put(meeting, episode, by)
    foreign = Agency.objects.create(association=team.association, name="Skatteverket")
    agree(episode, foreign)
    for agency in (fk, foreign):
        with pytest.raises(ValidationError):
            give_list(meeting=meeting, agency=agency, user=coach, today=HELD_ON, now=NOW, by=by)
    assert not Disclosure.objects.exists()
    assert not LogEntry.objects.filter(act="case_list_given").exists()


def test_a_case_that_an_agency_was_told_of_stays_on_the_list(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    case = put(meeting, episode, by)
    agree(episode, fk)
    give_list(meeting=meeting, agency=fk, user=coach, today=HELD_ON, now=NOW, by=by)
    with pytest.raises(ValidationError):
        take_off(case=case, by=by)
    other = put(make_meeting(meeting.team, date(2025, 4, 3)), episode, by)
    take_off(case=other, by=by)
    assert list(CaseTakenUp.objects.all()) == [case]


def test_a_coach_gives_the_list_as_a_page_to_print(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor, client_of: Clients
) -> None:
    put(meeting, episode, by)
    agree(episode, fk)
    client, args = client_of(coach), [meeting.team.slug, meeting.pk, fk.pk]
    seen = client.get(reverse("meeting_cases_agency", args=args)).content.decode()
    assert "2025-007" in seen
    assert "Astrid" not in seen
    answer = client.post(reverse("meeting_cases_give", args=args))
    assert answer.content.startswith(b"%PDF")
    assert "2025-007" not in answer.headers["Content-Disposition"]
    assert coach.name in client.get(reverse("meeting_cases_agency", args=args)).content.decode()


def test_a_coach_takes_a_case_up_on_the_page(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, client_of: Clients
) -> None:
    agree(episode, fk)
    url = reverse("meeting_cases", args=[meeting.team.slug, meeting.pk])
    client = client_of(coach)
    page = client.post(url, {"episode": str(episode.pk)}, follow=True).content.decode()
    assert "Får se det: FK" in page
    refused = client.post(url, {"episode": str(episode.pk)}).content.decode()
    assert "inte redan står på listan" in refused
    assert CaseTakenUp.objects.count() == 1


@pytest.mark.parametrize("name", ["meeting_cases", "meeting_cases_agency"])
@pytest.mark.parametrize("who", ["steering_member", "officer", "administrator", "stranger"])
def test_nobody_else_finds_a_list(
    meeting: TeamMeeting,
    fk: Agency,
    client_of: Clients,
    request: pytest.FixtureRequest,
    name: str,
    who: str,
) -> None:
    args = [meeting.team.slug, meeting.pk, *([fk.pk] if name.endswith("agency") else [])]
    client = client_of(request.getfixturevalue(who))
    assert client.get(reverse(name, args=args)).status_code == 404


def test_rows_tell_of_meetings_and_lead_back_to_their_lists(
    team: Team, meeting: TeamMeeting, episode: Episode, coach: User, by: Actor
) -> None:
    case = put(meeting, episode, by)
    [row] = cases_taken_up_rows(team)
    expected = (f"case_taken_up:{case.pk}", HELD_ON, str(meeting.kind_id), False)
    assert tuple(row) == expected
    [shown] = cases_behind(team, [str(case.pk)], coach)
    assert shown.url == reverse("meeting_cases", args=[team.slug, meeting.pk])


def test_the_page_asks_as_many_questions_for_many_cases(
    team: Team,
    meeting: TeamMeeting,
    fk: Agency,
    coach: User,
    client_of: Clients,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for place in range(1, 15):
        episode = people.make_episode(people.make_participant(team))
        agree(episode, fk)
        CaseTakenUp.objects.create(meeting=meeting, episode=episode, position=place)
    client = client_of(coach)
    url = reverse("meeting_cases", args=[team.slug, meeting.pk])
    with django_assert_max_num_queries(20):
        assert client.get(url).status_code == 200
