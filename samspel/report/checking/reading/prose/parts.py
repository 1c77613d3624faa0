"""Parts of a whole in a list: by what they are parted, and whether they make it up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from samspel.figures.codes import OTHER
from samspel.report.checking.claims import Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.prose.masked import WITHHELD, Masked
from samspel.report.checking.reading.prose.memory import Whole
from samspel.report.checking.reading.prose.names import band_of, first_named

_CUES = (
    ("income_source", re.compile(any_of("*försörj*", "ersättning från"), re.IGNORECASE)),
    (
        "referred_by",
        re.compile(
            any_of("*remitter*", "remiss*", "remittent*", "kom", "kommer", "kommit"), re.IGNORECASE
        ),
    ),
)
_WHO_HAS = re.compile(
    rf"^\W*[^.;:,]{{2,40}}\s(?:{any_of('har', 'hade', 'remitterade', 'remitterat', 'fick')})\s*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\s*(?:{any_of('person', 'personer', 'deltagare', 'st', 'stycken')})?\s*$", re.IGNORECASE
)
_COMES_FROM = re.compile(
    rf"\s*(?:{any_of('person', 'personer', 'deltagare', 'st')}\s+)?"
    rf"(?:{any_of('kom', 'kommer', 'är')}\s+)?{any_of('från', 'via')}",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    rf"{any_of('arbete', 'studier', 'anställning')}\s*(?:[,/]|{any_of('eller', 'och', 'samt')})\s*"
    rf"{any_of('arbete', 'studier', 'praktik', 'utbildning', 'annan*')}",
    re.IGNORECASE,
)
"""“10 gick till arbete eller studier” is the number of neither."""
_COMPLETE = re.compile(any_of("alla", "samtliga", "fördelar sig", "fördelade sig"), re.IGNORECASE)
_ABOUT_100 = (97, 103)


@dataclass(frozen=True, slots=True)
class Part:
    """A number that is a part of a whole, by one breakdown."""

    index: int
    number: Printed
    share: Printed | None
    dimension: str
    whole: Whole


def dimension_in(sentence: Masked, index: int, known: str | None) -> tuple[str, str | None]:
    """By what a number is parted, and its code: what it says itself, or the list it is in."""
    after = sentence.after(index)
    band = band_of(after)
    if band:
        return "age_band", band
    own = _cued(after)
    listed = own or (known if known not in ("gender", "age_band") else None)
    listed = listed or _cued(sentence.text[: sentence.mentions[index].at])
    if listed in ("income_source", "referred_by") and (code := first_named(listed, after)):
        return listed, code
    if listed and _BARE.match(after) and (code := _labelled(listed, sentence.label(index))):
        return listed, code
    if _COMES_FROM.match(after) and (code := first_named("referred_by", after)):
        return "referred_by", code
    return "outcome", None if _SEVERAL.search(after) else first_named("outcome", after)


def _labelled(dimension: str, label: str) -> str | None:
    """“Regionen 9 deltagare”; of “annan remittent (Ekskolan)” the name in brackets is told."""
    code = first_named(dimension, label)
    named = first_named(dimension, label.partition("(")[2]) if code == OTHER else None
    return named or code


def referrer_who_has(before: str) -> str | None:
    """“Arbetsförmedlingen har två nya ärenden”: the referrer whose number it is."""
    match = _WHO_HAS.search(before)
    return first_named("referred_by", match[0]) if match else None


def _cued(text: str) -> str | None:
    """The breakdown that a text speaks of last."""
    found = [
        (match.start(), dimension) for dimension, form in _CUES for match in form.finditer(text)
    ]
    return max(found)[1] if found else None


def sums_of(sentence: Masked, parts: list[Part]) -> Iterator[Sum]:
    """The lists of a sentence whose parts make up, or are among, their whole."""
    for _key, listed in groupby(parts, key=lambda part: (part.dimension, part.whole)):
        group = list(listed)
        whole = group[0].whole
        if len(group) + len(whole.others) > 1 and whole.numbers:
            sure = _is_complete(sentence, group)
            numbers = (*whole.others, *(part.number for part in group))
            yield Sum(whole.numbers[0], numbers, sure=sure)


def _is_complete(sentence: Masked, group: list[Part]) -> bool:
    if WITHHELD.search(sentence.text):
        return False
    shares = [part.share.value for part in group if part.share]
    if len(shares) == len(group):
        return _ABOUT_100[0] <= sum(shares) <= _ABOUT_100[1]
    if group[0].dimension == "gender":
        return True
    before = sentence.before(group[0].index)
    return before.rstrip().endswith(":") or _COMPLETE.search(sentence.text) is not None
