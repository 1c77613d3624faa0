"""Examine a report that somebody hands in: in a process of its own, bounded in time and memory."""

import logging
import os
import pickle  # nosec B403 - only what is listed below is taken out of it
import signal
import subprocess  # nosec B404 - runs our own program only
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, cast

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.report.checking.child import SECONDS, Answer
from samspel.report.checking.opening.characters import cleaned
from samspel.report.checking.opening.opened import read_bounded, refuse_large
from samspel.report.checking.opening.refused import NotReadable

WALL_SECONDS = SECONDS + 4
"""For everything but the recognition of scanned pages."""
SCANNED_PAGE_SECONDS = 6
if TYPE_CHECKING:
    from samspel.report.checking.examination import Examination

_log = logging.getLogger(__name__)
_PROGRAM = "samspel.report.checking.child"
_PASSED_ON = ("PATH", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")
"""What the process is told of the environment: no password of a database, no key."""
_TAKEN = frozenset({"builtins.frozenset", "datetime.date", "decimal.Decimal"})


def examined(file: Path | bytes, name: str = "") -> "Examination":
    """Read and check a report: a file, or the bytes of one with its ``name``.

    Takes 30 seconds and 1 GB at most; pages that are pictures get six seconds each beyond that.
    Raises NotReadable with one sentence in the active language.
    """
    data = read_bounded(file) if isinstance(file, Path) else file
    name = _shown(name or (file.name if isinstance(file, Path) else ""))
    refuse_large(data, name)
    kind, found = _answer(data, name)
    if kind == "scanned":
        kind, found = _answer(data, name, scanned=int(found))
    if kind == "examined":
        return cast("Examination", found)
    if kind == "failed":
        _log.error("The checker failed: %s", found)
        found = _("A fault in the program itself kept “%(file)s” from being read.") % {"file": name}
    raise NotReadable(str(found))


def _shown(name: str) -> str:
    """The name of a file without its folder, as it can be printed."""
    return cleaned(Path(name).name.encode(errors="replace").decode())


def _answer(data: bytes, name: str, *, scanned: int = 0) -> Answer:
    """The answer of a new process. It is over when this returns, whatever became of it."""
    seconds = WALL_SECONDS + scanned * SCANNED_PAGE_SECONDS
    told = [name, get_language() or "sv", str(seconds + 1), "recognise" if scanned else "read"]
    with TemporaryFile() as given, TemporaryFile() as answer, TemporaryFile() as fault:
        given.write(data)
        given.seek(0)
        status = _run(told, given, answer, fault, seconds)
        if status == 0:
            answer.seek(0)
            kind, found = _Unpickler(answer).load()
            return str(kind), found
        fault.seek(0)
        return _what_happened(status, name, fault.read().decode(errors="replace"))


def _run(told: list[str], given: IO[bytes], answer: IO[bytes], fault: IO[bytes], wait: int) -> int:
    process = subprocess.Popen(  # noqa: S603  # nosec B603 - our own program, without a shell
        [sys.executable, "-P", "-m", _PROGRAM, *told],
        stdin=given,
        stdout=answer,
        stderr=fault,
        env=_environment(),
        start_new_session=True,
    )
    try:
        # Taking the answer needs all of this, which loads while the other process reads.
        import_module("samspel.report.checking.examination")
        return process.wait(wait)
    except subprocess.TimeoutExpired:
        return -signal.SIGALRM
    finally:
        # With the programs that it started, and whatever ended the waiting.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment() -> dict[str, str]:
    import samspel

    passed_on = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
    return {**passed_on, "PYTHONPATH": str(Path(samspel.__path__[0]).parent)}


def _what_happened(status: int, name: str, fault: str) -> Answer:
    """The answer in the place of a process that gave none."""
    told = {"file": name}
    if status in (-signal.SIGALRM, -signal.SIGXCPU, -signal.SIGKILL):
        return "refused", (
            _("“%(file)s” takes too long to read; it is no report of the kind that is read.") % told
        )
    if status < 0 or "MemoryError" in fault:
        return "refused", (_("“%(file)s” is damaged or too large, and cannot be read.") % told)
    return "failed", f"status {status}\n{fault}"


class _Unpickler(pickle.Unpickler):
    """Takes only our own classes, dates and numbers out of an answer, and runs nothing in it."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("samspel.") else None
        if isinstance(found, type) or f"{module}.{name}" in _TAKEN:
            return found or super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is nothing that an answer holds.")
