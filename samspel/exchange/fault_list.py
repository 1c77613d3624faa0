"""Every fault of a file as a file of its own, to work through beside the spreadsheet."""

import csv
import io
from collections.abc import Iterable
from tempfile import TemporaryFile
from typing import IO

from django.utils.translation import gettext as _

from samspel.exchange.importing.faults import Fault

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written_faults(faults: Iterable[Fault]) -> IO[bytes]:
    """The faults as CSV in a passing file, at its start; its language is the current one."""
    file = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([_("Line"), _("Column"), _("What is wrong")])
    for fault in faults:
        writer.writerow([fault.line, _harmless(fault.column), _harmless(fault.sentence)])
    text.flush()
    text.detach()
    file.seek(0)
    return file


def _harmless(text: str) -> str:
    """A spreadsheet must not take what somebody wrote for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
