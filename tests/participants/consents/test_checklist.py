"""The enrolment meeting: everything saved at once, or nothing, and what is left to complete."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Agency, Team
from samspel.participants.consents.models import Consent, EnrolmentMeeting
from samspel.participants.models import Episode, Participant
from samspel.participants.queue.models import IntakePause
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.people import client_of, make_episode, make_participant


def page(episode: Episode) -> str:
    return reverse("episode_enrol", args=[episode.pk])


def acts() -> list[str]:
    return list(
        LogEntry.objects.exclude(act="opened").order_by("number").values_list("act", flat=True)
    )


@pytest.fixture
def bare(team: Team) -> Episode:
    """Somebody of whom little is known, referred by an agency."""
    person = make_participant(team, gender="", birth_date=None)
    return make_episode(person, enrolled_on=None, referred_by="region")


@pytest.fixture
def fk(team: Team) -> Agency:
    return team.agencies.get(short_name="FK")


def everything(coach: User, fk: Agency) -> dict[str, Any]:
    return {
        "version": 1,
        "enrolled_on": "2025-02-01",
        "identity_number": "19900102-9819",
        "gender": "man",
        "caseworker_name": "Bo Handläggare",
        "caseworker_email": "bo@example.org",
        "coach": coach.pk,
        "income_source": "none",
        "occupation_before": "none",
        "public_support_months": "18,5",
        f"tick_{fk.pk}": "on",
        f"kinds_{fk.pk}": ["plan", "follow_ups"],
        f"first_on_{fk.pk}": "2025-02-01",
        f"last_on_{fk.pk}": "2026-02-01",
        f"given_{fk.pk}": "written",
        "tick_other": "on",
        "party_other": "Mamma",
        "kinds_other": ["attendance"],
        "first_on_other": "2025-02-01",
        "last_on_other": "2025-08-01",
        "given_other": "oral",
        "is_informed": "on",
        "referrer_books_follow_ups": "on",
        "start_group": "Vår 25",
        "first_step": "Introduktion",
        "first_step_on": "2025-02-04",
    }


def test_the_whole_checklist_is_saved_in_one_act(coach: User, bare: Episode, fk: Agency) -> None:
    answer = send(coach, page(bare), **everything(coach, fk))
    assert answer["Location"] == reverse("participant", args=[bare.participant_id])
    bare.refresh_from_db()
    person = bare.participant
    assert (bare.enrolled_on, bare.coach, bare.trial_ends_on) == (
        date(2025, 2, 1), coach, date(2025, 4, 1),
    )  # fmt: skip
    assert (bare.caseworker_name, bare.caseworker_email) == ("Bo Handläggare", "bo@example.org")
    assert (person.identity_number, person.birth_date) == ("199001029819", date(1990, 1, 2))
    meeting = EnrolmentMeeting.objects.get()
    assert (meeting.start_group, meeting.first_step_on) == ("Vår 25", date(2025, 2, 4))
    assert meeting.is_informed
    assert meeting.referrer_books_follow_ups
    assert sorted(each.party_name for each in Consent.objects.all()) == ["FK", "Mamma"]
    assert acts() == [
        "corrected", "enrolled", "enrolment_gone_through", "consent_given", "consent_given",
    ]  # fmt: skip
    assert told("corrected").details == {"fields": ["birth_date", "gender", "identity_number"]}
    assert reverse("enrolment_complete", args=[bare.pk]) not in to_complete(coach)


def to_complete(coach: User) -> str:
    return client_of(coach).get(reverse("enrolments_to_complete")).content.decode()


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"enrolled_on": "2024-01-01"}, "enrolled_on", "före uppdraget"),
        ({"identity_number": "19900102-9818"}, "identity_number", ""),
        ({"birth_date": "1991-01-02"}, "birth_date", "fel"),
        ({"caseworker_email": "bo"}, "caseworker_email", ""),
        ({"kinds_other": None}, "kinds_other", "minst ett"),
        ({"party_other": ""}, "party_other", "myndighet"),
        ({"last_on_other": "2025-01-01"}, "last_on_other", "före den första"),
        ({"first_on_other": ""}, "first_on_other", "måste"),
        ({"first_on_other": "2025-02-31"}, "first_on_other", "2026-03-14"),
        ({"first_step_on": "igår"}, "first_step_on", "2026-03-14"),
    ],
)
def test_one_fault_and_nothing_is_saved(
    coach: User, bare: Episode, fk: Agency, typed: dict[str, Any], field: str, words: str
) -> None:
    found = sentences(send(coach, page(bare), **(everything(coach, fk) | typed)))
    assert words in found[field][0]
    bare.refresh_from_db()
    assert (bare.enrolled_on, bare.participant.identity_number) == (None, "")
    assert not Consent.objects.exists()
    assert not EnrolmentMeeting.objects.exists()
    assert acts() == []


def test_a_row_that_is_not_ticked_is_nobodys_fault(coach: User, bare: Episode) -> None:
    sent = {"version": 1, "enrolled_on": "2025-02-01", "first_on_other": "strunt"}
    assert send(coach, page(bare), **sent).status_code == 302
    assert not Consent.objects.exists()


def test_two_submissions_enrol_once(coach: User, bare: Episode, fk: Agency) -> None:
    assert send(coach, page(bare), **everything(coach, fk)).status_code == 302
    again = send(coach, page(bare), **everything(coach, fk))
    assert again["Location"] == reverse("participant", args=[bare.participant_id])
    assert EnrolmentMeeting.objects.count() == 1
    assert Consent.objects.count() == 2
    assert acts().count("enrolled") == 1


def test_a_booked_enrolment_sent_twice_doubles_nothing(
    coach: User, bare: Episode, fk: Agency
) -> None:
    ahead = (timezone.localdate() + timedelta(days=20)).isoformat()
    sent = everything(coach, fk) | {"enrolled_on": ahead}
    assert send(coach, page(bare), **sent).status_code == 302
    again = send(coach, page(bare), **sent)
    assert "Någon annan sparade" in sentences(again)["__all__"][0]
    assert Consent.objects.count() == 2


def test_ticks_stay_when_somebody_else_saved_meanwhile(
    coach: User, bare: Episode, fk: Agency
) -> None:
    Episode.objects.filter(pk=bare.pk).update(version=7, income_source="sickness_benefit")
    answer = send(coach, page(bare), **everything(coach, fk))
    assert "Någon annan sparade" in sentences(answer)["__all__"][0]
    form = answer.context["form"]
    assert form["version"].value() == "7"
    assert form[f"kinds_{fk.pk}"].value() == ["plan", "follow_ups"]


def test_what_somebody_filled_in_meanwhile_is_not_written_over(
    coach: User, bare: Episode, fk: Agency
) -> None:
    person = bare.participant
    client = client_of(coach)
    client.get(page(bare))
    Participant.objects.filter(pk=person.pk).update(gender="woman")
    answer = client.post(page(bare), {"version": 1, "enrolled_on": "2025-02-01", "gender": "man"})
    assert answer.status_code == 302
    person.refresh_from_db()
    assert person.gender == "woman"


@pytest.mark.parametrize(("capacity", "enrolled"), [(1, 1), (0, 0), (1, 2)])
def test_a_full_team_is_warned_of_and_enrols_anyway(
    coach: User, team: Team, bare: Episode, capacity: int, enrolled: int
) -> None:
    team.capacity = capacity
    team.save()
    for _each in range(enrolled):
        make_episode(make_participant(team))
    sent = {"version": 1, "enrolled_on": "2025-02-01"}
    assert "ändå" in sentences(send(coach, page(bare), **sent))["is_despite_intake"][0]
    assert send(coach, page(bare), **sent, is_despite_intake="on").status_code == 302
    assert EnrolmentMeeting.objects.get().is_despite_intake
    assert "is_despite_intake" in told("enrolment_gone_through").details["fields"]


def test_a_paused_intake_is_warned_of(coach: User, team: Team, bare: Episode) -> None:
    IntakePause.objects.create(team=team, first_on=date(2025, 1, 1), reason="Flytt")
    answer = send(coach, page(bare), version=1, enrolled_on="2025-02-01")
    assert "is_despite_intake" in sentences(answer)
    assert "Intaget är pausat sedan 2025-01-01: Flytt" in answer.content.decode()


def test_a_visit_that_the_team_asks_for_is_missed_unless_it_is_said_why(
    coach: User, team: Team, bare: Episode
) -> None:
    team.visit_is_obligatory = True
    team.save()
    sent = {"version": 1, "enrolled_on": "2025-02-01"}
    found = sentences(send(coach, page(bare), **sent))
    assert "för in besöket först" in found["without_visit_because"][0]
    bare.refresh_from_db()
    assert bare.enrolled_on is None
    why = {"without_visit_because": "Har varit här förut"}
    assert send(coach, page(bare), **sent, **why).status_code == 302
    assert EnrolmentMeeting.objects.get().without_visit_because == "Har varit här förut"
    assert "without_visit_because" in told("enrolment_gone_through").details["fields"]


def test_who_came_to_the_visit_is_not_asked_why(coach: User, team: Team, bare: Episode) -> None:
    team.visit_is_obligatory = True
    team.save()
    Episode.objects.filter(pk=bare.pk).update(study_visit_on=date(2025, 1, 12))
    assert send(coach, page(bare), version=1, enrolled_on="2025-02-01").status_code == 302


def test_only_what_is_not_known_is_asked(coach: User, queued: Episode) -> None:
    form = client_of(coach).get(page(queued)).context["form"]
    assert "identity_number" in form.fields
    assert not {"gender", "birth_date"} & set(form.fields)
    Episode.objects.filter(pk=queued.pk).update(referred_by="self")
    form = client_of(coach).get(page(queued)).context["form"]
    assert not {"caseworker_email", "referrer_books_follow_ups"} & set(form.fields)


def test_a_number_of_a_hidden_person_tells_nothing(coach: User, team: Team, bare: Episode) -> None:
    make_participant(team, identity_number="199001029819", protection="marked")
    sent = {"version": 1, "enrolled_on": "2025-02-01", "identity_number": "199001029819"}
    found = sentences(send(coach, page(bare), **sent))
    assert "Fråga din teamledare" in found["__all__"][0]
    assert acts() == ["number_refused"]


def test_the_rest_is_completed_afterwards(
    coach: User, team: Team, bare: Episode, fk: Agency
) -> None:
    first = client_of(coach).post(
        page(bare), {"version": 1, "enrolled_on": "2025-02-01", "start_group": "Vår"}, follow=True
    )
    told_of = " ".join(str(each) for each in first.context["messages"])
    assert "Kvar att fylla i: personnummer, födelsedatum, kön" in told_of
    rest = reverse("enrolment_complete", args=[bare.pk])
    assert rest in to_complete(coach)
    form = client_of(coach).get(rest).context["form"]
    assert form["start_group"].value() == "Vår"
    sent = everything(coach, fk) | {"version": form["version"].value()}
    assert send(coach, rest, **sent).status_code == 302
    assert rest not in to_complete(coach)
    bare.refresh_from_db()
    assert (bare.enrolled_on, bare.coach) == (date(2025, 2, 1), coach)
    assert Consent.objects.count() == 2


def test_what_cannot_be_completed_is_settled(coach: User, bare: Episode) -> None:
    send(coach, page(bare), version=1, enrolled_on="2025-02-01")
    rest = reverse("enrolment_complete", args=[bare.pk])
    assert send(coach, rest, version=2, is_settled="on").status_code == 302
    assert rest not in to_complete(coach)


def test_who_is_not_enrolled_has_nothing_to_complete(coach: User, queued: Episode) -> None:
    answer = client_of(coach).get(reverse("enrolment_complete", args=[queued.pk]), follow=True)
    assert "inte inskriven" in str(next(iter(answer.context["messages"])))


def test_the_page_never_calls_consent_the_ground(coach: User, queued: Episode) -> None:
    text = client_of(coach).get(page(queued)).content.decode()
    assert "Inget samtycke behövs för att vara med i teamet." in text
    assert "rättslig" not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_the_form(coach: User, bare: Episode, fk: Agency, text: str) -> None:
    filled = dict.fromkeys(everything(coach, fk), text)
    answer = send(coach, page(bare), **filled, enrolled_at=text)
    assert answer.status_code == 200
    assert not EnrolmentMeeting.objects.exists()


def test_what_is_known_stands_among_the_particulars(coach: User, team: Team) -> None:
    person = make_participant(team, identity_number="199001029819", gender="man")
    episode = make_episode(person, enrolled_on=None, referred_by="self")
    answer = client_of(coach).get(page(episode))
    title, fields = answer.context["form"].groups()[0]
    assert (str(title), fields) == ("Personuppgifter", [])
    assert "19900102-9819" in answer.content.decode()
