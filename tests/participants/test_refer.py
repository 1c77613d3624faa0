"""Referring someone who is known: another case, or the referral that follows on a study visit."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.participants.models import Episode
from samspel.participants.stage import Stage
from tests.participants.conftest import send, sentences, told
from tests.people import client_of

FILLED = {"referred_on": "2025-06-01", "referred_by": "school"}


def url(episode: Episode) -> str:
    return reverse("episode_refer", args=[episode.participant_id])


@pytest.mark.parametrize("whose", ["visited", "closed"])
def test_who_may(
    request: pytest.FixtureRequest, only_the_team_may: Callable[[str], None], whose: str
) -> None:
    only_the_team_may(url(request.getfixturevalue(whose)))


def test_someone_who_comes_back_gets_another_case(coach: User, closed: Episode) -> None:
    assert send(coach, url(closed), **FILLED, coach=coach.pk).status_code == 302
    old, new = closed.participant.episodes.order_by("referred_on")
    assert old == closed
    assert (new.referred_on, new.referred_by, new.coach) == (date(2025, 6, 1), "school", coach)
    assert new.case_number != old.case_number
    assert told("referred").subject == f"episode:{new.pk}"


@pytest.mark.parametrize("whose", ["queued", "enrolled"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_someone_with_an_open_case_is_not_referred_again(
    request: pytest.FixtureRequest, coach: User, whose: str, method: str
) -> None:
    episode = request.getfixturevalue(whose)
    answer = getattr(client_of(coach), method)(url(episode), FILLED, follow=True)
    assert "pågående uppdrag" in str(next(iter(answer.context["messages"])))
    assert Episode.objects.count() == 1


def test_the_referral_after_a_study_visit_goes_on_in_the_same_case(
    coach: User, visited: Episode
) -> None:
    page = client_of(coach).get(url(visited))
    assert page.context["form"]["study_visit_on"].value() == date(2025, 1, 7)
    filled = FILLED | {"study_visit_on": "2025-01-07", "version": 1}
    assert send(coach, url(visited), **filled).status_code == 302
    visited.refresh_from_db()
    assert visited.stage(date(2025, 6, 15)) == Stage.QUEUE
    assert told("referred").details == {"fields": ["referred_by", "referred_on"]}
    assert Episode.objects.count() == 1


def test_two_who_enter_the_referral_at_once(coach: User, visited: Episode) -> None:
    Episode.objects.filter(pk=visited.pk).update(version=2, referred_by="region")
    found = send(coach, url(visited), **FILLED, study_visit_on="2025-01-07", version=1)
    assert "Någon annan sparade" in sentences(found)["__all__"][0]
    assert "Nu står det: Regionen" in found.content.decode()


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"referred_on": "", "referred_by": ""}, "referred_on", "studiebesöket"),
        ({"referred_by": ""}, "referred_by", "vem som skickade"),
        ({"referred_on": "9999-01-01"}, "referred_on", "inte varit"),
        ({"case_number": "a;b"}, "case_number", "bokstäver"),
    ],
)
def test_a_fault(
    coach: User, closed: Episode, typed: dict[str, str], field: str, words: str
) -> None:
    assert words in sentences(send(coach, url(closed), **FILLED | typed))[field][0]
    assert Episode.objects.count() == 1
