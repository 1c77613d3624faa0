"""Importing from a page: a check first, then a word from the leader, and only for leaders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.models import LogEntry, User
from samspel.exchange.import_steps import KEPT_UNCONFIRMED, check
from samspel.exchange.models import ImportJob
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from tests.exchange.files import AGAIN, row, text_of

ClientOf = Callable[[User | None], Client]
State = ImportJob.State


def handed_over(client: Client, content: bytes, name: str = "ärenden.csv") -> HttpResponse:
    file = SimpleUploadedFile(name, content, content_type="text/csv")
    return client.post(reverse("import_new"), {"team": "team-vaster", "file": file})


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """Files of a folder of the test's own: it counts them, while others run beside it."""
    stored = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": stored}


def file_of(*rows: dict[str, str]) -> bytes:
    return text_of(*rows).encode()


def stored_files() -> list[Path]:
    folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"]) / "imports"
    return [path for path in folder.rglob("*") if path.is_file()]


def listed(client: Client, job: ImportJob) -> list[str]:
    """The lines of the list of faults."""
    told = client.get(reverse("import_faults", args=[job.pk]))
    return b"".join(told).decode("utf-8-sig").splitlines()


@pytest.fixture
def leading(leader: User, client_of: ClientOf) -> Client:
    return client_of(leader)


def test_a_sound_file_is_checked_confirmed_and_imported(leading: Client, leader: User) -> None:
    before = len(stored_files())
    page = handed_over(leading, file_of(row(), row(episode_id="E2", team="Annat", **AGAIN)))
    job = ImportJob.objects.get()
    assert page["Location"] == reverse("import_job", args=[job.pk])
    assert (job.state, job.result["new"], Episode.objects.count()) == (State.CHECKED, 2, 0)
    assert "ärenden.csv" in leading.get(page["Location"]).content.decode()

    leading.post(reverse("import_confirm", args=[job.pk]))
    job.refresh_from_db()
    assert (job.state, job.confirmed_by, job.file.name) == (State.DONE, leader, "")
    assert set(Episode.objects.values_list("team__slug", flat=True)) == {"team-vaster"}
    assert len(stored_files()) == before
    acts = ["import_episodes", "import_confirmed", "import_asked_for"]
    assert list(LogEntry.objects.values_list("act", flat=True)[:3]) == acts
    assert {entry.actor for entry in LogEntry.objects.all()[:3]} == {leader}
    assert reverse("participants") in leading.get(page["Location"]).content.decode()


def test_a_faulty_file_is_told_and_removed(leading: Client) -> None:
    before = len(stored_files())
    page = handed_over(leading, file_of(row(gender="<b>?"), row(episode_id="E2", outcome="")))
    job = ImportJob.objects.get()
    assert (job.state, job.file.name, len(stored_files())) == (State.FAULTY, "", before + 1)
    shown = leading.get(page["Location"]).content.decode()
    assert "&lt;b&gt;?" in shown
    assert "<b>?" not in shown
    lines = listed(leading, job)
    assert [line.split(";")[:2] for line in lines[1:]] == [["2", "gender"], ["3", "outcome"]]


def test_a_formula_in_the_file_is_harmless_in_the_list_of_faults(leading: Client) -> None:
    handed_over(leading, file_of(row()).replace(b"outcome", b"=1+1", 1))
    assert ";'=1+1;" in listed(leading, ImportJob.objects.get())[1]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", "å".encode("latin-1")])
def test_what_cannot_be_read_is_said_on_the_page(leading: Client, content: bytes) -> None:
    page = handed_over(leading, content)
    job = ImportJob.objects.get()
    assert job.state == State.FAULTY
    assert job.result["refusal"] in leading.get(page["Location"]).content.decode()


def test_many_faults_are_not_all_shown(leading: Client) -> None:
    rows = [row(episode_id=f"E{n}", gender="?") for n in range(150)]
    page = handed_over(leading, file_of(*rows))
    shown = leading.get(page["Location"]).content.decode()
    assert shown.count("<tr>") == 101
    assert "50 till" in shown
    assert len(listed(leading, ImportJob.objects.get())) == 151


def test_a_list_of_faults_is_removed_after_a_week(leading: Client) -> None:
    before = len(stored_files())
    handed_over(leading, file_of(row(gender="?")))
    job = ImportJob.objects.get()
    ImportJob.objects.update(asked_at=timezone.now() - 2 * KEPT_UNCONFIRMED)
    handed_over(leading, b"")
    assert len(stored_files()) == before
    assert leading.get(reverse("import_faults", args=[job.pk])).status_code == 404
    page = leading.get(reverse("import_job", args=[job.pk])).content.decode()
    assert "gender" in page
    assert reverse("import_faults", args=[job.pk]) not in page


def test_a_file_that_is_left_is_removed(leading: Client) -> None:
    before = len(stored_files())
    handed_over(leading, file_of(row()))
    job = ImportJob.objects.get()
    leading.post(reverse("import_leave", args=[job.pk]))
    job.refresh_from_db()
    assert (job.state, len(stored_files()), Episode.objects.count()) == (
        State.BROKEN_OFF,
        before,
        0,
    )
    refused = leading.post(reverse("import_confirm", args=[job.pk]), follow=True)
    assert "väntar inte" in refused.content.decode()
    assert not Episode.objects.exists()


def test_a_forgotten_file_is_removed_with_the_next_import(leading: Client) -> None:
    handed_over(leading, file_of(row()))
    forgotten = ImportJob.objects.get()
    ImportJob.objects.update(asked_at=timezone.now() - 2 * KEPT_UNCONFIRMED)
    handed_over(leading, file_of(row()))
    forgotten.refresh_from_db()
    assert (forgotten.state, forgotten.file.name) == (State.BROKEN_OFF, "")


def test_an_import_that_breaks_says_so(leading: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_args: object, **_named: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("samspel.exchange.import_steps.check_episodes", breaks)
    handed_over(leading, file_of(row()))
    assert ImportJob.objects.get().state == State.BROKEN_OFF


def test_a_task_that_is_run_twice_does_nothing(leading: Client) -> None:
    handed_over(leading, file_of(row()))
    job = ImportJob.objects.get()
    check(job.pk)
    leading.post(reverse("import_confirm", args=[job.pk]))
    check(job.pk)
    job.refresh_from_db()
    assert job.state == State.DONE


def test_a_page_follows_what_goes_on_by_part_and_by_reload(
    leading: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_over(leading, file_of(row()))
    job = ImportJob.objects.get()
    ImportJob.objects.update(state=State.IMPORTING, percent=60)
    address = reverse("import_job", args=[job.pk])
    whole = leading.get(address).content.decode()
    part = leading.get(address, headers={"HX-Request": "true"}).content.decode()
    assert 'http-equiv="refresh"' in whole
    assert 'hx-trigger="every 1s"' in part
    assert part.strip() in whole


def test_a_file_that_is_too_large(leading: Client, settings) -> None:
    settings.UPLOAD_LIMIT_MB = 0
    page = handed_over(leading, b"x")
    assert "större än 0 MB" in page.content.decode()
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize("data", [{}, {"team": "team-oster"}, {"team": "no-such"}])
def test_a_form_without_file_or_with_another_team(
    leading: Client, other_team: Team, data: dict[str, str]
) -> None:
    assert leading.post(reverse("import_new"), data).status_code == 200
    assert not ImportJob.objects.exists()


@pytest.mark.parametrize("person", ["coach", "steering_member", "officer", "administrator"])
def test_only_leaders_import(
    person: str, leader: User, client_of: ClientOf, request: pytest.FixtureRequest
) -> None:
    handed_over(client_of(leader), file_of(row()))
    job = ImportJob.objects.get()
    client = client_of(request.getfixturevalue(person))
    for name in ("imports", "import_new"):
        assert client.get(reverse(name)).status_code == 404
    assert client.get(reverse("import_job", args=[job.pk])).status_code == 404
    for name in ("import_confirm", "import_leave"):
        assert client.post(reverse(name, args=[job.pk])).status_code == 404
    job.refresh_from_db()
    assert job.state == State.CHECKED


@pytest.mark.parametrize("person", ["coach", "steering_member", "officer", "administrator"])
def test_only_leaders_get_the_list_of_faults(
    person: str, leader: User, client_of: ClientOf, request: pytest.FixtureRequest
) -> None:
    handed_over(client_of(leader), file_of(row(gender="?")))
    job = ImportJob.objects.get()
    assert len(listed(client_of(leader), job)) == 2
    client = client_of(request.getfixturevalue(person))
    assert client.get(reverse("import_faults", args=[job.pk])).status_code == 404


def test_a_leader_of_another_team_sees_no_job(
    leading: Client, other_team: Team, client_of: ClientOf
) -> None:
    from samspel.accounts.roles import Role
    from tests import people

    handed_over(leading, file_of(row()))
    other = client_of(people.make_member("Lisa Ledare", Role.TEAM_LEADER, other_team))
    job = ImportJob.objects.get()
    assert other.get(reverse("import_job", args=[job.pk])).status_code == 404
    assert "ärenden.csv" not in other.get(reverse("imports")).content.decode()
    assert "ärenden.csv" in leading.get(reverse("imports")).content.decode()
