"""What each agency may see of a meeting's list: only what a consent in force covers."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Agency, Team
from samspel.participants.case_lists.listing import case_lines, cases_of
from samspel.participants.models import Episode
from samspel.personnel.methods.models import TeamMeeting
from tests import people
from tests.participants.case_lists.made import agree, listed, put
from tests.personnel.methods.made import HELD_ON, make_meeting


def test_an_agency_sees_a_case_only_with_consent_to_it(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    put(meeting, episode, by)
    assert listed(meeting, fk, coach) == []
    other = meeting.team.agencies.exclude(pk=fk.pk)[0]
    agree(episode, other)
    assert listed(meeting, fk, coach) == []
    agree(episode, fk)
    [line] = listed(meeting, fk, coach)
    assert (line.number, line.initials) == ("2025-007", "A. E.")


@pytest.mark.parametrize(
    "terms",
    [
        {"first_on": HELD_ON + timedelta(days=1)},
        {"last_on": HELD_ON - timedelta(days=1)},
        {"withdrawn_on": HELD_ON},
    ],
)
def test_a_consent_must_hold_on_the_day_of_the_meeting(
    meeting: TeamMeeting,
    episode: Episode,
    fk: Agency,
    coach: User,
    by: Actor,
    terms: dict[str, date],
) -> None:
    put(meeting, episode, by)
    agree(episode, fk, **terms)
    assert listed(meeting, fk, coach) == []


def test_access_ends_at_once_when_a_consent_is_withdrawn_or_runs_out(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    put(meeting, episode, by)
    consent = agree(episode, fk, last_on=HELD_ON + timedelta(days=5))
    later = HELD_ON + timedelta(days=5)
    assert len(listed(meeting, fk, coach, later)) == 1
    assert listed(meeting, fk, coach, later + timedelta(days=1)) == []
    consent.withdrawn_on = HELD_ON + timedelta(days=2)
    consent.save()
    assert len(listed(meeting, fk, coach, HELD_ON + timedelta(days=1))) == 1
    assert listed(meeting, fk, coach, HELD_ON + timedelta(days=2)) == []


def test_access_ends_with_the_case(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    put(meeting, episode, by)
    agree(episode, fk)
    Episode.objects.filter(pk=episode.pk).update(closed_on=date(2025, 3, 20), outcome="work")
    assert len(listed(meeting, fk, coach, date(2025, 3, 19))) == 1
    assert listed(meeting, fk, coach, date(2025, 3, 20)) == []


def test_access_does_not_begin_before_the_consent(
    team: Team, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    ahead = make_meeting(team, HELD_ON + timedelta(days=14))
    put(ahead, episode, by)
    agree(episode, fk, first_on=HELD_ON + timedelta(days=7))
    assert listed(ahead, fk, coach, HELD_ON) == []
    assert len(listed(ahead, fk, coach, HELD_ON + timedelta(days=7))) == 1


def test_a_question_is_read_only_where_the_consent_covers_what_it_is_about(
    team: Team, meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    put(meeting, episode, by, about="health", question="Hur går rehabiliteringen?")
    other = people.make_episode(people.make_participant(team))
    put(meeting, other, by, about="plan", question="Vem tar nästa kontakt?")
    agree(episode, fk)
    agree(other, fk)
    questions = [each.question for each in listed(meeting, fk, coach)]
    assert questions == ["", "Vem tar nästa kontakt?"]


def test_the_team_sees_beforehand_who_may_read_a_question(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, by: Actor
) -> None:
    put(meeting, episode, by, about="health", question="Hur går rehabiliteringen?")
    agree(episode, fk)
    other = meeting.team.agencies.exclude(pk=fk.pk)[0]
    agree(episode, other, kinds=["health"])
    [line] = case_lines(cases_of(meeting, coach), [fk, other], meeting, HELD_ON)
    assert (line.agencies, line.readers) == (f"{fk}, {other}", str(other))
    page = people.client_of(coach).get(
        reverse("meeting_cases", args=[meeting.team.slug, meeting.pk])
    )
    assert f"Får läsa frågan: {other}<" in page.content.decode()


def test_a_protected_person_has_a_number_and_no_initials_and_only_for_named_staff(
    meeting: TeamMeeting, episode: Episode, fk: Agency, coach: User, colleague: User, by: Actor
) -> None:
    episode.participant.protection = "registered"
    episode.participant.save()
    episode.participant.named_staff.add(coach)
    put(meeting, episode, by)
    agree(episode, fk)
    [line] = listed(meeting, fk, coach)
    assert (line.number, line.initials) == ("2025-007", "")
    assert listed(meeting, fk, colleague) == []
