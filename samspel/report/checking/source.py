"""What a report is before anything is understood: numbered lines of text."""

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Line:
    """A line with its number in the file, from 1; a row of a table has its cells parted by tabs.

    ``page`` is the page of a PDF, from 1, and None where the file has no pages.
    """

    number: int
    text: str
    page: int | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row that the file itself holds as a row; empty for running text."""
        return tuple(self.text.split("\t")) if "\t" in self.text else ()

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read."""
        return not self.text.strip()


@dataclass(frozen=True)
class Source:
    """A report as lines. ``name`` is the file's name without its folder."""

    name: str
    lines: tuple[Line, ...] = field(repr=False)

    @classmethod
    def of_text(cls, text: str, name: str = "") -> "Source":
        """The lines of a text, numbered as an editor numbers them."""
        return cls(name, tuple(Line(n, line) for n, line in enumerate(text.split("\n"), start=1)))

    @cached_property
    def by_number(self) -> dict[int, Line]:
        """Each line by its number."""
        return {line.number: line for line in self.lines}
