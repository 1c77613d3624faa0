"""The suggestion box: answered in the open or put aside, by one at a time."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.pages.today import today
from samspel.participants.ideas.models import Suggestion
from samspel.participants.ideas.suggestion import SuggestionState
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.participants.ideas.made import make_answered, make_suggestion
from tests.people import client_of


def url_of(suggestion: Suggestion, page: str = "suggestion") -> str:
    return reverse(page, args=[suggestion.pk])


def test_only_the_team_may(team: Team, only_the_team_may: Callable[[str], None]) -> None:
    only_the_team_may(url_of(make_suggestion(team)))
    only_the_team_may(url_of(make_suggestion(team), "suggestion_put_aside"))


def test_a_suggestion_is_answered_in_the_open(team: Team, coach: User) -> None:
    row = make_suggestion(team, text="Malin vill öppna tio", name="Malin")
    page = client_of(coach).get(url_of(row))
    assert page.context["form"]["wall_text"].value() == row.text
    send(coach, url_of(row), wall_text="Öppna tio", answer="Vi prövar i maj", version="1")
    row.refresh_from_db()
    assert (row.state, row.answered_on) == (SuggestionState.ANSWERED, today())
    assert row.answered_by == coach
    sheet = client_of(coach).get(reverse("suggestions_print")).content.decode()
    assert "Vi prövar i maj" in sheet
    assert "Malin" not in sheet
    assert told("suggestion_answered").subject == f"suggestion:{row.pk}"


def test_of_two_who_answer_at_once_the_second_sees_the_first(
    team: Team, coach: User, colleague: User
) -> None:
    row = make_suggestion(team)
    send(coach, url_of(row), wall_text="Öppna tio", answer="Ja", version="1")
    second = send(colleague, url_of(row), wall_text="Öppna tio", answer="Nej", version="1")
    assert sentences(second)["__all__"]
    assert "Nu står det: Ja" in second.content.decode()
    aside = url_of(row, "suggestion_put_aside")
    assert sentences(send(colleague, aside, aside_because="Nej", version="1"))["__all__"]
    row.refresh_from_db()
    assert (row.answer, row.state) == ("Ja", SuggestionState.ANSWERED)


def test_an_answer_has_a_text(team: Team, coach: User) -> None:
    row = make_suggestion(team)
    for text in ("", " ", "x" * 10_000):
        answered = send(coach, url_of(row), wall_text=text, answer=text, version="1")
        assert set(sentences(answered)) == {"wall_text", "answer"}
        aside = url_of(row, "suggestion_put_aside")
        assert list(sentences(send(coach, aside, aside_because=text, version="1")))
    row.refresh_from_db()
    assert row.state == SuggestionState.WAITING


def test_what_is_put_aside_is_kept_and_taken_up_again(team: Team, coach: User) -> None:
    row = make_answered(team, answered_on=today())
    send(coach, url_of(row, "suggestion_put_aside"), aside_because="Muntligt", version="1")
    row.refresh_from_db()
    assert (row.state, row.aside_because) == (SuggestionState.ASIDE, "Muntligt")
    sheet = reverse("suggestions_print")
    assert row.answer not in client_of(coach).get(sheet).content.decode()
    send(coach, url_of(row, "suggestion_take_up"), version="1")
    row.refresh_from_db()
    assert row.state == SuggestionState.ASIDE
    send(coach, url_of(row, "suggestion_take_up"), version="2")
    row.refresh_from_db()
    assert row.state == SuggestionState.ANSWERED
    assert row.answer in client_of(coach).get(sheet).content.decode()


def test_staff_writes_in_what_was_told(team: Team, coach: User) -> None:
    values = {"number": str(uuid4()), "text": "Fler stolar", "name": "Maj"}
    for _time in range(2):
        assert send(coach, reverse("suggestion_new"), **values).status_code == 302
    row = Suggestion.objects.get()
    assert (row.entered_by, row.name, row.left_on) == (coach, "Maj", today())
    assert told("suggestion_left").actor == coach


def test_staff_who_goes_back_and_writes_another_sends_it_anew(team: Team, coach: User) -> None:
    number, url = str(uuid4()), reverse("suggestion_new")
    send(coach, url, number=number, text="Fler stolar")
    refused = send(coach, url, number=number, text="Fler bord")
    assert sentences(refused)["__all__"]
    again = str(refused.context["form"]["number"].value())
    assert send(coach, url, number=again, text="Fler bord").status_code == 302
    assert Suggestion.objects.count() == 2


def test_the_list_begins_with_what_waits(team: Team, other_team: Team, coach: User) -> None:
    late = make_suggestion(team, text="Sen", left_on=today() - timedelta(days=20))
    make_suggestion(team, text="Ny", left_on=today())
    make_answered(team, text="Besvarad")
    make_suggestion(other_team, text="Annat team")
    url = reverse("suggestions")
    rows = client_of(coach).get(url).context["rows"]
    assert [(each.title, each.mark) for each in rows] == [(late.text, "is-due"), ("Ny", "")]
    turned = client_of(coach).get(url, {"sort": "-left", "state": "all"}).context["rows"]
    assert [each.title for each in turned] == ["Ny", "Sen", "Besvarad"]
    part = client_of(coach).get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in client_of(coach).get(url).content.decode()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_break_nothing(team: Team, coach: User, text: str) -> None:
    row = make_suggestion(team, text="<script>alert(1)</script>")
    values = dict.fromkeys(("wall_text", "answer", "aside_because", "version", "number"), text)
    for page in ("suggestion", "suggestion_put_aside", "suggestion_take_up"):
        assert send(coach, url_of(row, page), **values).status_code in (200, 302)
    assert send(coach, reverse("suggestion_new"), text=text, **values).status_code == 200
    assert "<script>alert" not in client_of(coach).get(url_of(row)).content.decode()
    assert "<script>alert" not in client_of(coach).get(reverse("suggestions")).content.decode()
