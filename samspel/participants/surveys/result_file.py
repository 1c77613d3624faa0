"""Reading a file of results: one line for each question and gender, as CSV from any spreadsheet.

Pure: text in, lines or faults out. The headings are understood in Swedish and English; numbers are
read with a comma or a point.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.participants.surveys.result import Group

MOST_BYTES = 1_000_000
MOST_LINES = 2_000
_LONGEST_QUESTION = 200
_MOST_ANSWERS = 1_000_000

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "question": ("fråga", "indikator", "question", "indicator"),
    "group": ("kön", "gender", "grupp"),
    "answers": ("antal svar", "svar", "antal", "answers", "n"),
    "share": ("andel", "andel (%)", "andel %", "procent", "share", "share (%)"),
    "mean": ("medel", "medelvärde", "mean"),
}
NEEDED = ("question", "group", "answers")
_WHOLE = re.compile(r"[0-9]{1,7}")
_DECIMAL = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,9})?")
"""As people write numbers: no exponents, no other digits than these ten."""
_GROUPS: Mapping[str, Group] = {
    "alla": Group.ALL,
    "totalt": Group.ALL,
    "all": Group.ALL,
    "total": Group.ALL,
    "kvinna": Group.WOMAN,
    "kvinnor": Group.WOMAN,
    "women": Group.WOMAN,
    "woman": Group.WOMAN,
    "man": Group.MAN,
    "män": Group.MAN,
    "men": Group.MAN,
    "annat": Group.OTHER,
    "andra": Group.OTHER,
    "other": Group.OTHER,
    "others": Group.OTHER,
    "annan": Group.OTHER,
    "annan könsidentitet": Group.OTHER,
    "icke-binär": Group.OTHER,
    "icke-binära": Group.OTHER,
    "okänt": Group.UNKNOWN,
    "ej angivet": Group.UNKNOWN,
    "uppgift saknas": Group.UNKNOWN,
    "vill inte uppge": Group.UNKNOWN,
    "not stated": Group.UNKNOWN,
    "unknown": Group.UNKNOWN,
}


class FileRefused(Exception):
    """The file cannot be read at all; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line that was understood. ``share`` is in per cent."""

    question: str
    group: Group
    answers: int
    share: Decimal | None
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and on which line of the file, from 1."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class ResultFile:
    """What a file says; with a fault nothing of it is taken."""

    lines: list[ResultLine]
    faults: list[Fault]


def read_results(content: bytes) -> ResultFile:
    """Read the file. Raises FileRefused when it is no such table at all."""
    if len(content) > MOST_BYTES:
        raise FileRefused(_("The file is larger than one megabyte: this is no table of results."))
    rows = _rows(_text(content))
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise FileRefused(_("The file is empty."))
    if len(rows) > MOST_LINES:
        raise FileRefused(_("The file has more than 2 000 lines: this is no table of results."))
    lines, faults = _understood(rows)
    if not lines and not faults:
        raise FileRefused(_("There are headings in the file but no results."))
    return ResultFile(lines, faults)


def _understood(rows: Sequence[Sequence[str]]) -> tuple[list[ResultLine], list[Fault]]:
    """The lines below the headings; a question that stands twice is a fault of the second."""
    head = next(number for number, row in enumerate(rows) if any(cell.strip() for cell in row))
    places = _places(rows[head])
    found: dict[tuple[str, Group], tuple[int, ResultLine]] = {}
    faults: list[Fault] = []
    for number, cells in enumerate(rows[head + 1 :], start=head + 2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            line = _line(cells, places)
        except ValueError as fault:
            faults.append(Fault(number, str(fault)))
            continue
        first, _kept = found.setdefault((line.question, line.group), (number, line))
        if first != number:
            told = _("The same question and gender stand on line %(line)d.") % {"line": first}
            faults.append(Fault(number, told))
    return [line for _number, line in found.values()], faults


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise FileRefused(_("The file is no text: save it as CSV in the spreadsheet."))


def _rows(text: str) -> list[list[str]]:
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(";\t,", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileRefused(
            _("The file cannot be read as a table: save it as CSV in the spreadsheet.")
        ) from error


def _places(headings: Sequence[str]) -> dict[str, int]:
    plain = [" ".join(each.casefold().split()) for each in headings]
    places = {
        name: plain.index(word)
        for name, words in HEADINGS.items()
        for word in reversed(words)
        if word in plain
    }
    missing = [HEADINGS[name][0] for name in NEEDED if name not in places]
    if "share" not in places and "mean" not in places:
        missing.append(HEADINGS["share"][0])
    if missing:
        raise FileRefused(
            _("The first line lacks the headings: %(names)s.") % {"names": ", ".join(missing)}
        )
    return places


def _line(cells: Sequence[str], places: Mapping[str, int]) -> ResultLine:
    told = {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
    question = " ".join(told["question"].split())
    if not question or len(question) > _LONGEST_QUESTION or not question.isprintable():
        raise ValueError(_("The question is missing or longer than 200 characters."))
    group = _GROUPS.get(" ".join(told["group"].casefold().split()))
    if group is None:
        raise ValueError(_("The gender is not one of: alla, kvinnor, män, andra, ej angivet."))
    share, mean = _number(told.get("share", "")), _number(told.get("mean", ""))
    if share is None and mean is None:
        raise ValueError(_("A line needs a share or a mean."))
    if share is not None and not 0 <= share <= 100:
        raise ValueError(_("A share is between 0 and 100 per cent."))
    return ResultLine(question, group, _whole(told["answers"]), _to(share, 1), _to(mean, 2))


def _whole(text: str) -> int:
    plain = "".join(text.split())
    if not _WHOLE.fullmatch(plain) or int(plain) > _MOST_ANSWERS:
        raise ValueError(_("The number of answers is not a whole number."))
    return int(plain)


def _number(text: str) -> Decimal | None:
    plain = text.removesuffix("%").strip().replace(",", ".")
    if not plain:
        return None
    if not _DECIMAL.fullmatch(plain):
        raise ValueError(_("“%(text)s” is not a number.") % {"text": text[:20]})
    return Decimal(plain)


def _to(number: Decimal | None, places: int) -> Decimal | None:
    """With so many decimals; more of them are refused, never rounded."""
    if number is None:
        return None
    fitted = number.quantize(Decimal(1).scaleb(-places))
    if fitted != number:
        raise ValueError(
            _("“%(text)s” has more than %(most)d decimals.") % {"text": number, "most": places}
        )
    return fitted
