"""A claim as the checks see it: does it hold, what would mend it, and how is it told."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, Self

from samspel.report.checking.checks.printing import printed_like
from samspel.report.checking.finding import Certainty, Kind
from samspel.report.checking.printed import Printed


@dataclass(frozen=True, slots=True)
class Mend:
    """With ``value`` in the place of ``at`` the claim would hold; None where nothing single is.

    ``text`` is how it would be printed, for what is no number.
    """

    at: Printed
    value: Decimal | None = None
    text: str = ""

    @property
    def expected(self) -> str:
        """What would fit, printed as the number itself is."""
        if self.text or self.value is None:
            return self.text
        return printed_like(self.at, self.value)


class Held(ABC):
    """A claim. Its subclasses are frozen dataclasses, one for each sort of claim."""

    @property
    @abstractmethod
    def kind(self) -> Kind:
        """The kind of finding that it makes when it does not hold."""

    @property
    @abstractmethod
    def numbers(self) -> tuple[Printed, ...]:
        """The numbers that it holds against each other."""

    @abstractmethod
    def holds(self) -> bool:
        """Whether it can be true of the exact values behind the printed numbers."""

    @abstractmethod
    def mends(self) -> Iterator[Mend]:
        """What could be changed, the number to look at first before the others."""

    @abstractmethod
    def message(self, mend: Mend) -> str:
        """One plain sentence, in the language of the reader."""

    @property
    def certainty(self) -> Certainty:
        """``likely`` where the reading leaves a doubt."""
        return "certain"

    @property
    def said(self) -> tuple[object, ...]:
        """What the claim says, apart from where it stands: twice the same is one error."""
        return tuple((number.value, number.step, number.unit) for number in self.numbers)

    def with_number(self, old: Printed, new: Printed) -> Self:
        """The claim as it would be with another number in a place."""
        changed: Self = exchanged(self, old, new)
        return changed


def exchanged(thing: Any, old: Printed, new: Printed) -> Any:
    """A claim, or whatever holds numbers, with ``new`` wherever the number at ``old`` stood."""
    if isinstance(thing, Printed):
        return new if thing.place == old.place else thing
    if isinstance(thing, tuple):
        return tuple(exchanged(each, old, new) for each in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        values = {each.name: getattr(thing, each.name) for each in fields(thing)}
        changed = {name: exchanged(value, old, new) for name, value in values.items()}
        return replace(thing, **changed)
    return thing
