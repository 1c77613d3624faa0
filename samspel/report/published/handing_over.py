"""Handing over an older report, correcting what it is about, and letting it be."""

import hashlib
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.records.versions import must_be, set_values
from samspel.report.published.older_report import OlderReport

State = OlderReport.State
LONGEST_NAME = 200


def hand_over(
    *, team: Team, file: "UploadedFile[Any]", by: Actor, asked_by: User, now: datetime
) -> OlderReport:
    """Keep the file and have it read in the background; nothing is in the history yet."""
    from samspel.report.published.tasks import read_report

    older = OlderReport(
        team=team,
        file_name=_shown_name(file),
        sha256=_digest(file),
        asked_by=asked_by,
        asked_at=now,
    )
    try:
        with transaction.atomic():
            file.seek(0)
            # The stored name says nothing: what people call their files may name a person.
            older.file.save(f"{older.pk}.report", file, save=False)
            older.save(force_insert=True)
            tell(older, by, "older_report_handed_over")
            read_report.enqueue(str(older.pk))
    except BaseException:
        # What the transaction takes back must not be left on the disk either.
        older.erase_file()
        raise
    return older


@transaction.atomic
def correct(
    *, older: OlderReport, team: Team, period: Period | None, version: int, by: Actor
) -> OlderReport:
    """Say which team and period the report is about.

    Raises ChangedMeanwhileError, and ValidationError for one that is in the history: its period
    stands in figures there.
    """
    found = locked(older)
    must_be(version, found)
    if found.state != State.READ:
        raise ValidationError(
            _("The report is in the history: take it out first, then say what it is about.")
        )
    values = {
        "team": team,
        "start": period.start if period else None,
        "end": period.end if period else None,
    }
    if changed := set_values(found, values):
        found.version += 1
        found.save()
        tell(found, by, "older_report_corrected", fields=changed)
    return found


@transaction.atomic
def let_be(*, older: OlderReport, by: Actor) -> None:
    """Let a report be: what was read of it is erased, and who handed it over and when stays.

    Raises ValidationError for one that is being read or is in the history.
    """
    found = locked(older)
    if found.state != State.READ:
        raise ValidationError(_("The report does not wait any more: look at what became of it."))
    found.erase_file()
    found.findings.all().delete()
    found.reading, found.team_read, found.state = {}, "", State.LEFT
    found.version += 1
    found.save()
    tell(found, by, "older_report_let_be")


def locked(older: OlderReport) -> OlderReport:
    """The report as it stands now, locked until the transaction ends."""
    rows = OlderReport.objects.select_for_update(of=("self",)).select_related("team")
    return rows.get(pk=older.pk)


def tell(older: OlderReport, by: Actor, act: str, **details: Any) -> None:
    """Write an entry about the report in the access log; inside the act's transaction."""
    log(
        by=by,
        act=act,
        subject=f"older_report:{older.pk}",
        team_id=older.team_id,
        details=details,
    )


def _digest(file: "UploadedFile[Any]") -> str:
    found = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        found.update(chunk)
    return found.hexdigest()


def _shown_name(file: "UploadedFile[Any]") -> str:
    name = "".join(c for c in (file.name or "") if c.isprintable()).strip()
    return name[-LONGEST_NAME:] or "?"
