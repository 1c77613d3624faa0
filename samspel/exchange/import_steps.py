"""The steps of an import from a page: ask, check, confirm, import, or leave it.

The file is removed as soon as it has been imported, has faults, or is left; one that nobody
confirms is removed after a week, and so is a list of faults.
"""

import logging
import shutil
from collections.abc import Callable
from datetime import timedelta
from tempfile import TemporaryFile
from typing import Any, BinaryIO
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.exchange.fault_list import written_faults
from samspel.exchange.import_job import ImportJob
from samspel.exchange.import_result import ImportResult, result_of
from samspel.exchange.importing.episodes import check_episodes, import_episodes
from samspel.exchange.importing.faults import FileRefused
from samspel.exchange.importing.source import Outcome, Progress
from samspel.exchange.importing.turn import patiently
from samspel.organisation.team import Team

KEPT_UNCONFIRMED = timedelta(days=7)
_STEP = 5
State = ImportJob.State
_logger = logging.getLogger(__name__)


def ask_for_import(
    *, team: Team, file: "UploadedFile[Any]", by: Actor, asked_by: User
) -> ImportJob:
    """Keep the file and have it checked in the background; nothing is imported yet."""
    from samspel.exchange.import_tasks import check_file

    _remove_forgotten_files()
    with transaction.atomic():
        job = ImportJob(team=team, file_name=_shown_name(file), asked_by=asked_by)
        # The stored name says nothing: what people call their files may name a person.
        job.file.save(f"{job.pk}.csv", file, save=False)
        job.save(force_insert=True)
        _tell(job, by, "import_asked_for")
        check_file.enqueue(str(job.pk))
    return job


def confirm_import(*, job: ImportJob, by: Actor) -> None:
    """Have a checked file imported in the background; raises ValidationError in another state."""
    from samspel.exchange.import_tasks import import_file

    with transaction.atomic():
        locked = ImportJob.objects.select_for_update().get(pk=job.pk)
        if locked.state != State.CHECKED:
            raise ValidationError(_("The file is not waiting to be imported any more."))
        locked.state, locked.percent, locked.confirmed_by = State.IMPORTING, 0, by.user
        locked.save()
        _tell(locked, by, "import_confirmed")
        import_file.enqueue(str(locked.pk))


def leave_import(*, job: ImportJob, by: Actor) -> None:
    """Let a checked file be and remove it; raises ValidationError in another state."""
    with transaction.atomic():
        locked = ImportJob.objects.select_for_update().get(pk=job.pk)
        if locked.state != State.CHECKED:
            raise ValidationError(_("The file is not waiting to be imported any more."))
        _end(locked, State.BROKEN_OFF)
        _tell(locked, by, "import_left")


def check(pk: UUID) -> None:
    """The dry run of a job; carried out by the worker."""
    _carry_out(
        pk,
        while_in=State.CHECKING,
        then=State.CHECKED,
        work=lambda job, file, progress: check_episodes(
            file, team=job.team.name, size=job.file.size, progress=progress
        ),
    )


def carry_out_import(pk: UUID) -> None:
    """The import of a confirmed job; carried out by the worker."""
    _carry_out(
        pk,
        while_in=State.IMPORTING,
        then=State.DONE,
        work=lambda job, file, progress: import_episodes(
            file,
            by=Actor(user=job.confirmed_by),
            team=job.team.name,
            size=job.file.size,
            progress=progress,
        ),
    )


_Work = Callable[[ImportJob, BinaryIO, Progress], Outcome]


def _carry_out(pk: UUID, *, while_in: State, then: State, work: _Work) -> None:
    jobs = ImportJob.objects.select_related("team", "asked_by", "confirmed_by")
    job = jobs.filter(pk=pk, state=while_in).first()
    if job is None:
        return  # a task that was run twice
    with override(job.asked_by.language), patiently():
        try:
            outcome = _worked(job, work)
            result = result_of(outcome)
            if outcome.faults:
                _keep_faults(job, outcome)
        except FileRefused as refused:
            result = ImportResult(refusal=str(refused))
        except Exception:
            # Whatever it was, the page must not wait for ever; the log has the details.
            _logger.exception("Import %s was broken off.", pk)
            _end(job, State.BROKEN_OFF)
            raise
        job.result = result.as_data()
        if result.is_sound and then == State.CHECKED:
            job.state, job.percent = then, 100
            job.save()
        else:
            _end(job, then if result.is_sound else State.FAULTY)


def _keep_faults(job: ImportJob, outcome: Outcome) -> None:
    with written_faults(outcome.faults) as file:
        job.fault_list.save(f"{job.pk}.csv", File(file), save=False)


def _worked(job: ImportJob, work: _Work) -> Outcome:
    """Work on a local copy of the file, since it may be stored on another machine."""
    with job.file.open("rb") as stored, TemporaryFile() as local:
        shutil.copyfileobj(stored, local)
        local.seek(0)
        return work(job, local, _progress(job))


def _progress(job: ImportJob) -> Progress:
    def progress(share: float) -> None:
        percent = min(100, int(100 * share))
        if percent >= job.percent + _STEP:
            job.percent = percent
            ImportJob.objects.filter(pk=job.pk).update(percent=percent)

    return progress


def _end(job: ImportJob, state: State) -> None:
    job.remove_file()
    job.state, job.percent, job.ended_at = state, 100, timezone.now()
    job.save()


def _remove_forgotten_files() -> None:
    old = timezone.now() - KEPT_UNCONFIRMED
    for job in ImportJob.objects.filter(state=State.CHECKED, asked_at__lt=old):
        _end(job, State.BROKEN_OFF)
    for job in ImportJob.objects.filter(asked_at__lt=old).exclude(fault_list=""):
        job.remove_fault_list()
        job.save(update_fields=["fault_list"])


def _shown_name(file: "UploadedFile[Any]") -> str:
    name = "".join(c for c in (file.name or "") if c.isprintable()).strip()
    return name[-200:] or "?"


def _tell(job: ImportJob, by: Actor, act: str) -> None:
    log(by=by, act=act, subject=f"import:{job.pk}", team_id=job.team_id)
