"""What a column of a results table is, by the words of its head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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


START, END = "enrolled_at_start", "enrolled_at_end"
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
    Kind("in_queue_at_end", stems("ikö", "kötill"), stems("nyinskriv")),
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
    "in_queue_at_end",
    END,
)
"""The order in which the teams write their columns, where the head itself does not tell."""
_STANDING = stems("inskriv", "aktiva", "pågående")
_BEGINNING = stems("början", "start", "ingång")
_ENDING = stems("slut", "utgång")


def kind_of(head: str) -> str:
    """The address of the column that one whole head names; empty for no known column.

    “Inskrivna” with a day is told apart by its place: it is the start's until `named` has seen
    the others.
    """
    text = squeezed(head)
    for kind in KINDS:
        if kind.is_named_by(text):
            return kind.address
    if not _STANDING.search(text):
        return ""
    return END if _ENDING.search(text) and not _BEGINNING.search(text) else START


def named(heads: Sequence[str]) -> tuple[str, ...] | None:
    """The columns that the heads name, in their order; None where one is unknown or there twice."""
    kinds = [kind_of(head) for head in heads]
    standing = [n for n, kind in enumerate(kinds) if kind in (START, END)]
    if len(standing) == 2:
        kinds[standing[0]], kinds[standing[1]] = START, END
    return tuple(kinds) if all(kinds) and len(set(kinds)) == len(kinds) else None


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


def crossed(lines: Sequence[str], size: int) -> tuple[str, ...] | None:
    """The columns of a head that was read line by line across all of them.

    Each line tells an order of the columns whose words it has; where the lines do not tell, the
    usual order stands. None where the columns found are not as many as the numbers below.
    """
    whole = squeezed(" ".join(lines))
    kinds = [
        kind for kind, form in _WORDS.items() if _NEEDED.get(kind, form).search(whole) is not None
    ]
    if len(kinds) + 2 != size or len(_STANDING.findall(whole)) < 2:
        return None
    after: dict[str, set[str]] = {kind: set() for kind in kinds}
    for line in lines:
        order = _order_in(line, kinds)
        for n, kind in enumerate(order):
            after[kind].update(order[:n])
    sorted_kinds = _merged(after)
    return (START, *sorted_kinds, END) if sorted_kinds is not None else None


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
