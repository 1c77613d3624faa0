"""What becomes of an outcome score, boundary by boundary: worked out by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from samspel.figures.score_change import ScoreChange

HEAD = ("first", "last", "cut-off", "reliable change", "what became", "because")
RECOVERED, IMPROVED, UNCHANGED, DETERIORATED = ScoreChange


@dataclass(frozen=True)
class Changed:
    """One line: the first and the last score, what they are held against, and what became."""

    first: str
    last: str
    change: ScoreChange
    because: str
    cutoff: str = "25"
    reliable: str = "5"

    def points(self) -> tuple[Decimal, Decimal, Decimal, Decimal]:
        """First, last, cut-off and reliable change."""
        return Decimal(self.first), Decimal(self.last), Decimal(self.cutoff), Decimal(self.reliable)

    def cells(self) -> Sequence[str]:
        """The line as the manual prints it."""
        numbers = (self.first, self.last, self.cutoff, self.reliable)
        return (*numbers, self.change.value, self.because)


CHANGES = (
    Changed("18.3", "31.0", RECOVERED, "from below the cut-off to above it, by 12.7"),
    Changed("20.0", "25.0", RECOVERED, "to the cut-off exactly, by 5 exactly"),
    Changed("19.9", "24.9", IMPROVED, "by 5 exactly, one tenth short of the cut-off"),
    Changed("20.1", "25.0", UNCHANGED, "to the cut-off, yet by 4.9 only"),
    Changed("24.9", "29.8", UNCHANGED, "across the cut-off, yet by 4.9 only"),
    Changed("24.9", "29.9", RECOVERED, "across the cut-off, by 5 exactly"),
    Changed("25.0", "30.0", IMPROVED, "began at the cut-off: nothing to cross"),
    Changed("25.0", "40.0", IMPROVED, "began at the cut-off, however far up"),
    Changed("30.0", "36.0", IMPROVED, "above the cut-off all the time"),
    Changed("10.0", "24.0", IMPROVED, "by 14, and still below the cut-off"),
    Changed("22.0", "22.0", UNCHANGED, "the same"),
    Changed("22.0", "17.1", UNCHANGED, "down by 4.9 only"),
    Changed("22.0", "17.0", DETERIORATED, "down by 5 exactly"),
    Changed("26.0", "24.0", UNCHANGED, "below the cut-off again, yet by 2 only"),
    Changed("36.0", "31.0", DETERIORATED, "down by 5, and still above the cut-off"),
    Changed("0.0", "40.0", RECOVERED, "from one end to the other"),
    Changed("40.0", "0.0", DETERIORATED, "from one end to the other"),
    Changed("20.0", "26.0", IMPROVED, "an adolescent's cut-off is 28", cutoff="28"),
    Changed("23.0", "28.0", RECOVERED, "to an adolescent's cut-off", cutoff="28"),
    Changed("27.0", "31.9", UNCHANGED, "a child's cut-off is 32", cutoff="32"),
    Changed("27.0", "32.0", RECOVERED, "to a child's cut-off", cutoff="32"),
    Changed("20.0", "25.5", UNCHANGED, "the team has chosen 6", reliable="6"),
    Changed("22.6", "25.1", RECOVERED, "the team has chosen 2.5", reliable="2.5"),
)
