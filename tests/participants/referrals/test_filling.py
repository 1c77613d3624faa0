"""Filling in a referral by a link: saved as one goes, by two at once, until it is sent."""

import re
from datetime import timedelta

import pytest

from samspel.accounts.models import LogEntry
from samspel.pages.today import now
from samspel.participants.questions.models import Question
from samspel.participants.referrals.draft import written_beside
from samspel.participants.referrals.models import ReferralForm
from samspel.participants.referrals.referral_form import ReferralState
from tests.participants.conftest import HOSTILE
from tests.participants.referrals.conftest import Page, filled, open_page
from tests.people import client_of


def answer_of(form: ReferralForm) -> str:
    form.refresh_from_db()
    return str(form.answers[0]["answer"]) if form.answers else ""


def test_what_is_typed_is_saved_and_there_the_next_time(
    draft: ReferralForm, hopes: Question
) -> None:
    url = open_page(draft)
    page = Page(url)
    assert page.autosave(**{f"question_{hopes.pk}": "To wo", "given_name": "N"}).status_code == 200
    page.autosave(**{f"question_{hopes.pk}": "To work", "given_name": "Nils"})
    again = Page(url).load().content.decode()
    assert "To work" in again
    assert "Nils" in again
    assert LogEntry.objects.filter(act="referral_form_filled_in").count() == 1


def test_what_makes_no_sense_yet_stops_nothing_else(draft: ReferralForm, hopes: Question) -> None:
    page = Page(open_page(draft))
    response = page.autosave(identity_number="1990", **{f"question_{hopes.pk}": "Work"})
    assert response.context["unsaved"][0][0] in {"Personal identity number", "Personnummer"}
    assert answer_of(draft) == "Work"
    assert draft.identity_number == ""


def test_it_works_without_scripts(draft: ReferralForm) -> None:
    url = open_page(draft)
    page = Page(url)
    response = page.press("save", **filled(draft))
    assert response.redirect_chain == [(url, 302)]
    assert answer_of(draft) == "Work"
    assert draft.state == ReferralState.DRAFT


def test_two_in_different_fields_are_both_saved(draft: ReferralForm, hopes: Question) -> None:
    url, name = open_page(draft), f"question_{hopes.pk}"
    one, two = Page(url), Page(url)
    one.autosave(**{name: "Work", "given_name": ""})
    two.autosave(**{name: "", "given_name": "Nils"})
    one.autosave(**{name: "Work and rest", "given_name": ""})
    assert answer_of(draft) == "Work and rest"
    assert draft.given_name == "Nils"


def test_two_in_the_same_field_lose_nothing(draft: ReferralForm, hopes: Question) -> None:
    url, name = open_page(draft), f"question_{hopes.pk}"
    one, two = Page(url), Page(url)
    one.autosave(**{name: "Work"})
    assert two.autosave(**{name: "Re"}).context["met"] == ["What do you hope for?"]
    two.autosave(**{name: "Rest"})
    one.autosave(**{name: "Work a lot"})
    assert answer_of(draft) == "Work a lot"
    [beside] = written_beside(draft)
    assert beside.text == "Rest"
    page = Page(url)
    shown = page.load().content.decode()
    assert "Work a lot" in shown
    assert "Rest" in shown
    refused = page.press("send", **filled(draft, **{name: "Work a lot"}))
    assert draft.state == ReferralState.DRAFT
    assert refused.context["form"].non_field_errors()
    page.load()
    page.press(f"drop:{beside.key}", **filled(draft, **{name: "Work a lot, and rest"}))
    draft.refresh_from_db()
    assert written_beside(draft) == []
    assert answer_of(draft) == "Work a lot, and rest"


def test_a_page_that_loses_an_answer_does_not_meet_itself(
    draft: ReferralForm, hopes: Question
) -> None:
    page = Page(open_page(draft))
    began = page.base
    page.autosave(**{f"question_{hopes.pk}": "Work"})
    page.base = began
    page.autosave(**{f"question_{hopes.pk}": "Work soon"})
    assert answer_of(draft) == "Work soon"
    assert written_beside(draft) == []


def test_an_error_on_the_page_lets_nobodys_text_be_overwritten(
    draft: ReferralForm, hopes: Question
) -> None:
    url, name = open_page(draft), f"question_{hopes.pk}"
    one, two = Page(url), Page(url)
    one.autosave(**{name: "Work"})
    response = two.press("save", **{name: "Rest", "identity_number": "1990"})
    two.base = response.context["base"]
    two.press("save", **{name: "Rest now", "identity_number": ""})
    assert answer_of(draft) == "Work"
    assert [each.text for each in written_beside(draft)] == ["Rest now"]


def test_sending_asks_for_what_must_be_there(draft: ReferralForm, hopes: Question) -> None:
    response = Page(open_page(draft)).press("send")
    assert set(response.context["form"].errors) == {
        "given_name",
        "referred_by",
        "caseworker_name",
        f"question_{hopes.pk}",
    }
    draft.refresh_from_db()
    assert draft.state == ReferralState.DRAFT


def test_sending_twice_gives_one_form(draft: ReferralForm) -> None:
    url = open_page(draft)
    one, two = Page(url), Page(url)
    one.press("send", **filled(draft))
    draft.refresh_from_db()
    first = draft.sent_at
    two.press("send", **filled(draft, given_name="Nisse"))
    draft.refresh_from_db()
    assert (draft.sent_at, draft.given_name) == (first, "Nils")
    assert ReferralForm.objects.count() == 1
    assert LogEntry.objects.filter(act="referral_sent").count() == 1


def test_a_sent_form_shows_where_it_stands_and_no_answers(draft: ReferralForm) -> None:
    url = open_page(draft)
    page = Page(url)
    page.press("send", **filled(draft))
    shown = page.client.get(url).content.decode()
    assert "Work" not in shown
    assert "Påhittad" not in shown
    late = page.autosave(**filled(draft, given_name="Nisse"))
    assert late.context["is_sent"]
    assert page.press("save", given_name="Nisse").status_code == 200
    draft.refresh_from_db()
    assert draft.given_name == "Nils"


def test_an_expired_link_opens_nothing(draft: ReferralForm) -> None:
    then = now() - timedelta(days=15)
    url = open_page(draft, now=then, expires_at=then + timedelta(days=14))
    client = Page(open_page(draft)).client
    assert client.get(url).status_code == 410
    assert client.post(url, filled(draft)).status_code == 410
    assert client.get("/refer/unknown/").status_code == 404


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_break_nothing(draft: ReferralForm, hopes: Question, text: str) -> None:
    page = Page(open_page(draft))
    given = dict.fromkeys(filled(draft), text) | {"identity_number": text}
    assert page.press("send", **given).status_code == 200
    page.base, page.name = text, text
    assert page.autosave(**given).status_code == 200
    assert page.press(text).status_code == 200
    assert page.client.get(page.url).status_code == 200


def test_what_must_be_there_in_the_end_is_marked_from_the_beginning(
    draft: ReferralForm, hopes: Question
) -> None:
    labels = re.findall(r'for="id_(\w+)">[^<]* <span class="field-mark">', opened(draft))
    assert sorted(labels) == [
        "caseworker_name",
        "given_name",
        f"question_{hopes.pk}",
        "referred_by",
    ]


def test_an_explanation_is_text_and_no_markup(draft: ReferralForm, hopes: Question) -> None:
    Question.objects.update(help_text="<b id=x>Think</b> & write")
    assert "&lt;b id=x&gt;Think&lt;/b&gt; &amp; write" in opened(draft)


def opened(form: ReferralForm) -> str:
    return client_of(None).get(open_page(form)).content.decode()
