"""The team's inbox, and who sees what in it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.mail.models import Message
from samspel.organisation.models import Team
from samspel.participants.referrals.models import ReferralForm
from samspel.participants.referrals.referral_form import IN_STATE, ReferralState
from tests.participants.conftest import told
from tests.participants.referrals.conftest import (
    LONG_AGO,
    NUMBER,
    Page,
    filled,
    make_sent,
    open_page,
)
from tests.people import client_of, make_participant

INBOX = "/referrals/"


def names(user: User, **query: str) -> list[str]:
    response = client_of(user).get(INBOX, query)
    assert response.status_code == 200
    return [str(row.name) for row in response.context["rows"]]


def test_only_the_team_sees_the_inbox(
    sent: ReferralForm, coach: User, stranger: User, steering_member: User, officer: User
) -> None:
    url = reverse("referral_form", args=[sent.pk])
    assert names(coach) == ["Nils Påhittad"]
    assert names(stranger) == []
    assert client_of(coach).get(url).status_code == 200
    for who in (stranger, steering_member, officer):
        assert client_of(who).get(url).status_code == 404
    for who in (steering_member, officer):
        assert client_of(who).get(INBOX).status_code == 404


def test_reading_a_form_is_told_of(sent: ReferralForm, coach: User) -> None:
    client_of(coach).get(reverse("referral_form", args=[sent.pk]))
    assert told("referral_opened").subject == f"referral:{sent.pk}"


def test_the_oldest_unanswered_comes_first(team: Team, coach: User, draft: ReferralForm) -> None:
    make_sent(team, given_name="Ny", sent_at=datetime(2025, 5, 1, tzinfo=UTC))
    make_sent(team, given_name="Gammal", sent_at=datetime(2025, 4, 1, tzinfo=UTC))
    make_sent(team, given_name="Borta", taken_back_at=LONG_AGO)
    make_sent(team, given_name="Frågad", asked_back_at=LONG_AGO)
    make_sent(team, given_name="Nej", answered_at=LONG_AGO, is_accepted=False, reason="moved")
    assert [name.split()[0] for name in names(coach)] == ["Frågad", "Gammal", "Ny"]
    assert [name.split()[0] for name in names(coach, state="declined")] == ["Nej"]
    assert [name.split()[0] for name in names(coach, state="taken_back")] == ["Borta"]
    assert len(names(coach, state="draft")) == 1
    assert len(names(coach, state="all")) == 6
    assert [name.split()[0] for name in names(coach, sort="name")] == ["Frågad", "Gammal", "Ny"]
    assert len(names(coach, sort="-sent", page="900", state="nonsense")) == 3


def test_every_form_is_in_the_state_that_its_query_says(team: Team, draft: ReferralForm) -> None:
    make_sent(team)
    make_sent(team, taken_back_at=LONG_AGO)
    make_sent(team, asked_back_at=LONG_AGO)
    make_sent(team, answered_at=LONG_AGO, is_accepted=False)
    make_sent(team, answered_at=LONG_AGO, is_accepted=True)
    ReferralForm.objects.create(team=team, begun_at=LONG_AGO, taken_back_at=LONG_AGO)
    for form in ReferralForm.objects.all():
        found = [
            state
            for state in ReferralState
            if ReferralForm.objects.filter(IN_STATE[state], pk=form.pk)
        ]
        assert found == [form.state]


@pytest.mark.parametrize("given", [{"identity_number": NUMBER, "given_name": "Annan"}, {}])
def test_somebody_referred_twice_is_marked(team: Team, coach: User, given: dict[str, str]) -> None:
    make_sent(team, identity_number=NUMBER)
    make_sent(team, **given)
    make_sent(team, given_name="Helt", family_name="Annan")
    rows = client_of(coach).get(INBOX).context["rows"]
    assert sorted(row.is_again for row in rows) == [False, True, True]
    first = next(row.form for row in rows if row.is_again)
    shown = client_of(coach).get(reverse("referral_form", args=[first.pk]))
    assert len(shown.context["others"]) == 1


def test_two_with_one_name_and_different_numbers_are_two(team: Team, coach: User) -> None:
    make_sent(team, identity_number=NUMBER)
    make_sent(team, identity_number="198507099805")
    assert not any(row.is_again for row in client_of(coach).get(INBOX).context["rows"])


@pytest.mark.parametrize(
    ("form", "person"),
    [
        ({"identity_number": NUMBER}, {"identity_number": NUMBER}),
        ({}, {"given_name": "Nils", "family_name": "Påhittad", "identity_number": NUMBER}),
        ({"identity_number": NUMBER}, {"given_name": "Nils", "family_name": "Påhittad"}),
    ],
)
def test_a_protected_persons_form_is_seen_by_named_staff_only(
    team: Team, coach: User, colleague: User, leader: User, form: Any, person: Any
) -> None:
    hidden = make_participant(team, protection="marked", **person)
    hidden.named_staff.add(colleague)
    sent = make_sent(team, **form)
    assert names(coach) == names(leader) == []
    assert names(colleague) == ["Nils Påhittad"]
    urls = [
        reverse(name, args=[sent.pk])
        for name in ("referral_form", "referral_accept", "referral_decline")
    ]
    for url in urls:
        assert client_of(coach).get(url).status_code == 404
        assert client_of(coach).post(url, {"reason": "moved"}).status_code == 404
        assert client_of(colleague).get(url).status_code == 200
    assert client_of(leader).get(INBOX).context["hides_some"]
    assert not client_of(coach).get(INBOX).context["hides_some"]


def test_others_are_not_hidden_by_a_protected_person(team: Team, coach: User) -> None:
    make_participant(team, protection="marked", identity_number=NUMBER)
    make_sent(team, identity_number="198507099805")
    make_sent(team, given_name="", family_name="")
    assert len(names(coach)) == 2


def test_a_new_form_goes_to_the_caseworker(
    team: Team, coach: User, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(coach)
    url = reverse("referral_new")
    assert client.get(url).status_code == 200
    response = client.post(url, {"email": "hanna@example.org"}, follow=True)
    mail = Message.objects.get()
    assert (mail.to, mail.template) == ("hanna@example.org", "referral-form-link")
    form = ReferralForm.objects.get()
    page = response.content.decode()
    assert "hanna@example.org" in page
    page_by_link = Page(mail.link)
    assert page_by_link.load().status_code == 200
    form.refresh_from_db()
    assert form.caseworker_email == "hanna@example.org"


def test_staff_fill_in_a_form_themselves(team: Team, coach: User, hopes: Any) -> None:
    client = client_of(coach)
    url = client.post(reverse("referral_new"), {"email": ""})["Location"]
    form = ReferralForm.objects.get()
    assert client.get(url).templates[0].name == "referrals/fill.html"
    client.post(url, filled(form) | {"act": "send"})
    form.refresh_from_db()
    assert form.state == ReferralState.SENT
    assert Message.objects.count() == 0


def test_what_a_caseworker_fills_in_is_not_read_before_it_is_sent(
    team: Team, coach: User, draft: ReferralForm
) -> None:
    page = Page(open_page(draft))
    page.autosave(**filled(draft))
    url = reverse("referral_form", args=[draft.pk])
    assert "Påhittad" not in client_of(coach).get(url).content.decode()
    assert client_of(coach).post(url, filled(draft, given_name="Nisse")).status_code == 200
    draft.refresh_from_db()
    assert draft.given_name == "Nils"


def test_a_new_link_is_another_link(team: Team, coach: User, draft: ReferralForm) -> None:
    url = reverse("referral_link", args=[draft.pk])
    for email in ("hanna@example.org", "nonsense", "", "otto@example.org"):
        assert client_of(coach).post(url, {"email": email}).status_code == 302
    assert sorted(Message.objects.values_list("to", flat=True)) == [
        "hanna@example.org",
        "otto@example.org",
    ]


def test_staff_let_a_draft_be(team: Team, coach: User, draft: ReferralForm) -> None:
    url = reverse("referral_take_back", args=[draft.pk])
    for _time in range(2):
        assert client_of(coach).post(url).status_code == 302
    draft.refresh_from_db()
    assert draft.state == ReferralState.TAKEN_BACK
    assert LogEntry.objects.filter(act="referral_draft_left").count() == 1


def test_the_part_equals_the_page(sent: ReferralForm, coach: User) -> None:
    client = client_of(coach)
    part = client.get(INBOX, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in client.get(INBOX).content.decode()


def test_the_inbox_costs_the_same_for_many(
    team: Team, coach: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(40):
        make_sent(team, given_name=f"N{number}")
    client = client_of(coach)
    with django_assert_max_num_queries(10):
        assert len(client.get(INBOX).context["rows"]) == 40


def test_the_open_pages_can_be_passed_on(team: Team, coach: User, settings: Any) -> None:
    settings.SAMSPEL_ADDRESS = "https://samspel.example.se"
    own, alone = "/my-referrals/", f"/refer-yourself/{team.slug}/"
    page = client_of(coach).get(reverse("referral_new")).content.decode()
    assert f"https://samspel.example.se{own}" in page
    assert alone not in page
    Team.objects.filter(pk=team.pk).update(takes_self_referrals=True)
    page = client_of(coach).get(reverse("referral_new")).content.decode()
    assert f"https://samspel.example.se{alone}" in page
