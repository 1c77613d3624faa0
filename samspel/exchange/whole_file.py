"""Writing a file so that nobody ever sees half of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from django.core.management.base import CommandError
from django.utils.translation import gettext as _


@contextmanager
def whole_file(path: Path, *, mode: int = 0o640) -> Iterator[IO[bytes]]:
    """A file to write to, which takes its place under ``path`` when all is written.

    Raises CommandError when it cannot be written there; what stood there before stays then.
    """
    refuse_place(path)
    waiting: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as part:
            waiting = Path(part.name)
            yield part
        waiting.chmod(mode)
        waiting.replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        if waiting is not None:
            waiting.unlink(missing_ok=True)


def refuse_place(path: Path) -> None:
    """Raise CommandError when there is no folder to write ``path`` in, or a folder stands there."""
    if not path.parent.is_dir():
        raise CommandError(_("There is no folder “%(folder)s”.") % {"folder": path.parent})
    if path.is_dir():
        raise CommandError(_("“%(file)s” is a folder, not a file.") % {"file": path})


def _refused(path: Path, error: OSError) -> CommandError:
    if isinstance(error, PermissionError):
        sentence = _("You may not write in the folder “%(folder)s”.")
    else:
        sentence = _("“%(file)s” cannot be written: %(why)s.")
    why = (error.strerror or str(error)).lower()
    return CommandError(sentence % {"file": path, "folder": path.parent, "why": why})
