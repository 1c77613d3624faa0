"""What a reader of tables claims, told shortly, so that a test can say it."""

from collections.abc import Callable

from samspel.report.checking.claims import Claim, Difference, Share, Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.outlining import outline_of
from samspel.report.checking.source import Source

Reader = Callable[[Outline], Found]


def rows(*lines: str) -> list[str]:
    """Lines with ``|`` between their cells, which have tabs in a file."""
    return ["\t".join(cell.strip() for cell in line.split("|")) for line in lines]


def found(reader: Reader, *lines: str) -> Found:
    """What a reader finds in some lines."""
    return reader(outline_of(Source.of_text("\n".join(lines))))


def claimed(reader: Reader, *lines: str) -> list[str]:
    """The claims in words: ``6 = 1 + 2 + 3``, ``5 - 2 = 3``, ``3 of 6 is 50``."""
    return [_told(claim) for claim in found(reader, *lines).claims]


def stated(reader: Reader, *lines: str) -> dict[str, str]:
    """The figures that are read, each as it is printed."""
    return {str(s.address): _plain(s.printed) for s in found(reader, *lines).statements}


def _told(claim: Claim) -> str:
    match claim:
        case Sum(whole=whole, parts=parts):
            return f"{_plain(whole)} = {' + '.join(map(_plain, parts))}"
        case Difference(whole=whole, taken=taken, left=left):
            return f"{' - '.join(map(_plain, (whole, *taken)))} = {_plain(left)}"
        case Share(part=part, percent=percent, wholes=wholes):
            return f"{_plain(part)} of {_plain(wholes[0])} is {_plain(percent)}"
    raise AssertionError(claim)


def _plain(number: Printed) -> str:
    return f"{number.value.normalize():f}"
