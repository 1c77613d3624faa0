"""What the text has told so far: what “av dessa”, “av de 28” and “av dem som fullföljde” mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from samspel.figures.address import Address
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import any_of


@dataclass(frozen=True, slots=True)
class Whole:
    """What parts are told of: its figure where that is known, and the numbers it can be.

    The likeliest number comes first; ``named`` is true where the sentence itself prints it.
    """

    address: Address | None
    numbers: tuple[Printed, ...] = ()
    named: bool = False
    others: tuple[Printed, ...] = ()
    """What was told before to be taken from it: “övriga” are the rest."""


_NAMED = tuple(
    (
        figure,
        re.compile(
            rf"{any_of('av', 'bland')}\s+{any_of('de', 'de som', 'dem som')}\s+"
            rf"(?:{any_of('har')}\s+)?{names}",
            re.IGNORECASE,
        ),
    )
    for figure, names in (
        ("completed", any_of("fullfölj*")),
        ("newly_enrolled", any_of("nyinskriv*", "nya deltagarna")),
        ("closed", any_of("avslut*")),
        (
            "enrolled_at_end",
            any_of("inskrivna vid", "aktuella", "aktiva", "är inskrivna vid", "var inskrivna vid"),
        ),
    )
)
_AT_ENROLMENT = re.compile(any_of("vid inskrivningen", "vid inskrivning"), re.IGNORECASE)
_LISTED = re.compile(
    rf"\W*{any_of('remitterande aktör*', 'remitterande', 'remittent*', 'försörjningsgrund*')}\s*:",
    re.IGNORECASE,
)
"""“Remittenter: regionen 9, socialtjänsten 4”: they are those of the newly enrolled."""
_BACK = re.compile(
    rf"{any_of('av', 'utav')}\s+{any_of('dessa', 'dem')}(?!\s+{any_of('som')})", re.IGNORECASE
)
_OTHERS = re.compile(
    rf"^\W*(?:{any_of('bland')}\s+{any_of('de')}\s+)?{any_of('övriga')}", re.IGNORECASE
)
_THESE = re.compile(rf"{any_of('dessa')}\s*$", re.IGNORECASE)
_ALONE = re.compile(rf"{any_of('varav')}", re.IGNORECASE)


_MOST_HEADS = 11


@dataclass
class Memory:
    """Grows as the reader goes down the report."""

    heads: list[tuple[Address, Printed]] = field(default_factory=list)
    """The wholes of this passage, and of the list that it belongs to, oldest first."""
    last_items: tuple[Printed, ...] = ()
    """The parts told last: “av dessa” can mean one of them."""
    last_count: Printed | None = None
    """The last number of people of the sentence before."""
    numbers: dict[Address, Printed] = field(default_factory=dict)
    """The number told last of each figure of the report's own period."""

    def tell(self, address: Address, number: Printed) -> None:
        """Remember the count of a cohort: the next “av dessa” is of it."""
        self.heads = [*self.heads[-_MOST_HEADS:], (address, number)]
        self.numbers.pop(address, None)
        self.numbers[address] = number

    def head(self) -> Whole | None:
        """What “av dessa” means: the cohort told last, perhaps a part that was told after it."""
        if not self.heads:
            return None
        address, number = self.heads[-1]
        others = [each for _address, each in reversed(self.heads[:-1])]
        return Whole(address, _different((number, *self.last_items, *others)))

    def head_of(self, *figures: str) -> Whole | None:
        """The cohort told last among some figures."""
        for address, number in reversed(self.heads):
            if address.figure in figures and not address.where:
                return Whole(address, (number,))
        return None

    def these(self) -> Address | None:
        """What “dessa nio” are: the cohort that the sentence before ended with."""
        if not self.heads or self.heads[-1][1] != self.last_count:
            return None
        return self.heads[-1][0]

    def valued(self, value: Decimal) -> Address | None:
        """The cohort told last that has so many: the 16 of “12 av 16”."""
        told = [address for address, number in self.numbers.items() if number.value == value]
        return told[-1] if told else None

    def named_in(self, text: str) -> Whole | None:
        """The cohort that a sentence names without its number: “av dem som fullföljde”."""
        for figure, form in _NAMED:
            if form.search(text):
                return self._known(figure)
        at_enrolment = _AT_ENROLMENT.search(text) or _LISTED.match(text)
        return self._known("newly_enrolled") if at_enrolment else None

    def _known(self, figure: str) -> Whole:
        number = self.numbers.get(Address(figure))
        return Whole(Address(figure), (number,) if number else ())

    def rest_in(self, text: str) -> Whole | None:
        """“Övriga: …”: those who fullföljde but did not go to a result."""
        completed, result = self.head_of("completed"), self.head_of("closed_to_result")
        if not (_OTHERS.search(text) and completed and result):
            return None
        return Whole(completed.address, completed.numbers, others=result.numbers)

    def forget(self) -> None:
        """A new passage begins that has nothing to do with the one before."""
        self.heads.clear()
        self.last_count = None
        self.last_items = ()


def are_these(before: str) -> bool:
    """Whether a number stands right after “dessa”: “dessa nio”."""
    return _THESE.search(before) is not None


def points_back(text: str) -> bool:
    """Whether a text says “av dessa”, “av dem” or “varav”."""
    return _BACK.search(text) is not None or _ALONE.search(text) is not None


def _different(numbers: Iterable[Printed]) -> tuple[Printed, ...]:
    """Each value once, as a whole can be only one of them."""
    found: dict[object, Printed] = {}
    for number in numbers:
        found.setdefault(number.value, number)
    return tuple(found.values())
