"""What the team answers, and what becomes of it."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.models import LogEntry, User
from samspel.mail.models import Message
from samspel.organisation.models import Team
from samspel.pages.today import now
from samspel.participants.models import Episode, Participant
from samspel.participants.referrals.answering import accept, decline
from samspel.participants.referrals.models import ReferralForm
from samspel.participants.referrals.referral_form import ReferralState
from samspel.participants.referrals.story import REFERRALS
from samspel.participants.registration import Particulars
from samspel.participants.timeline import events_of
from tests.participants.conftest import sentences, told
from tests.participants.referrals.conftest import NUMBER, make_sent, open_page
from tests.people import client_of, make_episode, make_participant

SENT_ON = date(2025, 3, 1)
WHO = {"given_name": "Nils", "family_name": "Påhittad"}


def answer(user: User, form: ReferralForm, name: str, **values: Any) -> Any:
    return client_of(user).post(reverse(f"referral_{name}", args=[form.pk]), values)


def test_accepting_makes_a_person_and_a_case_in_the_queue(sent: ReferralForm, coach: User) -> None:
    response = answer(coach, sent, "accept", **WHO)
    episode = Episode.objects.get()
    assert response["Location"] == reverse("participant", args=[episode.participant_id])
    assert episode.participant.name == "Nils Påhittad"
    assert (episode.referred_on, episode.referred_by) == (SENT_ON, "region")
    assert episode.caseworker_email == "hanna@example.org"
    sent.refresh_from_db()
    assert (sent.state, sent.episode, sent.answered_by) == (ReferralState.ACCEPTED, episode, coach)
    assert told("referral_accepted").subject == f"episode:{episode.pk}"
    assert (mail := Message.objects.get()).template == "referral-answered"
    assert "Nils" not in f"{mail.parameters}{mail.link}"


def test_accepting_twice_gives_one_case(sent: ReferralForm, coach: User) -> None:
    for _time in range(2):
        assert answer(coach, sent, "accept", **WHO).status_code == 302
    assert Episode.objects.count() == 1


def test_two_who_accept_at_once_make_one_case(sent: ReferralForm, coach: User) -> None:
    stale = ReferralForm.objects.get(pk=sent.pk)
    given: dict[str, Any] = {
        "particulars": Particulars("Nils", "Påhittad"),
        "known": None,
        "is_another_person": True,
        "today": date(2025, 4, 1),
        "now": now(),
        "by": Actor(coach),
    }
    accept(form=sent, **given)
    with pytest.raises(ValidationError):
        accept(form=stale, **given)
    assert Episode.objects.count() == Participant.objects.count() == 1


def test_somebody_whom_the_team_may_have_is_asked_about(team: Team, coach: User) -> None:
    known = make_participant(team, identity_number=NUMBER, birth_date=date(1990, 1, 2), **WHO)
    form = make_sent(team, identity_number=NUMBER)
    assert "person" in sentences(answer(coach, form, "accept", **WHO))
    assert answer(coach, form, "accept", person=str(known.pk), **WHO).status_code == 302
    assert Episode.objects.get().participant == known
    assert Participant.objects.count() == 1


def test_a_corrected_name_finds_whom_the_team_has(team: Team, coach: User) -> None:
    make_participant(team, birth_date=None, **WHO)
    form = make_sent(team, given_name="Nisse", family_name="Skrivfel")
    assert "person" in sentences(answer(coach, form, "accept", **WHO))
    assert answer(coach, form, "accept", person="new", **WHO).status_code == 302
    assert Participant.objects.count() == 2


def test_the_study_visit_gets_its_referral(team: Team, coach: User, colleague: User) -> None:
    known = make_participant(team, birth_date=None, **WHO)
    visit = make_episode(
        known,
        study_visit_on=date(2025, 2, 20),
        referred_on=None,
        enrolled_on=None,
        coach=colleague,
    )
    form = make_sent(team)
    answer(coach, form, "accept", person=str(known.pk))
    visit.refresh_from_db()
    assert (visit.referred_on, visit.coach) == (SENT_ON, colleague)
    assert visit.study_visit_on == date(2025, 2, 20)
    assert Episode.objects.count() == 1


def test_a_case_in_the_queue_keeps_its_date(team: Team, coach: User) -> None:
    known = make_participant(team, birth_date=None, **WHO)
    waiting = make_episode(known, referred_by="region", enrolled_on=None)
    form = make_sent(team)
    answer(coach, form, "accept", person=str(known.pk))
    waiting.refresh_from_db()
    assert waiting.referred_on == date(2025, 1, 10)
    assert waiting.caseworker_name == "Hanna Läggare"
    form.refresh_from_db()
    assert form.episode == waiting


def test_who_has_been_here_before_gets_a_new_case(team: Team, coach: User) -> None:
    known = make_participant(team, birth_date=None, **WHO)
    make_episode(known, closed_on=date(2025, 2, 20), outcome="work", referred_by="region")
    answer(coach, make_sent(team), "accept", person=str(known.pk))
    dates = known.episodes.order_by("referred_on").values_list("referred_on", flat=True)
    assert list(dates) == [date(2025, 1, 10), SENT_ON]


def test_a_person_of_another_team_cannot_be_chosen(
    team: Team, other_team: Team, coach: User
) -> None:
    make_participant(team, birth_date=None, **WHO)
    other = make_participant(other_team, birth_date=None, **WHO)
    form = make_sent(team)
    assert "person" in sentences(answer(coach, form, "accept", person=str(other.pk), **WHO))


def test_a_number_of_a_hidden_person_says_nothing_and_is_told_of(team: Team, coach: User) -> None:
    make_participant(team, protection="marked", identity_number=NUMBER)
    form = make_sent(team)
    said = sentences(answer(coach, form, "accept", identity_number=NUMBER, **WHO))
    assert list(said) == ["__all__"]
    assert told("number_refused").details == {"fields": ["identity_number"]}
    form.refresh_from_db()
    assert form.state == ReferralState.SENT


def test_a_self_referral_is_counted_as_one(team: Team, coach: User) -> None:
    form = make_sent(team, is_self_referral=True, referred_by="", caseworker_email="")
    answer(coach, form, "accept", **WHO)
    assert Episode.objects.get().referred_by == "self"
    assert Message.objects.count() == 0


def test_declining_leaves_a_case_for_the_figures_and_no_name(
    sent: ReferralForm, coach: User
) -> None:
    answer(coach, sent, "decline", reason="team_full", gender="man")
    episode = Episode.objects.select_related("participant").get()
    assert (episode.referred_on, episode.withdrawal_reason) == (SENT_ON, "team_full")
    assert episode.withdrawn_on is not None
    person = episode.participant
    assert (person.given_name, person.family_name, person.identity_number) == ("", "", "")
    assert (person.gender, person.birth_date) == ("man", None)
    assert episode.caseworker_email == ""
    sent.refresh_from_db()
    assert (sent.state, sent.name) == (ReferralState.DECLINED, "Nils Påhittad")
    assert told("referral_declined").subject == f"episode:{episode.pk}"
    assert Message.objects.get().template == "referral-answered"


def test_declining_asks_why(sent: ReferralForm, coach: User) -> None:
    assert "reason" in sentences(answer(coach, sent, "decline"))
    assert "reason" in sentences(answer(coach, sent, "decline", reason="nonsense"))
    assert not Episode.objects.exists()


def test_declining_somebody_who_is_enrolled_stands_beside_the_open_case(
    team: Team, coach: User
) -> None:
    known = make_participant(team, birth_date=None, **WHO)
    enrolled = make_episode(known, referred_by="region")
    form = make_sent(team)
    answer(coach, form, "decline", person=str(known.pk), reason="other")
    assert known.episodes.count() == 2
    assert Episode.objects.get(withdrawn_on=None) == enrolled


def test_an_unknown_reason_changes_nothing(sent: ReferralForm) -> None:
    with pytest.raises(ValidationError):
        decline(
            form=sent,
            reason="nonsense",
            known=None,
            gender="",
            today=date(2025, 4, 1),
            now=now(),
            by=SYSTEM,
        )
    assert not Participant.objects.exists()


def test_asking_back_and_the_answer_by_the_link(sent: ReferralForm, coach: User) -> None:
    answer(coach, sent, "ask_back", text="Which language?")
    sent.refresh_from_db()
    assert sent.state == ReferralState.ASKED_BACK
    mail = Message.objects.get()
    assert mail.template == "referral-asked-back"
    client = client_of(None)
    assert "Which language?" in client.get(mail.link).content.decode()
    assert client.post(mail.link, {"act": "reply", "text": "Somali"}).status_code == 302
    assert client.post(mail.link, {"act": "reply", "text": "Again"}).status_code == 200
    again = ReferralForm.objects.get()
    assert again.state == ReferralState.SENT
    assert [each.author for each in sent.messages.all()] == [coach, None]
    shown = client_of(coach).get(reverse("referral_form", args=[sent.pk])).content.decode()
    assert "Somali" in shown


@pytest.mark.parametrize("text", ["", "x" * 5_000])
def test_an_empty_question_is_not_asked(sent: ReferralForm, coach: User, text: str) -> None:
    assert answer(coach, sent, "ask_back", text=text).status_code == 302
    assert not sent.messages.exists()


def test_the_sender_takes_it_back_until_the_team_answers(sent: ReferralForm, coach: User) -> None:
    url, client = open_page(sent), client_of(None)
    client.post(url, {"act": "take_back"})
    sent.refresh_from_db()
    assert sent.state == ReferralState.TAKEN_BACK
    for name in ("accept", "decline", "ask_back"):
        assert answer(coach, sent, name, text="x", reason="moved", **WHO).status_code == 302
    assert not Episode.objects.exists()
    assert not sent.messages.exists()


def test_what_the_team_has_answered_is_not_taken_back(sent: ReferralForm, coach: User) -> None:
    answer(coach, sent, "decline", reason="moved")
    shown = client_of(None).post(open_page(sent), {"act": "take_back"})
    assert shown.status_code == 200
    sent.refresh_from_db()
    assert sent.state == ReferralState.DECLINED


def test_the_timeline_tells_of_the_form(sent: ReferralForm, coach: User) -> None:
    answer(coach, sent, "accept", **WHO)
    episode = Episode.objects.get()
    [event] = events_of([REFERRALS], [episode.pk], today=date(2025, 4, 1))
    assert (event.on, event.by, event.episode_id) == (SENT_ON, coach.name, episode.pk)
    assert event.url == reverse("referral_form", args=[sent.pk])


def test_a_person_who_becomes_protected_takes_the_form_along(
    sent: ReferralForm, coach: User, colleague: User
) -> None:
    answer(coach, sent, "accept", given_name="Annat", family_name="Namn", protection="marked")
    url = reverse("referral_form", args=[sent.pk])
    assert client_of(coach).get(url).status_code == 200
    assert client_of(colleague).get(url).status_code == 404
    shown = client_of(coach).get("/referrals/", {"state": "accepted"}).content.decode()
    assert "Påhittad" not in shown


def test_a_form_page_costs_few_queries(
    team: Team, coach: User, django_assert_max_num_queries: Any
) -> None:
    form = make_sent(team)
    for _number in range(5):
        make_sent(team)
    client = client_of(coach)
    with django_assert_max_num_queries(17):
        client.get(reverse("referral_form", args=[form.pk]))


def test_a_used_page_of_a_draft_shows_nothing_after_the_answer(
    sent: ReferralForm, coach: User
) -> None:
    url = open_page(sent)
    answer(coach, sent, "accept", **WHO)
    shown = client_of(None).get(url).content.decode()
    assert "Påhittad" not in shown
    assert LogEntry.objects.filter(act="referral_opened").count() == 1
