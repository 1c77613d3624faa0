"""The wall page: open to who has the code, safe for everybody who passes by."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.pages.today import now, today
from samspel.participants.ideas.flood import FROM_A_DRAWER
from samspel.participants.ideas.keeping import close_idea
from samspel.participants.ideas.models import Idea, SignUp, Suggestion
from samspel.participants.ideas.wall_link import close_wall, open_wall
from samspel.participants.links.models import Link
from samspel.participants.referrals import spam_guard
from samspel.participants.referrals.spam_guard import new_pass
from tests.participants.conftest import HOSTILE, sentences
from tests.participants.ideas.made import (
    make_answered,
    make_idea,
    make_proposal,
    make_sign_up,
    make_suggestion,
    make_wall,
)
from tests.people import client_of

Write = Callable[..., Any]


def page(token: str) -> str:
    response = client_of(None).get(reverse("wall", args=[token]))
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_wall_shows_numbers_and_answers_and_never_a_name(team: Team, token: str) -> None:
    make_sign_up(make_idea(team), name="Kajsa Hemlig", contact="hemlig@example.org")
    make_answered(team, name="Bo Hemlig", wall_text="Öppna <b>senare</b>", answered_on=today())
    text = page(token)
    assert "Laga cyklar" in text
    assert "Anmälda: 1. Det räcker med 2." in text
    assert "Öppna &lt;b&gt;senare&lt;/b&gt;" in text
    assert "Hemlig" not in text
    assert "hemlig" not in text


def test_what_nobody_has_read_is_not_shown(team: Team, other_team: Team, token: str) -> None:
    make_proposal(team, title="Inte upptagen")
    make_suggestion(team, text="Inte besvarad")
    aside = {"put_aside_on": today(), "aside_because": "x"}
    make_answered(team, wall_text="Undanlagd", answered_on=today(), **aside)
    make_idea(team, title="Stängd", closed_on=date(2026, 1, 3))
    make_idea(team, title="Utgången", last_on=date(2026, 1, 3))
    make_idea(other_team, title="Ett annat teams")
    text = page(token)
    for title in ("Inte upptagen", "Inte besvarad", "Undanlagd", "Stängd", "Utgången", "annat"):
        assert title not in text


def test_the_words_of_a_closed_idea_are_told_no_longer(team: Team, token: str) -> None:
    for number, fields in enumerate(
        ({"closed_on": date(2026, 1, 3)}, {"last_on": date(2026, 1, 3)})
    ):
        idea = make_idea(team, title=f"Olles {number}", text="Hemma hos Olle.", **fields)
        url = reverse("wall_idea", args=[token, idea.pk])
        told = client_of(None).get(url).content.decode()
        assert "Olle" not in told
        assert "Intresselistor" in told


def test_the_code_may_be_written_off_in_capitals_and_without_hyphens(token: str) -> None:
    assert page(token.upper().replace("-", ""))


def test_a_page_sets_no_cookie_but_the_one_against_forged_requests(
    token: str, write: Write
) -> None:
    for response in (
        client_of(None).get(reverse("wall", args=[token])),
        client_of(None).get(reverse("wall_suggest", args=[token])),
        write("wall_suggest", text="Mer kaffe"),
    ):
        assert response.status_code == 200
        assert set(response.cookies) <= {"csrftoken"}


def test_an_unknown_withdrawn_or_expired_code_opens_nothing(team: Team, token: str) -> None:
    url = reverse("wall_suggest", args=[token])
    assert client_of(None).get(reverse("wall", args=["abcd-efgh-jkmn"])).status_code == 404
    Link.objects.update(made_at=now() - timedelta(days=9), expires_at=now() - timedelta(days=1))
    assert client_of(None).post(url, {"text": "Hej"}).status_code == 410
    fresh = make_wall(team, now())
    close_wall(team=team, now=now(), by=SYSTEM)
    assert client_of(None).get(reverse("wall", args=[fresh])).status_code == 410
    assert not Suggestion.objects.exists()


def test_a_new_address_closes_the_old_one_and_a_closed_team_has_none(
    team: Team, token: str
) -> None:
    open_wall(team=team, now=now(), by=SYSTEM)
    assert client_of(None).get(reverse("wall", args=[token])).status_code == 410
    fresh = make_wall(team, now())
    Team.objects.filter(pk=team.pk).update(closed_on=today())
    assert client_of(None).get(reverse("wall", args=[fresh])).status_code == 410


def test_another_teams_idea_is_no_page_of_this_wall(other_team: Team, token: str) -> None:
    url = reverse("wall_idea", args=[token, make_idea(other_team).pk])
    assert client_of(None).get(url).status_code == 404
    assert client_of(None).post(url, {"name": "Kajsa"}).status_code == 404


def test_somebody_signs_up_and_takes_it_back_by_the_code(team: Team, write: Write) -> None:
    idea = make_idea(team)
    signed = write("wall_idea", idea.pk, name="Kajsa", contact="070-174 06 05")
    code = signed.context["code"]
    assert code in signed.content.decode()
    row = SignUp.objects.get()
    assert (row.name, row.contact) == ("Kajsa", "070-174 06 05")
    assert code not in row.code_digest
    assert sentences(write("wall_take_back", code="aaaa-aaaa"))["code"]
    done = write("wall_take_back", code=code.upper().replace("-", " "))
    assert "form" not in done.context
    row.refresh_from_db()
    assert (row.name, row.contact, row.code_digest) == ("", "", "")
    assert row.taken_back_on == today()
    assert sentences(write("wall_take_back", code=code))["code"]


def test_the_same_form_twice_is_one_sign_up_with_the_same_code(
    team: Team, write: Write, read_pass: Callable[[], str]
) -> None:
    idea, ticket = make_idea(team), read_pass()
    codes = [
        write("wall_idea", idea.pk, name="Kajsa", **{"pass": ticket}).context["code"]
        for _time in range(2)
    ]
    assert codes[0] == codes[1]
    assert SignUp.objects.count() == 1
    write("wall_take_back", code=codes[0])
    assert sentences(write("wall_idea", idea.pk, name="Kajsa", **{"pass": ticket}))["__all__"]
    assert SignUp.objects.filter(taken_back_on=None).count() == 0


def test_who_goes_back_to_somebody_elses_form_is_told_no_code_and_sends_anew(
    team: Team, write: Write, read_pass: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    idea, ticket = make_idea(team), {"pass": read_pass()}
    code = write("wall_idea", idea.pk, name="Kajsa", **ticket).context["code"]
    write("wall_suggest", text="Det första", **ticket)
    write("wall_propose", title="Den första", **ticket)
    monkeypatch.setattr(spam_guard, "SHORTEST", timedelta(0))
    sent: list[tuple[Any, ...]] = [
        ("wall_idea", {"name": "Bo"}, idea.pk),
        ("wall_idea", {"name": "Kajsa", "contact": "070-174 06 06"}, idea.pk),
        ("wall_suggest", {"text": "Det andra"}),
        ("wall_suggest", {"text": "Det första", "name": "Bo"}),
        ("wall_propose", {"title": "Den andra"}),
        ("wall_propose", {"title": "Den första", "text": "Mer om den"}),
    ]
    for page_name, values, *args in sent:
        refused = write(page_name, *args, **values, **ticket)
        assert sentences(refused)["__all__"]
        assert code not in refused.content.decode()
        again = {"pass": refused.context["pass"]}
        assert "form" not in write(page_name, *args, **values, **again).context
    assert SignUp.objects.count() == Suggestion.objects.count() == 3
    assert Idea.objects.filter(is_from_wall=True).count() == 3


def test_an_idea_that_closes_while_the_form_is_open(team: Team, write: Write) -> None:
    idea = make_idea(team)
    close_idea(idea=idea, version=1, today=today(), by=SYSTEM)
    response = write("wall_idea", idea.pk, name="Kajsa")
    assert sentences(response)["__all__"]
    assert "ingen blev anmäld" in response.content.decode()
    assert not SignUp.objects.exists()


def test_a_hundred_sign_ups_in_a_minute_are_stopped(team: Team, write: Write) -> None:
    idea = make_idea(team)
    answers = [write("wall_idea", idea.pk, name=f"Nr {number}") for number in range(100)]
    assert SignUp.objects.count() == FROM_A_DRAWER
    assert sentences(answers[-1])["__all__"]


def test_codes_are_not_guessed(team: Team, write: Write) -> None:
    sign = write("wall_idea", make_idea(team).pk, name="Kajsa").context["code"]
    for number in range(10):
        write("wall_take_back", code=f"aaaa-aaa{number}")
    assert sentences(write("wall_take_back", code=sign))["__all__"]
    assert SignUp.objects.filter(taken_back_on=None).count() == 1


def test_machines_are_thanked_and_forgotten_and_the_hasty_asked_again(
    team: Team, write: Write
) -> None:
    idea = make_idea(team)
    trapped = write("wall_idea", idea.pk, name="Kajsa", website="x")
    assert trapped.context["code"] == ""
    assert sentences(write("wall_idea", idea.pk, name="K", **{"pass": new_pass(team, now())}))
    assert sentences(write("wall_idea", idea.pk, name="K", **{"pass": "forged"}))
    assert not SignUp.objects.exists()


def test_a_proposal_waits_for_staff(
    team: Team, token: str, write: Write, read_pass: Callable[[], str]
) -> None:
    ticket = read_pass()
    for _time in range(2):
        write("wall_propose", title="Odla i pallkragar", **{"pass": ticket})
    idea = Idea.objects.get()
    assert idea.is_from_wall
    assert "pallkragar" not in page(token)
    url = reverse("wall_idea", args=[token, idea.pk])
    assert client_of(None).get(url).status_code == 404


def test_a_suggestion_keeps_the_day_and_nothing_of_who_wrote_it(
    team: Team, coach: User, write: Write, read_pass: Callable[[], str]
) -> None:
    ticket = read_pass()
    for _time in range(2):
        write("wall_suggest", text="Öppna klockan tio", **{"pass": ticket})
    row = Suggestion.objects.get()
    assert (row.name, row.entered_by, row.left_on) == ("", None, today())
    assert not LogEntry.objects.filter(subject__startswith="suggestion").exists()
    idea = make_idea(team)
    write("wall_idea", idea.pk, name="Kajsa")
    entry = LogEntry.objects.get(act="idea_signed_up")
    assert (entry.actor, entry.address) == (None, None)


@pytest.mark.django_db
def test_no_address_is_in_what_is_counted(team: Team, write: Write) -> None:
    write("wall_suggest", text="Öppna klockan tio")
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "127.0.0.1" not in str(cursor.fetchall()), table


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 10_000])
def test_hostile_texts_break_nothing(team: Team, token: str, write: Write, text: str) -> None:
    idea = make_idea(team)
    assert write("wall_idea", idea.pk, name=text, contact=text).status_code == 200
    assert write("wall_suggest", text=text, name=text).status_code == 200
    assert write("wall_propose", title=text, text=text).status_code == 200
    assert write("wall_take_back", code=text).status_code == 200
    assert "<script>alert" not in page(token)


@pytest.mark.parametrize("text", ["", " ", "x" * 10_000])
def test_empty_and_endless_texts_are_refused_with_a_sentence(
    team: Team, write: Write, text: str
) -> None:
    assert sentences(write("wall_suggest", text=text))["text"]
    assert sentences(write("wall_propose", title=text))["title"]
    assert sentences(write("wall_idea", make_idea(team).pk, name=text))["name"]
    assert not Suggestion.objects.exists()
    assert not SignUp.objects.exists()


def test_the_box_promises_no_more_than_a_free_text_can_keep(token: str) -> None:
    text = client_of(None).get(reverse("wall_suggest", args=[token])).content.decode()
    assert "kan ingen veta vem du är" not in text
    assert "Det du skriver kan ändå visa vem du är" in text
    assert "det som besvaras står här" in page(token)
