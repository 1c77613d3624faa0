"""Counts of people in running text: cohorts, and their parts by gender, referrer, income, outcome.

“28 nya deltagare har skrivits in, varav 16 (57 %) kvinnor och 12 (43 %) män.” A sentence is read
from its beginning to its end: a number is a cohort of its own, or a part of the cohort before it.
"""

from dataclasses import dataclass, field, replace

from samspel.figures.address import PREVIOUS, Address, share_of
from samspel.figures.definitions import dimensions_of
from samspel.figures.values import SHARE
from samspel.report.checking.claims import Claim
from samspel.report.checking.claims import Share as ShareClaim
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.reading.prose.heads import heads_in
from samspel.report.checking.reading.prose.masked import Masked, Mention
from samspel.report.checking.reading.prose.memory import Memory, Whole, are_these, points_back
from samspel.report.checking.reading.prose.names import band_of, gender_of
from samspel.report.checking.reading.prose.other_times import time_of
from samspel.report.checking.reading.prose.parts import (
    Part,
    dimension_in,
    referrer_who_has,
    sums_of,
)
from samspel.report.checking.statement import Statement

_AROUND = {
    "newly_enrolled": ("worked_with",),
    "closed": ("worked_with",),
    "enrolled_at_end": ("worked_with",),
    "enrolled_at_end_under_30": ("enrolled_at_end",),
    "dropouts": ("closed",),
    "completed": ("closed",),
    "closed_to_result": ("completed", "closed"),
    "referred": ("visited",),
}
"""What a cohort can be told as a part of."""
_ELSEWHERE = tuple("456789")
_UNDER_30 = "enrolled_at_end_under_30"
_CLOSED = ("closed", "completed", "closed_to_result")


@dataclass
class Counted:
    """What the counts of one sentence say."""

    statements: list[Statement] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


@dataclass
class _Walk:
    """Goes through the numbers of one sentence."""

    sentence: Masked
    memory: Memory
    outline: Outline
    found: Counted = field(default_factory=Counted)
    here: Whole | None = None
    """The cohort told in this sentence, that the parts after it are parts of."""
    dimension: str | None = None
    heads: dict[int, str] = field(default_factory=dict)

    def go(self, skip: set[int]) -> Counted:
        """Read every number but those that somebody else has read."""
        heads = heads_in(self.sentence, strict=self._is_elsewhere())
        self.heads = {at: head for at, head in heads.items() if at not in skip}
        wholes = {self.sentence.opening, *(each.of for each in self.sentence.mentions)}
        for index, mention in enumerate(self.sentence.mentions):
            if index in skip or not mention.is_count:
                continue
            if index in wholes and index not in self.heads:
                continue
            when = time_of(self.sentence, index, self.outline.period)
            if when == "unclear":
                continue
            period = PREVIOUS if when == "previous" else None
            these = self.memory.these() if are_these(self.sentence.before(index)) else None
            if index in self.heads:
                self._head(index, mention, period)
            elif these is not None:
                self._state(these, mention.number, index)
            else:
                self._part(index, mention, period)
        self.found.claims += sums_of(self.sentence, self.found.parts)
        return self.found

    def _is_elsewhere(self) -> bool:
        """Whether the part of the report is about staff and organisation, not participants."""
        line = self.sentence.mentions[0].number.line if self.sentence.mentions else 0
        return self.outline.part_of(line).field in _ELSEWHERE

    def _head(self, index: int, mention: Mention, period: str | None) -> None:
        figure = self.heads[index]
        whole = self._whole_named(index, mention) or self._whole_around(figure)
        if whole and whole.named and not _can_be_part(figure, whole.address, mention):
            return
        if figure == _UNDER_30 and self._is_of_others():
            return
        address = self._narrowed(Address(figure, period=period), index)
        self._state(address, mention.number, index)
        if mention.share:
            self._share(index, mention, whole, address)
        if period is None and not address.where:
            self.memory.tell(address, mention.number)
            self.here = Whole(address, (mention.number,))

    def _is_of_others(self) -> bool:
        """“Sju av dem är under 30 år”, where those are not the ones enrolled at the end."""
        told = self.memory.head() if points_back(self.sentence.text) else None
        return told is not None and told.address != Address("enrolled_at_end")

    def _part(self, index: int, mention: Mention, period: str | None) -> None:
        before, after = self.sentence.before(index), self.sentence.after(index)
        gender = gender_of(before, after)
        code: str | None
        if gender:
            dimension, code = "gender", gender
        else:
            dimension, code = dimension_in(self.sentence, index, self.dimension)
        if not code:
            return
        whole = self._whole_of_part(index, mention, dimension)
        if whole is None or whole.address is None:
            return
        self.dimension = dimension
        address = _of(whole.address, dimension, code)
        if address is None:
            return
        if period:
            address = replace(address, period=period)
        self._state(address, mention.number, index)
        self.found.parts.append(Part(index, mention.number, mention.share, dimension, whole))
        if mention.share:
            self._share(index, mention, whole, address)

    def _narrowed(self, address: Address, index: int) -> Address:
        """“fyra nya personer i åldern 18–30”, “6 kvinnor avslutades”."""
        after = self.sentence.after(index)
        whole = self.sentence.mentions[index].of
        named = {
            "gender": gender_of("", after if whole is None else self.sentence.after(whole)),
            "age_band": band_of(after),
            "referred_by": referrer_who_has(self.sentence.before(index)),
        }
        own = dimensions_of(address.figure)
        where = tuple((key, code) for key, code in named.items() if code and key in own)
        return replace(address, where=address.where + where)

    def _whole_named(self, index: int, mention: Mention) -> Whole | None:
        at = mention.of if mention.of is not None else self.sentence.opening
        if at is None or at >= len(self.sentence.mentions) or at == index:
            return None
        if mention.of is None and at > index:
            return None
        figure = self.heads.get(at)
        number = self.sentence.mentions[at].number
        address = Address(figure) if figure else None
        if address is None and mention.of is not None:
            address = self.memory.valued(number.value)
        return Whole(address, (number,), named=True)

    def _whole_around(self, figure: str) -> Whole | None:
        around = _AROUND.get(figure, ())
        named = self.memory.named_in(self.sentence.text)
        if named and named.address and named.address.figure in around:
            return named
        told = self.memory.head_of(*around)
        if told is None and around and (number := self.memory.numbers.get(Address(around[0]))):
            return Whole(Address(around[0]), (number,))
        return told

    def _whole_of_part(self, index: int, mention: Mention, dimension: str) -> Whole | None:
        text = self.sentence.text[: mention.at] + self.sentence.after(index)
        named = self._whole_named(index, mention)
        if named and not (self.here and self._is_within(text)):
            return named
        if self.here:
            return self.here
        told = self.memory.named_in(self.sentence.text) or self.memory.rest_in(text)
        if told:
            return told
        if dimension == "outcome":
            return self.memory.head_of(*_CLOSED)
        return self.memory.head() if points_back(text) else None

    def _is_within(self, text: str) -> bool:
        """“Av de 19 gick 12 vidare: 4 till arbete”: the 4 are among the 12."""
        at = [index for index in self.heads if index != self.sentence.opening]
        last = max((self.sentence.mentions[index].at for index in at), default=0)
        return bool(at) and (":" in text[last:] or points_back(text[last:]))

    def _state(self, address: Address, number: Printed, index: int) -> None:
        self.found.statements.append(Statement(address, number))
        self.found.taken.add(index)

    def _share(self, index: int, mention: Mention, whole: Whole | None, address: Address) -> None:
        if mention.share is None:
            return
        if whole and whole.address and (shared := _share_address(address, whole.address)):
            self.found.statements.append(Statement(shared, mention.share))
        if whole and whole.numbers:
            self.found.claims.append(
                ShareClaim(
                    mention.number,
                    mention.share,
                    whole.numbers,
                    named=whole.named,
                    group=self._group(),
                )
            )

    def _group(self) -> int:
        first = self.sentence.mentions[0].number
        return first.line * 1000 + first.start


def read_counts(
    sentence: Masked, memory: Memory, outline: Outline, skip: set[int] | None = None
) -> Counted:
    """The cohorts and parts of a sentence; the memory learns what it tells."""
    found = _Walk(sentence, memory, outline).go(skip or set())
    if found.parts:
        memory.last_items = tuple(part.number for part in found.parts)
    counts = [mention.number for mention in sentence.mentions if mention.is_count]
    memory.last_count = counts[-1] if counts else None
    return found


def _can_be_part(figure: str, whole: Address | None, mention: Mention) -> bool:
    """“Av de 26 som remitterades hade 20 skrivits in”: those are not all the newly enrolled."""
    if whole is None:
        return mention.of is not None
    return whole.figure in _AROUND.get(figure, ())


def _of(whole: Address, dimension: str, code: str) -> Address | None:
    """The address of a part; outcomes are always told of all who were closed."""
    if dimension == "outcome":
        if whole.figure not in _CLOSED:
            return None
        return Address("closed", (("outcome", code),), period=whole.period)
    if dimension not in dimensions_of(whole.figure):
        return None
    return replace(whole, where=(*whole.where, (dimension, code)))


def _share_address(address: Address, whole: Address) -> Address | None:
    """What the percent is: a share of the cohort, or the result rate."""
    if address.figure == "closed_to_result" and not address.where:
        rated = whole.figure in ("completed", "closed")
        return Address("result_rate", period=address.period) if rated else None
    try:
        around = address.figure if address.where else share_of(address)[1].figure
    except ValueError:
        return None
    return replace(address, statistic=SHARE) if around == whole.figure else None
