"""A sentence with its numbers taken out of the way: how every reader of running text looks at it.

In the masked text each number is one character of its own (`NUMBER`), and a percent printed with
a count (“12 (75 %)”, “9 stycken eller 53 %”) is taken out and kept with the count. What is looked
for then reads like the sentence itself: “# deltagare har skrivits in”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.passages import Passage

_FIRST, _LAST = 0xE000, 0xEFFF
_FIRST_PERCENT, _LAST_PERCENT = 0xF000, 0xF8FF
_MOST = 2000
"""Numbers of a sentence that are read: there are characters for no more, and nobody writes so."""
NUMBER = f"[{chr(_FIRST)}-{chr(_LAST)}]"
PERCENT = f"[{chr(_FIRST_PERCENT)}-{chr(_LAST_PERCENT)}]"
NO_NUMBER = f"{chr(_FIRST)}-{chr(_LAST)}{chr(_FIRST_PERCENT)}-{chr(_LAST_PERCENT)}"
"""Within the brackets of a pattern: no number and no percent."""

_PEOPLE = (
    "kvinn*",
    "man",
    "män",
    "person*",
    "deltagare*",
    "av dem",
    "av dessa",
    "drop*",
    "avhopp*",
    "tidigt",
    "gick",
    "hoppade",
    "återgick",
    "avslutades",
    "avslutad",
    "ledde",
)
_ONE = re.compile(rf"\s+{any_of(*_PEOPLE)}", re.IGNORECASE)
_LONGEST = 1500
_LIMITS = ("färre än", "fler än", "mindre än", "mer än", "minst", "högst", "upp till", "över")
_BOUND = re.compile(rf"(?:<|{any_of(*_LIMITS)})\s*$", re.IGNORECASE)
WITHHELD = re.compile(rf"<\s*\d|{any_of('färre än')}", re.IGNORECASE)
"""A number that is not told, as it is so small: a list with it is not complete."""
_UNDER = re.compile(rf"{any_of('under', 'över')}\s*$", re.IGNORECASE)
_OLDER = re.compile(
    rf"\s*{any_of('år eller äldre', 'år och äldre', 'år och uppåt')}", re.IGNORECASE
)
_SIGN = re.compile(r"\s*(?:%|procent(?:en)?\b)", re.IGNORECASE)
_ASIDE = re.compile(rf"\([^(){NO_NUMBER}]*\)")
_CONNECTED = (
    r"(?:,?\s*(?:=|"
    + any_of(
        "eller",
        "alltså",
        "dvs",
        "det vill säga",
        "vilket är",
        "vilket motsvarar",
        "vilket ger",
        "motsvarande",
        "motsvarar",
        "andel",
        "andelen",
        "utgör",
    )
    + rf")\.?\s*:?\s*(?P<q>{PERCENT}))"
)
_ENCLOSED = rf"\(\s*(?:=\s*|ca\.?\s*)?(?P<p>{PERCENT})\s*\)"
_SHARE = rf"(?P<cut>{_ENCLOSED}|{_CONNECTED})"
_OF = (
    rf"(?:\s+{any_of('st', 'stycken', 'person*', 'deltagare', 'individer', 'ärenden')})?"
    rf"\s+{any_of('av', 'utav')}\s+(?:[^\W\d_]+\s+){{0,2}}?"
)
_OF_WHOLE = re.compile(rf"(?P<n>{NUMBER}){_OF}(?P<m>{NUMBER})", re.IGNORECASE)
_WITH_SHARE = (
    re.compile(
        rf"(?P<n>{NUMBER}){_OF}(?P<m>{NUMBER})[^.;:(){NO_NUMBER}]{{0,60}}?{_SHARE}", re.IGNORECASE
    ),
    re.compile(rf"(?P<n>{NUMBER})[^.;:(),{NO_NUMBER}]{{0,60}}?{_SHARE}", re.IGNORECASE),
    re.compile(rf"(?P<n>{NUMBER})(?:\s*st)?(?P<cut>,\s*(?P<p>{PERCENT}))(?=\s*\))", re.IGNORECASE),
)
_SHARE_FIRST = re.compile(rf"(?P<p>{PERCENT})(?P<cut>\s*)\(\s*(?P<n>{NUMBER})", re.IGNORECASE)
_ALL_OF = any_of(
    "de", "totalt", "sammanlagt", "samtliga", "alla", "återstående", "resterande", "våra", "årets"
)
_OPENING = re.compile(
    rf"{any_of('av', 'bland')}\s+(?:{_ALL_OF}\s+){{0,2}}(?P<n>{NUMBER})",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    rf"[,;:]|{any_of('och', 'samt', 'varav', 'men', 'medan', 'respektive', 'plus')}", re.IGNORECASE
)
_ENDS = re.compile(r"[.;:!?]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of the sentence: ``at`` is its place in the masked text.

    ``share`` is the percent that is printed with it, ``of`` the mention that it is told to be a
    part of (“12 av 16”).
    """

    at: int
    number: Printed
    share: Printed | None = None
    of: int | None = None

    @property
    def is_count(self) -> bool:
        """Whether it can be a number of people or of things."""
        return self.number.is_whole


@dataclass(frozen=True)
class Masked:
    """A sentence and its numbers. ``opening`` is the number of “Av de 28 …”, by its index."""

    text: str
    mentions: tuple[Mention, ...] = ()
    percents: dict[int, Printed] = field(default_factory=dict)
    opening: int | None = None
    asides: str = field(default="", repr=False)
    """The masked text with what stands in brackets, which ``text`` leaves out."""

    def index_at(self, at: int) -> int:
        """Which mention stands at a place of the masked text."""
        return ord(self.text[at]) - _FIRST

    def percent_at(self, at: int) -> Printed:
        """The percent that stands without a count at a place of the masked text."""
        return self.percents[at]

    def before(self, index: int) -> str:
        """What stands before a number and belongs to it, back to the number before."""
        start = self.mentions[index - 1].at + 1 if index else 0
        between = self.text[start : self.mentions[index].at]
        cuts = [match.end() for match in _SEPARATOR.finditer(between)] if index else []
        return between[_last_but_direct(cuts, between) :]

    def label(self, index: int) -> str:
        """What stands before a number, with what stands in brackets."""
        at = self.mentions[index].at
        return self.asides[at - len(self.before(index)) : at]

    def after(self, index: int) -> str:
        """What follows a number and belongs to it, up to the number after."""
        start, last = self.mentions[index].at + 1, index + 1 == len(self.mentions)
        between = self.text[start : None if last else self.mentions[index + 1].at]
        end = _ENDS.search(between)
        if end:
            return between[: end.start()]
        cuts = [] if last else [match.start() for match in _SEPARATOR.finditer(between)]
        return between[: cuts[-1]] if cuts else between


def masked(sentence: Passage) -> Masked:
    """The sentence with its numbers masked, and their shares taken to their counts.

    What goes on and on is no sentence, and has no numbers.
    """
    if len(sentence.text) > _LONGEST:
        return Masked("")
    text, at = "", 0
    numbers: list[Printed] = []
    percents: list[Printed] = []
    for offset, number, length in islice(_numbers(sentence), _MOST):
        text += sentence.text[at:offset]
        if number.unit == "percent":
            text += chr(_FIRST_PERCENT + len(percents))
            percents.append(number)
        else:
            text += chr(_FIRST + len(numbers))
            numbers.append(number)
        at = offset + length
    text += sentence.text[at:]
    plain = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    return replace(_with_shares(plain, numbers, percents), asides=text)


def _numbers(sentence: Passage) -> Iterator[tuple[int, Printed, int]]:
    """Offset, number and length in print of each number that states something."""
    found = [(offset, number) for offset, number in sentence.numbers_at()]
    spelled = [each for each in sentence.spelled_at() if _counts(sentence.text, *each)]
    for offset, number in sorted(found + spelled, key=lambda each: each[0]):
        length = len(number.text)
        before, after = sentence.text[:offset], sentence.text[offset + length :]
        if _BOUND.search(before) or (number.unit == "years" and _UNDER.search(before)):
            continue
        if number.unit == "years" and _OLDER.match(after):
            continue
        if number.unit == "percent" and (sign := _SIGN.match(after)):
            length += sign.end()
        yield offset, number, length


def _counts(text: str, offset: int, number: Printed) -> bool:
    return number.value > 1 or _ONE.match(text, offset + len(number.text)) is not None


def _with_shares(text: str, numbers: list[Printed], percents: list[Printed]) -> Masked:
    mentions = {
        ord(letter) - _FIRST: Mention(at, numbers[ord(letter) - _FIRST])
        for at, letter in enumerate(text)
        if _FIRST <= ord(letter) <= _LAST
    }
    for form in (*_WITH_SHARE, _SHARE_FIRST):
        for match in form.finditer(text):
            letter = match["p"] or match.groupdict().get("q") or ""
            index = ord(match["n"]) - _FIRST
            if mentions[index].share is None:
                share = percents[ord(letter) - _FIRST_PERCENT]
                mentions[index] = replace(mentions[index], share=share)
        text = form.sub(_blanked, text)
    for match in _OF_WHOLE.finditer(text):
        part, whole = (ord(match[name]) - _FIRST for name in ("n", "m"))
        mentions[part] = replace(mentions[part], of=whole)
    loose = {
        at: percents[ord(letter) - _FIRST_PERCENT]
        for at, letter in enumerate(text)
        if _FIRST_PERCENT <= ord(letter) <= _LAST_PERCENT
    }
    inner = {mention.of for mention in mentions.values()}
    opened = _OPENING.search(text)
    opening = ord(opened["n"]) - _FIRST if opened else None
    told = tuple(mentions[index] for index in range(len(numbers)))
    return Masked(text, told, loose, None if opening in inner else opening)


def _blanked(match: re.Match[str]) -> str:
    """The match with its percent as blanks, so that places stay the same."""
    letter = match["p"] or match.groupdict().get("q") or ""
    start, end = (place - match.start() for place in match.span("cut"))
    kept = match[0][:start] + " " * (end - start) + match[0][end:]
    return kept.replace(letter, " ")


def _last_but_direct(cuts: list[int], between: str) -> int:
    """The last separator, but for a colon right before the number: “Remisser: 4”."""
    if cuts and between[: cuts[-1]].endswith(":") and not between[cuts[-1] :].strip():
        cuts = cuts[:-1]
    return cuts[-1] if cuts else 0
