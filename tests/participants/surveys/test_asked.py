"""Who was asked: together with a colleague, by mistake, and in a list that stays as it was."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.surveys.models import Invitation, Survey
from tests.people import client_of, make_episode, make_participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(team: Team, today: date) -> Episode:
    person = make_participant(team, given_name="Bo", family_name="Ek")
    return make_episode(person, referred_on=None, enrolled_on=today - timedelta(days=30))


def note(user: User, survey: Survey, *episodes: Episode, on: date) -> Any:
    data = {"on": on.isoformat(), "episodes": [str(each.pk) for each in episodes]}
    return client_of(user).post(reverse("survey_invite", args=[survey.pk]), data)


def test_what_a_colleague_noted_meanwhile_refuses_nobody_else(
    coach: User, colleague: User, survey: Survey, episode: Episode, other: Episode, today: date
) -> None:
    yesterday = today - timedelta(days=1)
    note(colleague, survey, episode, on=yesterday)
    done = note(coach, survey, episode, other, on=today)
    page = done.content.decode()
    assert "De här var redan införda" in page
    assert done.context["already"] == [episode]
    assert f"Ada Berg {episode.case_number}" in page
    assert "1 person är införd." in page
    rows = Invitation.objects.order_by("invited_on")
    assert list(rows.values_list("episode", "invited_on", "invited_by")) == [
        (episode.pk, yesterday, colleague.pk),
        (other.pk, today, coach.pk),
    ]
    assert LogEntry.objects.filter(act="survey_invited").count() == 2


def test_who_was_noted_and_has_left_refuses_nobody_else(
    coach: User, survey: Survey, episode: Episode, other: Episode, today: date
) -> None:
    Invitation.objects.create(survey=survey, episode=episode, invited_on=survey.opens_on)
    Episode.objects.filter(pk=episode.pk).update(
        closed_on=today - timedelta(days=2), outcome="work"
    )
    assert note(coach, survey, episode, other, on=today).context["already"] == [episode]
    assert Invitation.objects.filter(episode=other).exists()


def test_a_protected_person_noted_by_named_staff_is_told_of_to_nobody_else(
    coach: User, colleague: User, survey: Survey, episode: Episode, today: date
) -> None:
    episode.participant.named_staff.add(coach)
    type(episode.participant).objects.update(protection="registered")
    Invitation.objects.create(survey=survey, episode=episode, invited_on=today)
    page = note(colleague, survey, episode, on=today)
    assert episode.case_number not in page.content.decode()
    page = note(coach, survey, episode, on=today)
    assert episode.case_number in page.content.decode()
    assert "Ada" not in page.content.decode()


def test_who_was_noted_by_mistake_is_taken_away_and_put_back(
    coach: User, survey: Survey, episode: Episode, today: date
) -> None:
    on = today - timedelta(days=3)
    row = Invitation.objects.create(survey=survey, episode=episode, invited_on=on)
    client = client_of(coach)
    gone = client.post(reverse("invitation_away", args=[row.pk]), follow=True)
    assert not Invitation.objects.exists()
    entry = LogEntry.objects.get(act="survey_invitation_taken_away")
    assert (entry.subject, entry.actor) == (f"episode:{episode.pk}", coach)
    page = gone.content.decode()
    assert "är inte längre införd som tillfrågad" in page
    assert f'name="episodes" value="{episode.pk}"' in page
    assert f'name="on" value="{on.isoformat()}"' in page
    note(coach, survey, episode, on=on)
    assert Invitation.objects.get().invited_on == on
    again = client.get(gone.redirect_chain[-1][0])
    assert again.context["away"] is None


def test_who_has_answered_is_not_taken_away(
    coach: User, survey: Survey, episode: Episode, today: date
) -> None:
    row = Invitation.objects.create(
        survey=survey, episode=episode, invited_on=today, answered="handed_in", settled_on=today
    )
    page = client_of(coach).post(reverse("invitation_away", args=[row.pk]), follow=True)
    assert "är redan infört: ta tillbaka det först" in page.content.decode()
    assert Invitation.objects.exists()


def test_another_teams_or_an_unknown_case_is_not_offered_back(
    coach: User, stranger: User, other_team: Team, survey: Survey, episode: Episode, today: date
) -> None:
    row = Invitation.objects.create(survey=survey, episode=episode, invited_on=today)
    away = reverse("invitation_away", args=[row.pk])
    assert client_of(stranger).post(away).status_code == 404
    theirs = make_episode(make_participant(other_team), enrolled_on=today - timedelta(days=9))
    page = reverse("survey", args=[survey.pk])
    for pk, on in ((theirs.pk, today), (episode.pk, today), ("x", today), (theirs.pk, "igår")):
        assert client_of(coach).get(page, {"away": str(pk), "on": str(on)}).context["away"] is None


def test_the_own_ones_and_those_stood_in_for(
    coach: User, colleague: User, survey: Survey, episode: Episode, other: Episode, today: date
) -> None:
    Episode.objects.filter(pk=episode.pk).update(coach=coach)
    Episode.objects.filter(pk=other.pk).update(coach=colleague)
    for each in (episode, other):
        Invitation.objects.create(survey=survey, episode=each, invited_on=today)
    page = client_of(coach).get(reverse("survey", args=[survey.pk]), {"coach": "mine"})
    assert [row.episode for row in page.context["rows"]] == [episode]
    assert episode.case_number in page.content.decode()
    colleague.absences.create(team=survey.team, substitute=coach, first_on=today, last_on=today)
    page = client_of(coach).get(reverse("survey", args=[survey.pk]), {"coach": "mine"})
    assert [row.episode for row in page.context["rows"]] == [episode, other]


@pytest.mark.parametrize("button", ["survey_answer", "invitation_away"])
def test_a_tap_keeps_filter_and_page(
    coach: User, survey: Survey, episode: Episode, today: date, button: str
) -> None:
    Episode.objects.filter(pk=episode.pk).update(coach=coach)
    row = Invitation.objects.create(survey=survey, episode=episode, invited_on=today)
    client, url = client_of(coach), reverse("survey", args=[survey.pk])
    page = client.get(f"{url}?answer=waiting&coach=mine&sort=-asked").content.decode()
    kept = "?answer=waiting&amp;coach=mine&amp;sort=-asked"
    address = reverse(button, args=[row.pk])
    assert f'action="{address}{kept}"' in page
    narrowed = f"{address}?answer=waiting&coach=mine&sort=-asked&page=3&away=x"
    done = client.post(narrowed, {"answered": "handed_in"})
    assert done["Location"].startswith(f"{url}?answer=waiting&coach=mine&sort=-asked&page=3")
