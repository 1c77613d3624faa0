"""A report as a plain text file, whatever it was written with."""

from samspel.report.checking.opening import limits
from samspel.report.checking.opening.characters import lines_in, numbered, too_long
from samspel.report.checking.opening.refused import NotReadable
from samspel.report.checking.source import Line

_LONGEST_CHARACTER = 4


def lines_of_text(data: bytes, name: str) -> tuple[Line, ...]:
    """The lines of a text file. A form feed begins a page; without any there are no pages.

    Raises NotReadable where it is longer than a report is.
    """
    if len(data) > limits.CHARACTERS * _LONGEST_CHARACTER:
        raise NotReadable(too_long(name))
    lines = lines_in(_decoded(data))
    paged = any("\f" in line for line in lines)
    page = 1
    found: list[tuple[str, int | None]] = []
    for line in lines:
        page += line.count("\f")
        found.append((line, page if paged else None))
    return numbered(found, name)


def _decoded(data: bytes) -> str:
    """UTF-8, else UTF-16 where the file says so, else Windows' Western letters, which fit all."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
