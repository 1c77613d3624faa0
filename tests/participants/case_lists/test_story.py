"""What the timeline of a case tells of team meetings."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Agency, Team
from samspel.participants.case_lists.giving import give_list
from samspel.participants.case_lists.story import SOURCES
from samspel.participants.models import Episode
from samspel.participants.timeline import Event, events_of
from samspel.personnel.methods.models import TeamMeeting
from tests.participants.case_lists.made import NOW, agree, put
from tests.personnel.methods.made import HELD_ON, make_meeting


def story(episode: Episode) -> list[Event]:
    with override("sv"):
        return list(events_of(SOURCES, [episode.pk], today=HELD_ON))


def test_it_is_told_where_a_case_was_taken_up_and_whom_the_list_was_given(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    put(meeting, episode, by)
    agree(episode, fk)
    municipality = meeting.team.agencies.get(short_name="Kommunen")
    agree(episode, municipality)
    for agency in (fk, municipality):
        give_list(meeting=meeting, agency=agency, user=coach, today=HELD_ON, now=NOW, by=by)
    events = story(episode)
    assert sorted(event.title for event in events) == [
        "Togs upp på ett teammöte: Ärendemöte",
        "Ärendet stod på en lista som lämnades till FK",
        "Ärendet stod på en lista som lämnades till Kommunen",
    ]
    told = {event.title: event for event in events}
    given = told["Ärendet stod på en lista som lämnades till FK"]
    assert (given.on, given.by) == (HELD_ON, coach.name)
    assert given.url == reverse("meeting_cases", args=[meeting.team.slug, meeting.pk])


def test_a_meeting_to_come_is_marked_and_a_cancelled_one_is_not_told(
    team: Team, episode: Episode, by: Actor
) -> None:
    ahead = make_meeting(team, HELD_ON + timedelta(days=7))
    put(ahead, episode, by)
    [event] = story(episode)
    assert event.css == "is-coming"
    TeamMeeting.objects.update(cancelled_because="Sjukdom")
    assert story(episode) == []


def test_the_persons_page_tells_of_it(
    meeting: TeamMeeting,
    episode: Episode,
    coach: User,
    by: Actor,
    client_of: Callable[[User | None], Client],
) -> None:
    put(meeting, episode, by)
    url = reverse("participant", args=[episode.participant_id])
    assert "Togs upp på ett teammöte" in client_of(coach).get(url).content.decode()
