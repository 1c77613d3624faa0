"""The open pages: referring oneself, and a caseworker's own referrals."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry
from samspel.mail.models import Message
from samspel.organisation.models import Team
from samspel.pages.today import now
from samspel.participants.links.models import Link
from samspel.participants.questions.asking import take_starter_set
from samspel.participants.questions.models import Question
from samspel.participants.questions.question import Form
from samspel.participants.referrals.models import ReferralForm
from samspel.participants.referrals.referral_form import ReferralState
from samspel.participants.referrals.spam_guard import SHORTEST, new_pass
from tests.participants.conftest import HOSTILE, sentences
from tests.participants.referrals.conftest import LONG_AGO, NUMBER, make_sent, open_page
from tests.people import client_of, make_participant

GIVEN = {"given_name": "Nils", "phone": "070-174 06 05"}


@pytest.fixture
def url(team: Team) -> str:
    Team.objects.filter(pk=team.pk).update(takes_self_referrals=True)
    return reverse("self_referral", args=[team.slug])


def read(team: Team) -> str:
    """The pass of a page that somebody has had time to read."""
    return new_pass(team, now() - SHORTEST - timedelta(minutes=1))


def send(url: str, **values: Any) -> Any:
    return client_of(None).post(url, values)


def test_the_page_is_there_for_teams_that_take_self_referrals(team: Team, url: str) -> None:
    assert client_of(None).get(url).status_code == 200
    Team.objects.filter(pk=team.pk).update(closed_on=now().date())
    assert client_of(None).get(url).status_code == 404
    Team.objects.filter(pk=team.pk).update(closed_on=None, takes_self_referrals=False)
    for method in ("get", "post"):
        assert getattr(client_of(None), method)(url).status_code == 404
    assert client_of(None).get("/refer-yourself/no-team/").status_code == 404


def test_somebody_refers_themselves(team: Team, url: str, hopes: Question) -> None:
    done = send(url, **GIVEN, **{"pass": read(team), f"question_{hopes.pk}": "Work"})
    assert client_of(None).get(done["Location"]).status_code == 200
    form = ReferralForm.objects.get()
    assert form.is_self_referral
    assert (form.state, form.name, form.phone) == (ReferralState.SENT, "Nils", GIVEN["phone"])
    assert form.answers[0]["answer"] == "Work"
    assert Message.objects.count() == 0
    assert LogEntry.objects.get(act="referral_sent").actor is None


def test_what_is_for_the_caseworker_is_not_asked_of_who_is_alone(team: Team, url: str) -> None:
    with translation.override("en"), transaction.atomic():
        take_starter_set(team=team, form=Form.REFERRAL, by=SYSTEM)
    alone = client_of(None).get(url).content.decode()
    assert "What works already" in alone
    assert "To the caseworker" not in alone
    page = client_of(None).get(open_page(ReferralForm.objects.create(team=team, begun_at=now())))
    assert page.content.decode().count("To the caseworker") == 2


def test_a_repeated_sending_is_one_form(team: Team, url: str) -> None:
    ticket = read(team)
    for name in ("Nils", "Nils", "Other"):
        assert send(url, **GIVEN | {"given_name": name, "pass": ticket}).status_code == 302
    assert ReferralForm.objects.get().given_name == "Nils"


def test_one_must_be_reachable(team: Team, url: str) -> None:
    said = sentences(send(url, given_name="Nils", **{"pass": read(team)}))
    assert list(said) == ["phone"]
    assert "given_name" in sentences(send(url, **{"pass": read(team)}))
    assert not ReferralForm.objects.exists()


def test_what_fills_in_the_trap_is_thanked_and_forgotten(team: Team, url: str) -> None:
    assert send(url, **GIVEN, website="x", **{"pass": read(team)}).status_code == 302
    assert not ReferralForm.objects.exists()


def test_who_is_too_fast_sends_once_more(team: Team, url: str) -> None:
    response = send(url, **GIVEN, **{"pass": new_pass(team, now())})
    assert list(sentences(response)) == ["__all__"]
    assert not ReferralForm.objects.exists()


@pytest.mark.parametrize("ticket", ["", "forged", "old", "later", "of another team"])
def test_a_page_without_a_good_pass_gets_a_new_one(
    team: Team, other_team: Team, url: str, ticket: str
) -> None:
    passes = {
        "old": new_pass(team, now() - timedelta(days=1)),
        "later": new_pass(team, now() + timedelta(days=1)),
        "of another team": new_pass(other_team, now() - timedelta(minutes=1)),
    }
    response = send(url, **GIVEN, **{"pass": passes.get(ticket, ticket)})
    assert list(sentences(response)) == ["__all__"]
    assert response.context["pass"] != passes.get(ticket, ticket)
    assert not ReferralForm.objects.exists()


def test_much_from_one_address_is_stopped(team: Team, url: str) -> None:
    answers = [send(url, **GIVEN, **{"pass": read(team)}).status_code for _time in range(7)]
    assert answers == [302] * 5 + [200] * 2
    assert ReferralForm.objects.count() == 5


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_break_nothing(team: Team, url: str, hopes: Question, text: str) -> None:
    given = dict.fromkeys(("given_name", "family_name", "phone", "email", "pass"), text)
    assert send(url, **given, **{f"question_{hopes.pk}": text}).status_code == 200
    assert send(url, **GIVEN | {"given_name": text}, **{"pass": read(team)}).status_code < 400


def ask(email: str) -> Any:
    return client_of(None).post("/my-referrals/", {"email": email})


def links() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("link", flat=True))


def test_a_caseworker_sees_own_referrals_and_no_names(team: Team, sent: ReferralForm) -> None:
    make_sent(team, caseworker_email="otto@example.org", given_name="Olga")
    ask("HANNA@example.org")
    [link] = links()
    response = client_of(None).get(link)
    [line] = response.context["referrals"]
    assert (line.initials, line.state, line.meeting) == ("N.P.", ReferralState.SENT.label, None)
    assert "Påhittad" not in response.content.decode()
    assert LogEntry.objects.filter(act="own_referrals_opened").count() == 1


def test_the_page_says_the_same_in_either_case(sent: ReferralForm) -> None:
    pages = [ask(email).content for email in ("hanna@example.org", "nobody@example.org")]
    # Each answer has marks of its own against forged requests and foreign scripts.
    plain = [
        re.sub(rb"X-CSRFToken[^}]*|value=\"\w{64}\"|nonce=\"[^\"]*\"", b"", each) for each in pages
    ]
    assert plain[0] == plain[1]
    assert len(links()) == 1


def test_a_link_opens_the_referrals_to_one_team_only(
    team: Team, other_team: Team, sent: ReferralForm
) -> None:
    make_sent(other_team, given_name="Olga")
    ask("hanna@example.org")
    shown = [client_of(None).get(link).context["referrals"] for link in links()]
    assert sorted(each.initials for [each] in shown) == ["N.P.", "O.P."]


def test_the_link_opens_for_a_day(sent: ReferralForm) -> None:
    ask("hanna@example.org")
    assert Link.objects.get().expires_at - Link.objects.get().made_at == timedelta(hours=24)
    then = now() - timedelta(days=2)
    Link.objects.update(made_at=then, expires_at=then + timedelta(hours=24))
    assert client_of(None).get(links()[0]).status_code == 410


def test_nothing_about_protected_persons(team: Team, sent: ReferralForm) -> None:
    make_sent(team, identity_number=NUMBER)
    make_participant(team, protection="marked", identity_number=NUMBER, given_name="Annan")
    ask("hanna@example.org")
    assert len(client_of(None).get(links()[0]).context["referrals"]) == 1


def test_drafts_and_self_referrals_are_nobodys_own(team: Team) -> None:
    make_sent(team, is_self_referral=True)
    make_sent(team, sent_at=None)
    ask("hanna@example.org")
    assert links() == []


def test_a_mailbox_is_not_flooded(sent: ReferralForm) -> None:
    for _time in range(5):
        assert ask("hanna@example.org").status_code == 200
    assert len(links()) == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_break_nothing(team: Team, text: str) -> None:
    assert ask(text).status_code == 200
    assert ReferralForm.objects.filter(sent_at=LONG_AGO).count() == 0
