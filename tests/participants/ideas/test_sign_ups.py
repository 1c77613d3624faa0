"""Staff signs people up, says who they are, and takes sign-ups away."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.pages.today import now, today
from samspel.participants.ideas.models import SignUp
from samspel.participants.ideas.signing_up import enter_sign_up, match
from samspel.participants.models import Episode
from tests.participants.conftest import send, sentences
from tests.participants.ideas.made import (
    make_idea,
    make_sign_up,
)
from tests.people import client_of, make_episode, make_participant


def test_staff_signs_somebody_up_once(team: Team, coach: User, enrolled: Episode) -> None:
    idea = make_idea(team)
    url = reverse("idea_sign_up", args=[idea.pk])
    number = str(uuid4())
    for _time in range(2):
        assert send(coach, url, number=number, name="Kajsa").status_code == 302
    assert SignUp.objects.count() == 1
    send(coach, url, number=str(uuid4()), episode=str(enrolled.pk))
    again = send(coach, url, number=str(uuid4()), episode=str(enrolled.pk))
    assert sentences(again)["__all__"]
    assert list(sentences(send(coach, url, number=str(uuid4())))) == ["name"]
    assert SignUp.objects.count() == 2


def test_a_sign_up_is_known_to_be_a_participant(team: Team, coach: User, enrolled: Episode) -> None:
    idea = make_idea(team)
    sign = make_sign_up(idea)
    url = reverse("sign_up_match", args=[sign.pk])
    send(coach, url, episode=str(enrolled.pk))
    sign.refresh_from_db()
    assert sign.episode == enrolled
    page = client_of(coach).get(reverse("idea", args=[idea.pk])).content.decode()
    assert enrolled.participant.name in page
    assert "skrev ”Kajsa”" in page
    second = make_sign_up(idea, name="Kajsa igen")
    again = send(coach, reverse("sign_up_match", args=[second.pk]), episode=str(enrolled.pk))
    assert sentences(again)["__all__"]
    send(coach, url, episode="")
    sign.refresh_from_db()
    assert sign.episode is None


def test_a_sign_up_is_nobody_of_another_team(
    team: Team, other_team: Team, coach: User, leader: User, closed: Episode
) -> None:
    sign = make_sign_up(make_idea(team))
    foreign = make_episode(make_participant(other_team))
    for episode in (foreign, closed):
        url = reverse("sign_up_match", args=[sign.pk])
        assert list(sentences(send(coach, url, episode=str(episode.pk)))) == ["episode"]
        with pytest.raises(ValidationError):
            match(sign_up=sign, episode=episode, today=today(), by=Actor(user=leader))


def test_a_protected_identity_is_nowhere_by_name(team: Team, coach: User, colleague: User) -> None:
    person = make_participant(team, given_name="Hemlig", protection="marked")
    person.named_staff.add(coach)
    episode = make_episode(person)
    idea = make_idea(team)
    sign = make_sign_up(idea, name="Hemlig", contact="hemlig@example.org")
    url = reverse("sign_up_match", args=[sign.pk])
    assert episode.case_number not in client_of(colleague).get(url).content.decode()
    assert list(sentences(send(colleague, url, episode=str(episode.pk)))) == ["episode"]
    send(coach, url, episode=str(episode.pk))
    sign.refresh_from_db()
    assert (sign.name, sign.contact) == ("", "")
    for user in (coach, colleague):
        page = client_of(user).get(reverse("idea", args=[idea.pk])).content.decode()
        assert "emlig" not in page.replace("Skyddade personuppgifter", "")


def test_staff_takes_a_sign_up_away(team: Team, coach: User, stranger: User) -> None:
    sign = make_sign_up(make_idea(team))
    url = reverse("sign_up_remove", args=[sign.pk])
    assert client_of(stranger).post(url).status_code == 404
    assert client_of(coach).post(url).status_code == 302
    sign.refresh_from_db()
    assert (sign.name, sign.taken_back_on) == ("", today())
    assert client_of(coach).post(url).status_code == 404
    assert LogEntry.objects.filter(act="idea_sign_up_taken_back").count() == 1


def test_nobody_is_signed_up_after_the_end(team: Team, coach: User) -> None:
    idea = make_idea(team, closed_on=today())
    about = {"name": "Kajsa", "contact": "", "episode": None}
    with pytest.raises(ValidationError):
        enter_sign_up(
            idea=idea, number=uuid4(), today=today(), now=now(), by=Actor(user=coach), **about
        )


def test_several_false_sign_ups_are_taken_away_at_once(
    team: Team, other_team: Team, coach: User, stranger: User
) -> None:
    idea = make_idea(team)
    false, false_too, true = (make_sign_up(idea, name=name) for name in ("x", "y", "Kajsa"))
    elsewhere = make_sign_up(make_idea(other_team))
    url = reverse("sign_ups_remove", args=[idea.pk])
    keys = [str(each.pk) for each in (false, false_too, elsewhere)]
    assert client_of(stranger).post(url, {"sign_up": keys}).status_code == 404
    page = client_of(coach).get(reverse("idea", args=[idea.pk])).content.decode()
    assert page.count('name="sign_up" form="several"') == 3
    done = client_of(coach).post(url, {"sign_up": [*keys, "x"]}, follow=True)
    assert "2 anmälningar är borttagna." in done.content.decode()
    left = SignUp.objects.filter(taken_back_on=None)
    assert set(left.values_list("pk", flat=True)) == {true.pk, elsewhere.pk}
    assert set(SignUp.objects.exclude(pk__in=left).values_list("name", "contact")) == {("", "")}
    assert LogEntry.objects.filter(act="idea_sign_up_taken_back").count() == 2
    again = client_of(coach).post(url, {"sign_up": keys}, follow=True)
    assert "Kryssa för minst en anmälan" in again.content.decode()


def test_staff_who_goes_back_and_puts_something_right_sends_anew(
    team: Team, coach: User, enrolled: Episode
) -> None:
    idea = make_idea(team)
    other = make_episode(make_participant(team))
    about = {"idea": idea, "today": today(), "now": now(), "by": Actor(user=coach)}
    first, second = uuid4(), uuid4()
    enter_sign_up(number=first, name="Kajsa", contact="070", episode=None, **about)
    enter_sign_up(number=second, name="", contact="", episode=enrolled, **about)
    for number, name, contact, episode in (
        (first, "Kajsa", "073", None),
        (first, "Kajsa", "070", other),
        (second, "", "", other),
    ):
        with pytest.raises(ValidationError):
            enter_sign_up(number=number, name=name, contact=contact, episode=episode, **about)
    assert SignUp.objects.count() == 2


def test_a_protected_person_signed_up_twice_by_the_same_form_is_one(
    team: Team, coach: User
) -> None:
    episode = make_episode(make_participant(team, protection="marked"))
    idea, number = make_idea(team), uuid4()
    about = {"idea": idea, "today": today(), "now": now(), "by": Actor(user=coach)}
    for _time in range(2):
        enter_sign_up(number=number, name="Hemlig", contact="070", episode=episode, **about)
    assert SignUp.objects.get().name == ""
