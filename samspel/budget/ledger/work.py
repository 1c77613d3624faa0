"""Checking and importing a ledger's file; carried out by the worker."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.accounts.actor import Actor
from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.looking import Asked, Look, Progress, look
from samspel.budget.ledger.reading.faults import FileRefused
from samspel.budget.ledger.saved_columns import parts_of
from samspel.budget.ledger.source import Form
from samspel.budget.ledger.steps import State, end, local_copy
from samspel.budget.ledger.told import Told
from samspel.budget.ledger.writing import ChangedMeanwhile, save_plan

_STEP = 5
_logger = logging.getLogger(__name__)


def check(pk: UUID) -> None:
    """Look at the file, and keep what an import of it would do."""
    with _working(pk, State.CHECKING) as job:
        if job is not None:
            found = _looked_at(job)
            _keep(job, found.told)


def carry_out(pk: UUID) -> None:
    """Import the file, if it still does what the check showed; otherwise it is shown anew."""
    with _working(pk, State.IMPORTING) as job:
        if job is not None:
            found = _looked_at(job)
            if found.plan is None or found.told.digest != job.result.get("digest"):
                _keep(job, _later(found.told))
            else:
                _import(job, found)


def _import(job: LedgerImport, found: Look) -> None:
    if found.plan is None or job.confirmed_at is None:
        return
    try:
        save_plan(
            budget=job.budget,
            plan=found.plan,
            standing=found.standing,
            job=job,
            by=Actor(user=job.confirmed_by),
            now=job.confirmed_at,
        )
    except (ChangedMeanwhile, ValidationError):
        _keep(job, _later(_looked_at(job).told))
        return
    job.result = found.told.as_data()
    end(job, State.DONE)


def _later(told: Told) -> Told:
    return replace(told, is_later_look=True)


def _keep(job: LedgerImport, told: Told) -> None:
    job.result = told.as_data()
    job.confirmed_by = job.confirmed_at = None
    if told.is_sound:
        job.state, job.percent = State.CHECKED, 100
        job.save()
    else:
        end(job, State.FAULTY)


def _looked_at(job: LedgerImport) -> Look:
    asked = Asked(
        Form(job.form), parts_of(job.places), job.costs_are_negative, job.leaves_out_texts
    )
    with local_copy(job) as local:
        return look(
            local, budget=job.budget, asked=asked, size=job.file.size, progress=_progress(job)
        )


@contextmanager
def _working(pk: UUID, state: State) -> Iterator[LedgerImport | None]:
    """The import to work on, in the language of who asked; None for a task that was run twice."""
    jobs = LedgerImport.objects.select_related("budget__team", "asked_by", "confirmed_by")
    job = jobs.filter(pk=pk, state=state).first()
    with override(job.asked_by.language if job else None):
        try:
            yield job
        except FileRefused as refused:
            _refuse(job, str(refused))
        except OperationalError:
            _refuse(job, _("The database was busy all the time, so nothing was saved: try again."))
        except Exception:
            # Whatever it was, the page must not wait for ever; the log has the details.
            _logger.exception("The import %s was broken off.", pk)
            if job is not None:
                end(job, State.BROKEN_OFF)
            raise


def _refuse(job: LedgerImport | None, sentence: str) -> None:
    if job is not None:
        job.result = Told(refusal=sentence).as_data()
        job.confirmed_by = job.confirmed_at = None
        end(job, State.FAULTY)


def _progress(job: LedgerImport) -> Progress:
    def progress(share: float) -> None:
        percent = min(100, int(100 * share))
        if percent >= job.percent + _STEP:
            job.percent = percent
            LedgerImport.objects.filter(pk=job.pk).update(percent=percent)

    return progress
