"""Forms that were begun and never sent: shown to the team, taken up again, or emptied."""

from datetime import datetime, timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import LogEntry, User
from samspel.mail.rounds import make_rounds
from samspel.organisation.models import Team
from samspel.pages.today import now
from samspel.participants.referrals.attaching import attach
from samspel.participants.referrals.left import KEPT, SEEN_TO_AFTER, left_drafts
from samspel.participants.referrals.models import ReferralForm
from samspel.participants.referrals.referral_form import ReferralState
from tests.participants.referrals.conftest import make_sent, open_page
from tests.people import client_of

INBOX = "/referrals/"
DAY = timedelta(days=1)


@pytest.fixture
def begun(team: Team) -> ReferralForm:
    """Begun by staff a good while ago, with a name and a file in it."""
    form = ReferralForm.objects.create(
        team=team,
        begun_at=now() - KEPT - SEEN_TO_AFTER - DAY,
        given_name="Nils",
        caseworker_email="hanna@example.org",
        answers=[{"question": 1, "text": "Why?", "by": "text", "answer": "Because"}],
        writing={"by": {"given_name": "page"}},
    )
    file = SimpleUploadedFile("brev.pdf", b"%PDF-1.7")
    attach(form=form, file=file, now=now(), by=SYSTEM)
    return form


def link_until(form: ReferralForm, until: datetime) -> str:
    return open_page(form, now=until - 14 * DAY, expires_at=until)


def is_left(form: ReferralForm) -> bool:
    return left_drafts(ReferralForm.objects.all(), now()).filter(pk=form.pk).exists()


def test_a_draft_is_left_when_its_last_link_has_run_out(begun: ReferralForm) -> None:
    assert is_left(begun)
    link_until(begun, now() - 3 * DAY)
    assert is_left(begun)
    link_until(begun, now() + 3 * DAY)
    assert not is_left(begun)


def test_staff_have_a_week_for_their_own(draft: ReferralForm) -> None:
    ReferralForm.objects.update(begun_at=now() - SEEN_TO_AFTER + DAY)
    assert not is_left(draft)
    ReferralForm.objects.update(begun_at=now() - SEEN_TO_AFTER - DAY)
    assert is_left(draft)


def test_the_inbox_tells_of_what_is_left(team: Team, coach: User, begun: ReferralForm) -> None:
    make_sent(team)
    page = client_of(coach).get(INBOX)
    assert page.context["left"] == 1
    assert "1 blankett är påbörjad men inte skickad" in page.content.decode()
    link_until(begun, now() + DAY)
    assert client_of(coach).get(INBOX).context["left"] == 0


def test_a_new_link_takes_it_up_where_it_was(begun: ReferralForm, coach: User) -> None:
    link_until(begun, now() - DAY)
    url = reverse("referral_form", args=[begun.pk])
    assert "Länken har gått ut" in client_of(coach).get(url).content.decode()
    client_of(coach).post(reverse("referral_link", args=[begun.pk]), {"email": "hanna@example.org"})
    assert "Länken har gått ut" not in client_of(coach).get(url).content.decode()
    begun.refresh_from_db()
    assert begun.given_name == "Nils"


def check_empty(form: ReferralForm) -> None:
    form.refresh_from_db()
    assert form.state == ReferralState.TAKEN_BACK
    assert (form.name, form.search_key, form.caseworker_email) == ("", "", "")
    assert (form.answers, form.writing) == ([], {})
    assert not form.attachments.exists()


@pytest.mark.django_db(transaction=True)
def test_after_three_months_nothing_of_it_is_kept(begun: ReferralForm) -> None:
    stored = str(begun.attachments.get().file.name)
    assert default_storage.exists(stored)
    page = link_until(begun, now() - KEPT - DAY)
    assert "referral-drafts-left" in make_rounds(now().date(), now())
    check_empty(begun)
    assert not default_storage.exists(stored)
    assert LogEntry.objects.filter(act="referral_draft_left").count() == 1
    assert client_of(None).get(page).status_code == 410


def test_what_can_be_taken_up_or_was_sent_is_kept(team: Team, begun: ReferralForm) -> None:
    link_until(begun, now() - KEPT + DAY)
    sent = make_sent(team)
    with transaction.atomic():
        make_rounds(now().date(), now())
    for form in (begun, sent):
        form.refresh_from_db()
        assert form.given_name == "Nils"


def test_staff_erase_what_nothing_came_of(begun: ReferralForm, coach: User) -> None:
    url = reverse("referral_take_back", args=[begun.pk])
    page = client_of(coach).post(url, follow=True)
    assert "Blanketten är borttagen" in page.content.decode()
    check_empty(begun)
