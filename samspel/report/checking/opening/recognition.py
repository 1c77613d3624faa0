"""Scanned pages through the system's own tesseract, page by page."""

import io
import os
import resource
import shutil
import subprocess  # nosec B404 - runs tesseract only, without a shell

import pypdfium2
from django.utils.translation import gettext as _

from samspel.report.checking.opening import limits
from samspel.report.checking.opening.refused import NotReadable

_DOTS_PER_INCH = 250
_POINTS_PER_INCH = 72
_MOST_PIXELS = 20_000_000
"""Of a page: an A4 page has six million. A poster is read less sharply."""
SECONDS_OF_A_PAGE = 20
_MEMORY = 400 * limits.MEGABYTE


def refuse_unrecognisable(pages: int, name: str) -> None:
    """Raise NotReadable where scanned pages cannot be recognised here, or are too many."""
    told = {"file": name, "pages": pages, "most": limits.SCANNED_PAGES}
    if not can_recognise():
        raise NotReadable(
            _(
                "“%(file)s” is scanned and has no text; to read it, tesseract with Swedish (swe) "
                "must be installed on this system."
            )
            % told
        )
    if pages > limits.SCANNED_PAGES:
        raise NotReadable(
            _("“%(file)s” has %(pages)d scanned pages; at most %(most)d are read.") % told
        )


def can_recognise() -> bool:
    """Whether the system has tesseract, and Swedish for it."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        told = _run([program, "--list-langs"], b"")
    except (OSError, subprocess.SubprocessError):
        return False
    return "swe" in told.decode(errors="replace").split()


def recognised(page: pypdfium2.PdfPage, name: str) -> str:
    """The text of a scanned page, its lines as they stand. Raises NotReadable."""
    program = shutil.which("tesseract") or "tesseract"
    # Page segmentation 6 would take columns for lines; 3 finds them itself.
    command = [program, "stdin", "stdout", "-l", "swe", "--psm", "3", "--dpi", str(_DOTS_PER_INCH)]
    try:
        return _run(command, _picture(page)).decode("utf-8", errors="replace")
    except (OSError, subprocess.SubprocessError) as error:
        raise NotReadable(
            _("The scanned pages of “%(file)s” could not be recognised.") % {"file": name}
        ) from error


def _picture(page: pypdfium2.PdfPage) -> bytes:
    """The page in shades of grey as a PGM file, which is a head and the pixels."""
    width, height = page.get_size()
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    scale = min(scale, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows, stride, columns = bytes(bitmap.buffer), bitmap.stride, bitmap.width
    file = io.BytesIO()
    file.write(f"P5 {columns} {bitmap.height} 255\n".encode())
    for n in range(bitmap.height):
        file.write(rows[n * stride : n * stride + columns])
    return file.getvalue()


def _run(command: list[str], given: bytes) -> bytes:
    """Run tesseract on one thread: pages are read one after the other, and others work as well."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    with subprocess.Popen(  # noqa: S603  # nosec B603 - the system's own tesseract, without a shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        try:
            resource.prlimit(process.pid, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            output, _nothing = process.communicate(given, timeout=SECONDS_OF_A_PAGE)
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command[0])
    return output
