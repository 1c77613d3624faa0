"""Bullets under a count: “12 gick till resultat” and below it “Arbete: 4 kvinnor, 3 män”."""

import re
from dataclasses import dataclass, field

from samspel.figures.address import Address
from samspel.figures.codes import result_codes
from samspel.report.checking.claims import Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.prose.masked import Masked
from samspel.report.checking.reading.prose.memory import Memory
from samspel.report.checking.reading.prose.names import first_named, gender_of
from samspel.report.checking.statement import Statement

BULLET = re.compile(r"^\s*(?:[-–•*·▪◦]|o(?=\s)|e(?=\s+[A-ZÅÄÖ\[]))\s*")
_LABEL = re.compile(r"^[^:]{2,60}:")
_RESULTS = result_codes()


@dataclass
class Bullets:
    """A list under a count of those closed to a result, as far as it has been read."""

    whole: Printed | None = None
    parts: list[Printed] = field(default_factory=list)

    def begin(self, memory: Memory) -> None:
        """What follows is listed under the cohort that was told last, where that is a result."""
        told = memory.head_of("closed_to_result")
        is_last = told is not None and memory.heads[-1][0] == told.address
        self.whole = told.numbers[0] if told and is_last else None
        self.parts = []

    def read(self, sentence: Masked) -> list[Statement]:
        """A bullet: one outcome, with what women and men are in it."""
        outcome = _outcome(sentence)
        if outcome is None or self.whole is None:
            return []
        found = []
        for index, mention in enumerate(sentence.mentions):
            gender = gender_of(sentence.before(index), sentence.after(index))
            if not gender or not mention.is_count:
                return []
            where = (("gender", gender), ("outcome", outcome))
            found.append(Statement(Address("closed", where), mention.number))
        if outcome in _RESULTS:
            self.parts += [each.printed for each in found]
        return found

    def sums(self) -> list[Sum]:
        """The bullets make up their whole where they are more than one."""
        if self.whole is None or len(self.parts) < 2:
            return []
        return [Sum(self.whole, tuple(self.parts))]


def _outcome(sentence: Masked) -> str | None:
    label = _LABEL.match(sentence.text)
    text = label[0] if label else sentence.text
    return first_named("outcome", text)
