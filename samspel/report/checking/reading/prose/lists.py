"""Lists that make up a number, whatever they list: “74 möten: 23 om ärenden och 51 om annat”.

Only where the text itself says that it lists everything: a colon right after the words of a number
that cannot be parted twice, or the opening words of our own drafts.
"""

import re
from collections.abc import Iterator

from samspel.report.checking.claims import Claim, Share, Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.prose.masked import NO_NUMBER, NUMBER, WITHHELD, Masked
from samspel.report.checking.reading.prose.phrases import phrase

_ITEM = rf"[^.;:{NO_NUMBER}]{{0,90}}?"
_LIST = rf"(?P<list>{_ITEM}{NUMBER}(?:{_ITEM}{NUMBER}){{1,11}})[^;:{NO_NUMBER}]*$"
_HEADED = tuple(
    re.compile(rf"{phrase(head).pattern}[^.;:{NO_NUMBER}]{{0,60}}:{_LIST}", re.IGNORECASE)
    for head in (
        "# & lämnade",
        "# teammöte*",
        "hade # förändrats_säkert",
        "# studiebesök/remisser/avslut",
        "# möten/tillfällen/gånger",
    )
)
_OPENED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (figure, re.compile(rf"^\W*{any_of(opening)}(?:\W|\s){_LIST}", re.IGNORECASE))
    for opening, figure in (
        ("tillfällen efter sort", "group_sessions_held"),
        ("av de påbörjade var", "placements_started"),
        ("av de inskrivna vid periodens slut var", "enrolled_at_end"),
        ("efter avslutet hade", "completed"),
        ("efter avslutet var", "completed"),
        ("före inskrivningen var", "completed"),
        ("av dem som fullföljde hade", "completed"),
    )
)

_ALWAYS_WHOLE = ("group_sessions_held", "placements_started", "enrolled_at_end")
"""Their lists name everybody; of income and occupation other writers tell only what matters."""


def read_lists(sentence: Masked, told: dict[str, Printed]) -> Iterator[Claim]:
    """The sums of a sentence; ``told`` is the number told last of each figure."""
    if WITHHELD.search(sentence.text):
        return
    for form in _HEADED:
        match = form.search(sentence.text)
        if match:
            whole = sentence.mentions[sentence.index_at(match.start("n"))].number
            yield Sum(whole, tuple(_listed(sentence, match)))
            return
    for figure, form in _OPENED:
        match = form.search(sentence.text)
        if match and figure in told:
            sure = figure in _ALWAYS_WHOLE
            yield Sum(told[figure], tuple(_listed(sentence, match)), sure=sure)


def shares_told(sentence: Masked, taken: set[int]) -> Iterator[Share]:
    """“83 av 97 (86 %)” is a share whatever is counted."""
    for index, mention in enumerate(sentence.mentions):
        whole = mention.of if mention.of is not None else sentence.opening
        if index in taken or mention.share is None or whole is None or whole == index:
            continue
        if mention.is_count and sentence.mentions[whole].is_count:
            yield Share(
                mention.number, mention.share, (sentence.mentions[whole].number,), named=True
            )


def _listed(sentence: Masked, match: re.Match[str]) -> Iterator[Printed]:
    start, end = match.span("list")
    for mention in sentence.mentions:
        if start <= mention.at < end:
            yield mention.number
