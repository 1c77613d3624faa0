"""A caseworker's own referrals: those of a form, those that staff entered, and their follow-ups."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.mail.models import Message
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from samspel.participants.referrals.models import ReferralForm
from tests.participants.referrals.conftest import make_sent
from tests.people import client_of, make_episode, make_participant

TODAY = date(2025, 4, 25)
HANNA = "hanna@example.org"


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def case(team: Team) -> Episode:
    """Entered by staff, enrolled on 1 February."""
    person = make_participant(team, given_name="Olga", family_name="Påhittad")
    return make_episode(person, caseworker_email="Hanna@Example.org")


def opened(email: str = HANNA) -> Any:
    """The list behind the newest link that the address gets; None where it gets none."""
    client_of(None).post("/my-referrals/", {"email": email})
    link = Message.objects.order_by("pk").values_list("link", flat=True).last()
    return client_of(None).get(link) if link else None


def shown(page: Any) -> list[tuple[str, str]]:
    return [(each.initials, str(each.state)) for each in page.context["referrals"]]


def test_what_staff_entered_is_there_too(case: Episode) -> None:
    page = opened()
    assert shown(page) == [("O.P.", "inskriven")]
    said = page.content.decode()
    for hidden in ("Olga", "Påhittad", case.case_number, case.participant.reference):
        assert hidden not in said


def test_a_form_and_its_case_are_one_line(team: Team, sent: ReferralForm, coach: User) -> None:
    answer = reverse("referral_accept", args=[sent.pk])
    client_of(coach).post(answer, {"given_name": "Nils", "family_name": "Påhittad"})
    assert shown(opened()) == [("N.P.", "i kö")]


def test_who_is_caseworker_no_more_sees_the_answer_only(
    team: Team, sent: ReferralForm, coach: User
) -> None:
    answer = reverse("referral_accept", args=[sent.pk])
    client_of(coach).post(answer, {"given_name": "Nils", "family_name": "Påhittad"})
    Episode.objects.update(caseworker_email="otto@example.org")
    assert shown(opened()) == [("N.P.", "mottaget")]
    assert shown(opened("otto@example.org")) == [("N.P.", "i kö")]


@pytest.mark.parametrize(
    "changes",
    [
        {"caseworker_email": "otto@example.org"},
        {"study_visit_on": TODAY, "referred_on": None, "enrolled_on": None, "trial_ends_on": None},
        {"closed_on": date(2024, 4, 1), "outcome": "work"},
    ],
)
def test_what_is_nobody_elses_business_is_not_there(case: Episode, changes: dict[str, Any]) -> None:
    if "closed_on" in changes:
        changes |= {"referred_on": date(2023, 1, 1), "enrolled_on": date(2023, 2, 1)}
        changes |= {"trial_ends_on": None}
    Episode.objects.update(**changes)
    assert opened() is None


def test_protected_persons_are_not_there(team: Team, case: Episode) -> None:
    make_sent(team, given_name="Nils")
    Participant.objects.update(protection="marked")
    assert shown(opened()) == [("N.P.", "väntar på teamet")]


def test_the_next_follow_up_is_told_and_booked(case: Episode) -> None:
    page = opened()
    [line] = page.context["referrals"]
    assert (line.meeting.due_on, line.meeting.booked_on) == (date(2025, 5, 1), None)
    path = page.request["PATH_INFO"]
    on = client_of(None).post(f"{path}follow-up/", {"case": case.pk})
    assert on["Location"].startswith("/book-follow-up/")
    done = client_of(None).post(
        on["Location"],
        {"day": "2025-05-02", "time": "09:00", "how": "visit", "place": "", "version": 0},
    )
    assert done.status_code == 302, done.context["form"].errors
    [line] = client_of(None).get(path).context["referrals"]
    assert (line.meeting.booked_on, line.meeting.clock) == (date(2025, 5, 2), "09:00")


def test_no_follow_up_of_anothers_case_is_booked(team: Team, case: Episode) -> None:
    other = make_episode(
        make_participant(team, identity_number=""), caseworker_email="o@example.org"
    )
    path = opened().request["PATH_INFO"]
    for what in ({"case": other.pk}, {"case": "\0"}, {}):
        answer = client_of(None).post(f"{path}follow-up/", what)
        assert answer["Location"] == path
    said = client_of(None).get(path)
    assert "/book-follow-up/" not in said.content.decode()


def test_who_is_in_the_queue_has_no_follow_up(case: Episode) -> None:
    Episode.objects.update(enrolled_on=None, trial_ends_on=None, referred_on=date(2025, 1, 2))
    page = opened()
    assert shown(page) == [("O.P.", "i kö")]
    path = page.request["PATH_INFO"]
    assert client_of(None).post(f"{path}follow-up/", {"case": case.pk})["Location"] == path


def test_many_referrals_cost_no_more_queries(
    team: Team, case: Episode, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        person = make_participant(team, given_name=f"Nils{number}", identity_number="")
        make_episode(person, caseworker_email=HANNA)
        make_sent(team, given_name=f"Ulla{number}")
    page = opened()
    with django_assert_max_num_queries(10):
        again = client_of(None).get(page.request["PATH_INFO"])
    assert len(again.context["referrals"]) == 25
