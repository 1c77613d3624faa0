"""A backup as one file: the database, the files, and a list with the checksum of each.

The signing key is not in it: whoever finds a backup must not be able to make sessions or entries
of the access log with it. A fingerprint tells whether a home has the same key.
"""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.core.management.base import CommandError
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

DATABASE = "database"
FILES = "files"
_LIST = "contents.json"
_FORM = "samspel-backup-1"
_LONGEST_LIST = 200_000_000
_AT_A_TIME = 1 << 20


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup says of itself; ``sums`` is name → SHA-256."""

    vendor: str
    made_at: str
    key: str
    sums: dict[str, str]


def key_fingerprint() -> str:
    """What tells one signing key from another, and nothing of the key."""
    return salted_hmac("samspel.backup", "the key of this home", algorithm="sha256").hexdigest()


def write_archive(
    target: IO[bytes], *, database: Path, files: Path, vendor: str, made_at: str
) -> int:
    """Write everything; returns the number of files beside the database."""
    sums: dict[str, str] = {}
    with tarfile.open(fileobj=target, mode="w:gz", compresslevel=6) as archive:
        sums[DATABASE] = _add(archive, DATABASE, database)
        for path in sorted(files.rglob("*")):
            name = f"{FILES}/{path.relative_to(files).as_posix()}"
            try:
                if path.is_file() and not path.is_symlink():
                    sums[name] = _add(archive, name, path)
            except FileNotFoundError:
                continue  # removed since the folder was listed, as imported files are
        told = {
            "form": _FORM,
            "vendor": vendor,
            "made_at": made_at,
            "key": key_fingerprint(),
            "sums": sums,
        }
        listed = json.dumps(told, indent=1).encode()
        entry = tarfile.TarInfo(_LIST)
        entry.size, entry.mode = len(listed), 0o600
        archive.addfile(entry, io.BytesIO(listed))
    return len(sums) - 1


def _add(archive: tarfile.TarFile, name: str, path: Path) -> str:
    with path.open("rb") as file:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = path.stat().st_size, 0o600
        entry.mtime = int(path.stat().st_mtime)
        reader = _Summing(file)
        archive.addfile(entry, reader)
    return reader.sum.hexdigest()


class _Summing:
    """Reads on, and sums what was read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        read = self._file.read(size)
        self.sum.update(read)
        return read


def unpack_archive(path: Path, into: Path) -> Contents:
    """Unpack a backup into an empty folder and check every sum.

    Raises CommandError when the file is no backup, or is not whole.
    """
    try:
        with tarfile.open(path, mode="r:gz") as archive:
            sums = dict(_unpacked(archive, into))
        listed = (into / _LIST).read_bytes()
        told: dict[str, Any] = json.loads(listed)
        sums.pop(_LIST)
        contents = Contents(told["vendor"], told["made_at"], told["key"], told["sums"])
    except (
        tarfile.TarError,
        EOFError,
        ValueError,
        KeyError,
        TypeError,
        FileNotFoundError,
    ) as error:
        raise _no_backup(path) from error
    except OSError as error:
        if error.errno is None:  # gzip's own, of a file that is not compressed or cut off
            raise _no_backup(path) from error
        raise
    if told.get("form") != _FORM:
        raise _no_backup(path)
    if sums != contents.sums:
        raise CommandError(
            _("“%(file)s” is damaged: its checksums do not agree; nothing was put back.")
            % {"file": path}
        )
    return contents


def _no_backup(path: Path) -> CommandError:
    return CommandError(_("“%(file)s” is no backup, or not a whole one.") % {"file": path})


def _unpacked(archive: tarfile.TarFile, into: Path) -> Iterator[tuple[str, str]]:
    """Every file, written under ``into``, and its sum; raises ValueError for a name that strays."""
    for entry in archive:
        name = PurePosixPath(entry.name)
        known = entry.name in {DATABASE, _LIST} or (
            name.parts[:1] == (FILES,) and len(name.parts) > 1
        )
        if not entry.isfile() or not known or ".." in name.parts or name.is_absolute():
            raise ValueError(entry.name)
        source = archive.extractfile(entry)
        if source is None or (entry.name == _LIST and entry.size > _LONGEST_LIST):
            raise ValueError(entry.name)
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        reader = _Summing(source)
        with target.open("xb") as file:
            while part := reader.read(_AT_A_TIME):
                file.write(part)
        yield entry.name, reader.sum.hexdigest()
