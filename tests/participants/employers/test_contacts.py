"""Contacts: personal data of people who are no participants, and their erasing."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.participants.employers.models import Employer, EmployerContact
from tests.participants.conftest import HOSTILE, send, sentences, told
from tests.participants.employers.conftest import TODAY

FILLED = {
    "name": "Gun Gröngräs",
    "role": "ägare",
    "phone": "070-174 06 05",
    "email": "gun@example.org",
    "is_supervisor": "on",
    "is_used": "on",
}


@pytest.fixture
def contact(employer: Employer) -> EmployerContact:
    return EmployerContact.objects.create(
        employer=employer,
        name="Gun Gröngräs",
        role="ägare",
        phone="070-174 06 05",
        email="gun@example.org",
    )


def new_url(employer: Employer) -> str:
    return reverse("employer_contact_new", args=[employer.pk])


def erase_url(contact: EmployerContact) -> str:
    return reverse("employer_contact_erase", args=[contact.pk])


def test_a_contact_is_added_and_stands_on_the_page(coach: User, employer: Employer) -> None:
    page = send(coach, new_url(employer), **FILLED)
    made = EmployerContact.objects.get()
    assert (made.name, made.is_supervisor, made.is_used) == ("Gun Gröngräs", True, True)
    assert page["Location"] == reverse("employer", args=[employer.pk])
    details = str(told("employer_contact_added").details)
    assert not any(value in details for value in ("Gun", "174", "@"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("email", "gun.example.org"),
        ("email", "gun@"),
        ("phone", "ring gärna"),
        ("phone", "٠٧٠١٧٤٠٦٠٥"),
        ("role", "x" * 81),
    ],
)
def test_what_cannot_be_saved(coach: User, employer: Employer, field: str, value: str) -> None:
    says = sentences(send(coach, new_url(employer), **FILLED | {field: value}))
    assert set(says) == {field}
    assert not EmployerContact.objects.exists()


def test_an_e_mail_without_its_sign_is_explained(coach: User, employer: Employer) -> None:
    says = sentences(send(coach, new_url(employer), **FILLED | {"email": "gun.example.org"}))
    assert "@" in says["email"][0]


def test_every_field_takes_every_bad_text(as_coach: Client, contact: EmployerContact) -> None:
    change = reverse("employer_contact_change", args=[contact.pk])
    for bad in HOSTILE:
        data = dict.fromkeys((*FILLED, "version"), bad)
        for url in (new_url(contact.employer), change, erase_url(contact)):
            assert as_coach.post(url, data | {"reason": bad}).status_code in (200, 302)


def test_another_teams_contact_is_not_there(as_coach: Client, elsewhere: Employer) -> None:
    theirs = EmployerContact.objects.create(employer=elsewhere, name="Någon")
    for name in ("employer_contact_change", "employer_contact_erase"):
        assert as_coach.get(reverse(name, args=[theirs.pk])).status_code == 404
    assert as_coach.get(new_url(elsewhere)).status_code == 404


def test_two_writers_never_overwrite_each_other(
    coach: User, colleague: User, contact: EmployerContact
) -> None:
    url = reverse("employer_contact_change", args=[contact.pk])
    assert send(coach, url, **FILLED | {"role": "chef"}, version="1").status_code == 302
    page = send(colleague, url, **FILLED | {"role": "kock"}, version="1")
    assert "chef" in page.content.decode()
    contact.refresh_from_db()
    assert (contact.role, contact.version) == ("chef", 2)


def test_a_contact_is_erased_for_good(
    coach: User, as_coach: Client, contact: EmployerContact
) -> None:
    response = send(coach, erase_url(contact), reason="asked", version="1")
    assert response.status_code == 302
    contact.refresh_from_db()
    held = (contact.name, contact.role, contact.phone, contact.email)
    assert held == ("", "", "", "")
    assert (contact.is_used, contact.erased_on) == (False, TODAY)
    entry = told("employer_contact_erased")
    assert entry.details == {"row": str(contact.pk), "reason": "asked"}
    page = as_coach.get(reverse("employer", args=[contact.employer_id]))
    assert "Gun" not in page.content.decode()
    assert as_coach.get(erase_url(contact)).status_code == 404
    assert "raderade" in str(contact)


@pytest.mark.parametrize("reason", ["", "because"])
def test_erasing_needs_a_reason(coach: User, contact: EmployerContact, reason: str) -> None:
    says = sentences(send(coach, erase_url(contact), reason=reason, version="1"))
    assert set(says) == {"reason"}
    contact.refresh_from_db()
    assert contact.name == "Gun Gröngräs"


def test_erasing_waits_for_who_wrote_meanwhile(
    coach: User, colleague: User, contact: EmployerContact
) -> None:
    change = reverse("employer_contact_change", args=[contact.pk])
    send(coach, change, **FILLED | {"role": "chef"}, version="1")
    assert send(colleague, erase_url(contact), reason="left", version="1").status_code == 200
    contact.refresh_from_db()
    assert contact.name == "Gun Gröngräs"
    assert not LogEntry.objects.filter(act="employer_contact_erased").exists()


def test_the_database_keeps_nothing_of_an_erased_contact(contact: EmployerContact) -> None:
    rows = EmployerContact.objects.filter(pk=contact.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(erased_on=date(2025, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(name="")
