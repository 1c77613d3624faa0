"""What the columns of a budget are: applied for, allocated, actual, forecast, what is left."""

import re
from collections.abc import Sequence
from typing import Literal

from samspel.report.checking.reading.letters import squeezed, stems

Role = (
    Literal["", "fixed", "remaining", "first_half", "second_half"]
    | Literal["applied", "forecast", "actual", "allocated"]
)

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("fixed", stems("fasta priser", "procent", "andel")),
    (
        "remaining",
        stems("återstå", "kvar", "differens", "diff.", "avvikelse", "överskott", "saldo"),
    ),
    ("first_half", stems("första halv", "halvår 1", "januari-juni", "jan-jun")),
    ("second_half", stems("andra halv", "halvår 2", "juli-december", "jul-dec")),
    ("forecast", stems("prognos", "beräknat utfall")),
    ("applied", stems("äska", "ansökt", "begärt", "sökta medel")),
    (
        "actual",
        stems("utfall", "använ", "förbruk", "bokför", "nyttja", "upparbet", "kostnad hittills"),
    ),
    ("allocated", stems("tilldel", "bevilja", "beslut", "årsbudget", "avsatt", "budget")),
)
"""The first that a head names is what it is: “Prel. diff. mot budget” is what is left."""
_MONEY = stems(
    *("budget", "kronor", "tkr", "äska", "tilldel", "bevilja", "prognos", "återstår", "kostnad"),
    *("finansiär", "belopp", "utgift", "intäkt", "ekonomi", "förbruk"),
)
_APPLIED = stems("äska", "ansökt", "begärt", "sökt")
_ALLOCATED = stems("tilldel", "bevilja", "avsatt")


def is_about_money(*texts: str) -> bool:
    """Whether a caption, head or label speaks of money."""
    return any(_MONEY.search(squeezed(text)) for text in texts)


def role_of(head: str) -> Role:
    """What the head of one column says that its numbers are."""
    text = squeezed(head)
    return next((role for role, form in _ROLES if form.search(text)), "")


def named_by(label: str) -> Role:
    """“Totalt (äskat)”: what the label of a total says of its amounts."""
    text = squeezed(label)
    if _APPLIED.search(text):
        return "applied"
    return "allocated" if _ALLOCATED.search(text) else ""


def roles_in(heads: Sequence[str]) -> tuple[tuple[Role, ...], bool]:
    """The roles that loose lines of heads name, in the order of their columns, and if it is sure.

    Heads in one line stand in the columns' order, and so do heads that are stacked, one to a line;
    where both are mixed the order is a guess that the table's own numbers must confirm.
    """
    lines = [found for line in heads if (found := _roles_at(line))]
    order: list[tuple[int, Role]] = []
    for found in lines:
        new = [each for each in found if each[1] not in {role for _at, role in order}]
        order += new
    roles = tuple(role for _at, role in order)
    widest = max(lines, key=len, default=[])
    in_one = len({role for _at, role in widest}) == len(roles)
    if in_one:
        return tuple(dict.fromkeys(role for _at, role in widest)), True
    begin = [len(line) - len(line.lstrip()) for line in heads if _roles_at(line)]
    stacked = zip(lines, begin, strict=True)
    return roles, all(len(found) == 1 and found[0][0] == start for found, start in stacked)


def _roles_at(line: str) -> list[tuple[int, Role]]:
    """The roles that the words of a line name, by their place; a phrase of two words before one."""
    words = [(match.start(), match[0]) for match in re.finditer(r"[^\W_]+(?:\.(?=\s|$))?", line)]
    found: list[tuple[int, Role]] = []
    at = 0
    while at < len(words):
        one = role_of(words[at][1])
        two = role_of(words[at][1] + words[at + 1][1]) if at + 1 < len(words) else ""
        following = role_of(words[at + 1][1]) if at + 1 < len(words) else ""
        if two and not one and not following:
            found.append((words[at][0], two))
            at += 1
        elif one:
            found.append((words[at][0], one))
        at += 1
    return found
