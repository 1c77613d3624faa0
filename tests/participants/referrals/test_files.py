"""Files that come with a referral: checked, kept apart, and never shown by a browser."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.referrals.file_check import LARGEST, clean_name
from samspel.participants.referrals.models import Attachment, ReferralForm
from tests.participants.conftest import told
from tests.participants.referrals.conftest import Page, filled, make_sent, open_page
from tests.people import client_of

PDF = b"%PDF-1.7\n..."
PNG = b"\x89PNG\r\n\x1a\n..."


def archive(parts: dict[str, bytes], *, packed: bool = False) -> bytes:
    held = io.BytesIO()
    way = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(held, "w", way) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return held.getvalue()


WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"}
TAKEN = {
    "a.pdf": PDF,
    "a.PDF": PDF,
    "a.docx": archive(WORD),
    "a.odt": archive(ODT),
    "a.jpg": b"\xff\xd8\xff\xe0...",
    "a.jpeg": b"\xff\xd8\xff\xe1...",
    "a.png": PNG,
    "a.txt": "Åsa hälsar".encode(),
    "b.txt": "Åsa hälsar".encode("latin-1"),
}
REFUSED = {
    "a.pdf": PNG,
    "a.png": PDF,
    "a.jpg": b"<html>",
    "a.txt": b"MZ\x90\0",
    "a.docx": archive({"a": b"b"}),
    "b.docx": archive(WORD | {"word/vbaProject.bin": b"x"}),
    "c.docx": archive(WORD | {"word/media/bomb": bytes(5_000_000)}, packed=True),
    "d.docx": archive(WORD | {str(n): b"" for n in range(2_100)}),
    "e.docx": b"MZ" + archive(WORD),
    "f.docx": b"PK\x03\x04 and nothing more",
    "a.odt": archive(WORD),
    "b.odt": archive({"mimetype": b"application/x-other", "content.xml": b""}),
    "a.exe": b"MZ",
    "a.html": b"<script>",
    "a.svg": b"<svg>",
    "a": b"text",
    "empty.txt": b"",
}


def attach(form: ReferralForm, name: str, content: bytes, **more: Any) -> Any:
    page = Page(open_page(form))
    return page.press("attach", files=SimpleUploadedFile(name, content), **more)


def said(response: Any) -> list[str]:
    return [str(each) for each in response.context["messages"]]


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_what_its_name_says_is_taken(draft: ReferralForm, name: str, files: Path) -> None:
    response = attach(draft, name, TAKEN[name])
    attachment = draft.attachments.get()
    assert attachment.name == name
    assert name in response.content.decode()
    kept = files / "referrals" / str(draft.pk) / str(attachment.pk)
    assert kept.read_bytes() == TAKEN[name]
    assert told("attachment_added").details == {"attachment": str(attachment.pk)}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_is_refused_in_one_sentence(
    draft: ReferralForm, name: str, files: Path
) -> None:
    response = attach(draft, name, REFUSED[name], given_name="Nils")
    assert len(said(response)) == 1
    assert not draft.attachments.exists()
    assert [each for each in files.rglob("*") if each.is_file()] == []
    draft.refresh_from_db()
    assert draft.given_name == "Nils"


def test_fifty_megabytes_are_refused_and_no_text_is_lost(draft: ReferralForm, files: Path) -> None:
    response = attach(draft, "a.pdf", PDF + bytes(50 * 1024 * 1024), given_name="Nils")
    assert len(said(response)) == 1
    assert "10" in said(response)[0]
    draft.refresh_from_db()
    assert draft.given_name == "Nils"
    assert [each for each in files.rglob("*") if each.is_file()] == []


def test_the_limit_is_ten_megabytes(draft: ReferralForm) -> None:
    attach(draft, "a.pdf", PDF + bytes(LARGEST - len(PDF)))
    assert draft.attachments.get().size == LARGEST
    attach(draft, "b.pdf", PDF + bytes(LARGEST - len(PDF) + 1))
    assert draft.attachments.count() == 1


def test_five_files_are_the_most_and_the_same_is_kept_once(draft: ReferralForm) -> None:
    for number in range(7):
        response = attach(draft, f"{number}.pdf", PDF + str(number).encode())
    assert draft.attachments.count() == 5
    assert len(said(response)) == 1
    attach(draft, "again.pdf", PDF + b"0")
    assert draft.attachments.count() == 5


def test_several_at_once(draft: ReferralForm) -> None:
    many = [SimpleUploadedFile(f"{n}.pdf", PDF + str(n).encode()) for n in range(6)]
    response = Page(open_page(draft)).press("attach", files=many)
    assert draft.attachments.count() == 5
    assert len(said(response)) == 1


def test_a_file_that_fails_to_be_kept_leaves_nothing(
    draft: ReferralForm, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_values: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("samspel.participants.referrals.attaching.tell", fails)
    page = Page(open_page(draft))
    with pytest.raises(RuntimeError):
        page.press("attach", files=SimpleUploadedFile("a.pdf", PDF))
    assert not draft.attachments.exists()
    assert [each for each in files.rglob("*") if each.is_file()] == []


def test_a_file_is_removed_until_the_form_is_sent(
    draft: ReferralForm, files: Path, django_capture_on_commit_callbacks: Any
) -> None:
    attach(draft, "a.pdf", PDF)
    attach(draft, "b.pdf", PDF + b"b")
    first, second = draft.attachments.all()
    page = Page(open_page(draft))
    with django_capture_on_commit_callbacks(execute=True):
        page.press(f"remove:{first.pk}")
    assert list(draft.attachments.all()) == [second]
    assert [each.name for each in files.rglob("*") if each.is_file()] == [str(second.pk)]
    page.load()
    page.press("send", **filled(draft))
    page.press(f"remove:{second.pk}")
    assert draft.attachments.count() == 1


def test_nobody_removes_the_file_of_another_form(draft: ReferralForm, team: Team) -> None:
    other = ReferralForm.objects.create(team=team, begun_at=draft.begun_at)
    attach(other, "a.pdf", PDF)
    Page(open_page(draft)).press(f"remove:{other.attachments.get().pk}")
    assert other.attachments.count() == 1


def test_staff_save_a_file_and_nobody_else_gets_it(
    team: Team, coach: User, stranger: User, draft: ReferralForm
) -> None:
    attach(draft, "läkarintyg.pdf", PDF)
    attachment = draft.attachments.get()
    url = reverse("referral_attachment", args=[attachment.pk])
    for who in (stranger, None):
        assert client_of(who).get(url).status_code in {302, 404}
    response = client_of(coach).get(url)
    assert response.content == PDF
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert LogEntry.objects.filter(act="attachment_opened").count() == 1


def test_a_missing_csrf_token_is_refused_although_the_guard_comes_first(
    draft: ReferralForm,
) -> None:
    page = Page(open_page(draft))
    page.client.handler.enforce_csrf_checks = True
    assert page.client.post(page.url, filled(draft)).status_code == 403


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\a\\b.pdf", "b.pdf"),
        ("a\u202efdp.txt", "afdp.txt"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("\0", "file"),
    ],
)
def test_names_are_cleaned(given: str, kept: str) -> None:
    assert clean_name(given) == kept


def test_files_of_a_sent_form_are_shown_to_the_team(team: Team, coach: User) -> None:
    form = make_sent(team)
    Attachment.objects.create(
        form=form, name="a.pdf", content_type="x", size=3, digest="d", added_at=form.begun_at
    )
    shown = client_of(coach).get(reverse("referral_form", args=[form.pk])).content.decode()
    assert "a.pdf" in shown
