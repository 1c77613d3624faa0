"""The steps of an import from a page: hand over, name the columns, check, confirm, or let it be.

The file lies outside the web's folders, under a name that says nothing, and is erased as soon as
it has been imported, has faults or is let be; one that nobody confirms is erased after a week.
"""

import shutil
from datetime import datetime, timedelta
from tempfile import TemporaryFile
from typing import Any, BinaryIO, NamedTuple

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.reading.columns import Part
from samspel.budget.ledger.reading.table import Table, read_table
from samspel.budget.ledger.saved_columns import SavedColumns, digest_of
from samspel.budget.ledger.source import Form, missing_parts

KEPT_UNCONFIRMED = timedelta(days=7)
State = LedgerImport.State


class HandedOver(NamedTuple):
    """A file as somebody handed it over, looked at so far as to tell its kind."""

    file: "UploadedFile[Any]"
    form: Form
    headings: tuple[str, ...] = ()
    leaves_out_texts: bool = True


def ask_for_import(
    *, budget: Budget, handed: HandedOver, by: Actor, asked_by: User, now: datetime
) -> LedgerImport:
    """Keep the file; have it checked, unless somebody must say first what its columns are."""
    erase_forgotten(now)
    with transaction.atomic():
        job = LedgerImport(
            budget=budget,
            file_name=_shown_name(handed.file),
            form=handed.form,
            headings=list(handed.headings),
            leaves_out_texts=handed.leaves_out_texts,
            asked_by=asked_by,
            asked_at=now,
        )
        if handed.form == Form.TABLE and not _has_saved_columns(job):
            job.state = State.COLUMNS
        # The stored name says nothing: what people call their files may name a person.
        job.file.save(f"{job.pk}.ledger", handed.file, save=False)
        job.save(force_insert=True)
        _tell(job, by, "ledger_handed_over")
        if job.is_running:
            _have_checked(job)
    return job


def _has_saved_columns(job: LedgerImport) -> bool:
    saved = SavedColumns.objects.filter(
        team_id=job.budget.team_id, headings=digest_of(job.headings)
    ).first()
    if saved is None:
        return False
    job.places, job.costs_are_negative = saved.places, saved.costs_are_negative
    return True


def name_columns(
    *, job: LedgerImport, places: dict[Part, int], costs_are_negative: bool, by: Actor
) -> None:
    """Say what a table's columns are, keep it for the team, and have the file checked.

    Raises ValidationError when something is missing or the file waits no more.
    """
    if missing := missing_parts(places):
        raise ValidationError(missing)
    stored = {part.value: place for part, place in places.items()}
    with transaction.atomic():
        locked = _locked(job, State.COLUMNS, State.CHECKED)
        SavedColumns.objects.update_or_create(
            team_id=locked.budget.team_id,
            headings=digest_of(locked.headings),
            defaults={"places": stored, "costs_are_negative": costs_are_negative},
        )
        locked.places, locked.costs_are_negative = stored, costs_are_negative
        _check_again(locked)
        _tell(locked, by, "ledger_columns_named")


def check_again(*, job: LedgerImport, by: Actor) -> None:
    """Have a checked file checked anew, as after a change of the rules."""
    with transaction.atomic():
        locked = _locked(job, State.CHECKED)
        _check_again(locked)
        _tell(locked, by, "ledger_checked_again")


def confirm_import(*, job: LedgerImport, digest: str, by: Actor, now: datetime) -> None:
    """Have a checked file imported; raises ValidationError in another state.

    ``digest`` is of the check that the page showed: a later one must be looked at first.
    """
    from samspel.budget.ledger.tasks import import_file

    with transaction.atomic():
        locked = _locked(job, State.CHECKED)
        if locked.result.get("digest") != digest or by.user is None:
            raise ValidationError(_("The file was checked anew meanwhile: look at what it says."))
        locked.state, locked.percent = State.IMPORTING, 0
        locked.confirmed_by, locked.confirmed_at = by.user, now
        locked.save()
        _tell(locked, by, "ledger_confirmed")
        import_file.enqueue(str(locked.pk))


def leave_import(*, job: LedgerImport, by: Actor) -> None:
    """Let a file be and erase it; raises ValidationError in another state."""
    with transaction.atomic():
        locked = _locked(job, State.COLUMNS, State.CHECKED)
        end(locked, State.LEFT)
        _tell(locked, by, "ledger_left")


def take_back_import(*, job: LedgerImport, by: Actor) -> int:
    """Take back every entry that this import was the last to write; returns how many.

    What an earlier file had said of them comes back when that file is read again. Raises
    ValidationError for an import that is not done.
    """
    with transaction.atomic():
        Budget.objects.select_for_update().get(pk=job.budget_id)
        locked = _locked(job, State.DONE)
        brought = Entry.objects.filter(read_row__brought_by=locked)
        count = brought.count()
        brought.delete()
        locked.state = State.TAKEN_BACK
        locked.save()
        locked.budget.team.touch()
        _tell(locked, by, "ledger_taken_back")
    return count


def erase_forgotten(now: datetime) -> None:
    """Erase the files that nobody has said anything of for a week."""
    forgotten = LedgerImport.objects.filter(asked_at__lt=now - KEPT_UNCONFIRMED).exclude(file="")
    for job in forgotten:
        end(job, State.LEFT)


def end(job: LedgerImport, state: State) -> None:
    """The import has come to its end in ``state``; its file is erased."""
    job.erase_file()
    job.state, job.percent = state, 100
    job.save()


def table_of(job: LedgerImport) -> Table:
    """The table of a kept file, to look at its headings and first rows."""
    with local_copy(job) as local:
        return read_table(local)._replace(lines=iter(()))


def local_copy(job: LedgerImport) -> BinaryIO:
    """A copy of the file to read from, since it may be stored on another machine."""
    local: BinaryIO = TemporaryFile()  # noqa: SIM115 - closed by who asked
    with job.file.open("rb") as stored:
        shutil.copyfileobj(stored, local)
    local.seek(0)
    return local


def _locked(job: LedgerImport, *states: State) -> LedgerImport:
    locked = LedgerImport.objects.select_for_update(of=("self",)).select_related("budget")
    found = locked.get(pk=job.pk)
    if found.state not in states:
        raise ValidationError(_("The file does not wait any more: look at what became of it."))
    return found


def _check_again(job: LedgerImport) -> None:
    job.state, job.percent = State.CHECKING, 0
    job.save()
    _have_checked(job)


def _have_checked(job: LedgerImport) -> None:
    from samspel.budget.ledger.tasks import check_file

    check_file.enqueue(str(job.pk))


def _shown_name(file: "UploadedFile[Any]") -> str:
    name = "".join(c for c in (file.name or "") if c.isprintable()).strip()
    return name[-200:] or "?"


def _tell(job: LedgerImport, by: Actor, act: str) -> None:
    log(by=by, act=act, subject=f"ledger_import:{job.pk}", team_id=job.budget.team_id)
