"""What a column of a results table is, by the words of its head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import permutations

from samspel.report.checking.reading.days import DayFound, find_days_in_head
from samspel.report.checking.reading.letters import squeezed, stems


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of column: the figure's address, and what its head says when squeezed."""

    address: str
    form: re.Pattern[str]
    never: re.Pattern[str] | None = None

    def is_named_by(self, head: str) -> bool:
        """Whether a squeezed head names this kind."""
        return self.form.search(head) is not None and not (self.never and self.never.search(head))


START, END, QUEUE = "enrolled_at_start", "enrolled_at_end", "in_queue_at_end"
KINDS = (
    Kind("dropouts", stems("dropout", "avhopp")),
    Kind("newly_enrolled", stems("nyinskriv", "nyaunder", "nyadeltagare")),
    Kind("closed.outcome.work", stems("iarbete", "tillarbete", "arbete"), stems("arbetelivs")),
    Kind("closed.outcome.studies", stems("studier", "studie"), stems("studiebesök")),
    Kind(
        "closed.outcome.medical_rehabilitation",
        stems("medicinskrehab", "medicinsk", "medrehab"),
    ),
    Kind("closed.outcome.sickness_compensation", stems("sjukersättn", "sjukers")),
    Kind("closed.outcome.parental_leave", stems("föräldraled", "föräldra")),
    Kind("closed.outcome.moved", stems("flyttat", "flytt")),
    Kind(
        "closed.outcome.other_rehabilitation",
        stems("arbetslivs", "annanrehab", "arbetsinriktad"),
    ),
    Kind("closed.outcome.other", stems("annat", "övrigt", "övriga")),
    Kind("closed", stems("avslut"), stems("dropout", "avhopp")),
    Kind(QUEUE, stems("ikö", "kötill"), stems("nyinskriv")),
)
"""Looked for in this order: a head that names several is of the first."""
USUAL_ORDER = (
    START,
    "newly_enrolled",
    "closed",
    "dropouts",
    "closed.outcome.work",
    "closed.outcome.studies",
    "closed.outcome.other_rehabilitation",
    "closed.outcome.sickness_compensation",
    "closed.outcome.medical_rehabilitation",
    "closed.outcome.parental_leave",
    "closed.outcome.moved",
    "closed.outcome.other",
    QUEUE,
    END,
)
"""The order in which the teams write their columns, where the head itself does not tell."""
_STANDS = "enrolled"
"""Enrolled at one end of the period, nobody knows yet at which."""
_STANDING = stems("inskriv", "aktiva", "pågående")
_BEGINNING = stems("början", "start", "ingång")
_ENDING = stems("slut", "utgång")


def kind_of(head: str) -> str:
    """The address of the column that one whole head names; empty for no known column.

    “Inskrivna” with a day is told apart by its place: it is `_STANDS` until `named` has seen the
    others.
    """
    text = squeezed(head)
    for kind in KINDS:
        if kind.is_named_by(text):
            return kind.address
    if not _STANDING.search(text):
        return ""
    begins, ends = _BEGINNING.search(text), _ENDING.search(text)
    if bool(begins) == bool(ends):
        return _STANDS
    return START if begins else END


def named(heads: Sequence[str]) -> tuple[str, ...] | None:
    """The columns that the heads name, in their order; None where one is unknown or there twice."""
    kinds = [kind_of(head) for head in heads]
    standing = [n for n, kind in enumerate(kinds) if kind in (START, END, _STANDS)]
    unclear = [n for n in standing if kinds[n] == _STANDS]
    if len(standing) == 2 and unclear:
        first, last = standing
        kinds[first], kinds[last] = _both((heads[first], heads[last]), (kinds[first], kinds[last]))
    elif unclear == [0] or unclear == [len(kinds) - 1]:
        kinds[unclear[0]] = START if unclear == [0] else END
    is_clear = all(kinds) and _STANDS not in kinds and len(set(kinds)) == len(kinds)
    return tuple(kinds) if is_clear else None


def _both(heads: tuple[str, str], told: tuple[str, str]) -> tuple[str, str]:
    """Which of two columns is of the start: as one says itself, by their days, else the first."""
    days = [find_days_in_head(head) for head in heads]
    is_turned = all(days) and _ends_month(days[0][0]) and _begins_month(days[1][0])
    if told[0] == END or told[1] == START or (told == (_STANDS, _STANDS) and is_turned):
        return END, START
    return START, END


def _begins_month(found: DayFound) -> bool:
    return found.day is not None and found.day.day == 1


def _ends_month(found: DayFound) -> bool:
    # digits that no calendar has are the first day of all, and end no month
    return found.day is not None and (found.day + timedelta(days=1)).day == 1


_COLUMN_BEGINS = re.compile(r"(?<!\w)(?=(?:antal|varav|dropout)(?:\w|\b))", re.IGNORECASE)


def stacked(text: str, size: int) -> tuple[str, ...] | None:
    """The columns of a head written one column after the other, each begun by “Antal”."""
    pieces = [piece for piece in _COLUMN_BEGINS.split(text) if piece.strip()]
    joined: list[str] = []
    for piece in pieces:
        is_of = joined and squeezed(joined[-1]) in ("varav", "antal")
        if is_of:
            joined[-1] += piece
        else:
            joined.append(piece)
    return named(joined) if len(joined) == size else None


_WORDS = {
    "newly_enrolled": stems("ny-", "nyinskriv"),
    "closed": stems("avslut", "totalt"),
    "dropouts": stems("dropout", "avhopp", "varav"),
    "closed.outcome.work": stems("arbete"),
    "closed.outcome.studies": stems("studier"),
    "closed.outcome.other_rehabilitation": stems("annan", "arbetslivs", "inriktad"),
    "closed.outcome.sickness_compensation": stems("sjuk", "ersättn"),
    "closed.outcome.medical_rehabilitation": stems("medicinsk"),
    "closed.outcome.parental_leave": stems("föräldra", "ledighet"),
    "closed.outcome.moved": stems("flytt"),
    "closed.outcome.other": stems("annat"),
}
_NEEDED = {
    "newly_enrolled": stems("ny"),
    "closed.outcome.sickness_compensation": stems("sjuk"),
    "closed.outcome.other_rehabilitation": stems("annan", "arbetslivs"),
    "dropouts": stems("dropout", "avhopp"),
    "closed": stems("avslut"),
}
_PERIOD = stems("under", "perioden")
"""How the head of the newly enrolled ends; others may end so too."""


def crossed(lines: Sequence[str], size: int) -> tuple[str, ...] | None:
    """The columns of a head that was read line by line across all of them.

    Each line tells an order of the columns whose words it has; where the lines do not tell, the
    usual order stands. None where the columns found are not as many as the numbers below.
    """
    whole = squeezed(" ".join(lines))
    kinds = [
        kind for kind, form in _WORDS.items() if _NEEDED.get(kind, form).search(whole) is not None
    ]
    is_whole = len(kinds) + 2 == size and len(_STANDING.findall(whole)) >= 2
    if not is_whole or not _are_framed(lines, kinds):
        return None
    after: dict[str, set[str]] = {kind: set() for kind in kinds}
    for line in lines:
        order = _order_in(line, kinds)
        for n, kind in enumerate(order):
            after[kind].update(order[:n])
    sorted_kinds = _merged(after)
    return (START, *sorted_kinds, END) if sorted_kinds is not None else None


def _are_framed(lines: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether the columns of the two days can be the first and the last one.

    A day that has words of other columns on both sides, or on the wrong one, says that they stand
    elsewhere. Where there are not two days the usual order stands.
    """
    days = [(line, day) for line in lines for day in find_days_in_head(line)]
    if len(days) != 2:
        return True
    forms = [*(_WORDS[kind] for kind in kinds), _PERIOD]
    free = [
        (
            not any(form.search(line.lower()[: day.start]) for form in forms),
            not any(form.search(line.lower()[day.end :]) for form in forms),
        )
        for line, day in days
    ]
    if days[0][0] is days[1][0]:
        return free[0][0] and free[1][1]
    return any(
        free[first][0] and free[last][1]
        for first, last in permutations(range(2))
        if not (_ends_month(days[first][1]) and _begins_month(days[last][1]))
    )


def _order_in(line: str, kinds: Sequence[str]) -> list[str]:
    """The columns whose words a line has, from the left; each by its first word."""
    text = line.lower()
    found = [
        (match.start(), kind) for kind in kinds if (match := _WORDS[kind].search(text)) is not None
    ]
    return [kind for _at, kind in sorted(found)]


def _merged(after: dict[str, set[str]]) -> tuple[str, ...] | None:
    """All columns in an order that no line speaks against; None where two lines disagree."""
    left, order = dict(after), []
    while left:
        free = [kind for kind, before in left.items() if not before & left.keys()]
        if not free:
            return None
        chosen = min(free, key=USUAL_ORDER.index)
        order.append(chosen)
        del left[chosen]
    return tuple(order)
