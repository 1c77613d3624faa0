"""Reads running text."""

from collections.abc import Sequence

from samspel.figures.address import Address
from samspel.report.checking.claims import Claim
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.passages import Passage, passages
from samspel.report.checking.reading.prose.amounts import Amounts
from samspel.report.checking.reading.prose.bullets import BULLET, Bullets
from samspel.report.checking.reading.prose.counts import read_counts
from samspel.report.checking.reading.prose.lists import read_lists, shares_told
from samspel.report.checking.reading.prose.masked import Masked, masked
from samspel.report.checking.reading.prose.means import Means
from samspel.report.checking.reading.prose.memory import Memory
from samspel.report.checking.reading.prose.own_figures import read_own
from samspel.report.checking.reading.prose.rates import read_rates
from samspel.report.checking.statement import Statement


def read_prose(outline: Outline) -> Found:
    """What the report's running text says."""
    return read_text(passages(outline.text_lines()), outline)


def read_text(texts: Sequence[Passage], outline: Outline) -> Found:
    """What some passages say, of a report or of a text that is being written."""
    reader = _Reader(outline)
    for passage in texts:
        reader.take(passage)
    reader.end_of_list()
    return Found(tuple(reader.statements), tuple(reader.claims))


class _Reader:
    """Goes down the passages and remembers what they have told."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.statements: list[Statement] = []
        self.claims: list[Claim] = []
        self.memory = Memory()
        self.bullets = Bullets()
        self.means = Means(outline)
        self.amounts = Amounts(outline)
        self.told: dict[str, Printed] = {}

    def take(self, passage: Passage) -> None:
        """Read a passage; a bullet belongs to the passage above its list."""
        is_bullet = BULLET.match(passage.text) is not None
        if not is_bullet:
            self.end_of_list()
            self.memory.forget()
        for piece in passage.sentences():
            sentence = masked(piece)
            listed = self.bullets.read(sentence) if is_bullet else []
            if listed:
                self.statements += listed
                continue
            self._read(sentence, is_listed=is_bullet)
        if not (is_bullet and self.bullets.parts):
            self.bullets.begin(self.memory)

    def _read(self, sentence: Masked, *, is_listed: bool) -> None:
        own = read_own(sentence)
        means, taken = self.means.read(sentence, self._ages(is_listed=is_listed))
        amounts, claims, money = self.amounts.read(sentence)
        taken |= money | own.taken
        counted = read_counts(sentence, self.memory, self.outline, taken)
        told = (*own.statements, *means, *amounts, *counted.statements)
        self._remember(told)
        rates = read_rates(sentence, self.outline.period)
        lists = read_lists(sentence, self.told)
        shares = shares_told(sentence, taken | counted.taken)
        more = (*own.claims, *claims, *counted.claims, *lists, *shares)
        self.statements += (*told, *rates)
        self.claims += more

    def _remember(self, statements: Sequence[Statement]) -> None:
        """The number told last of each figure of the report's own period."""
        for each in statements:
            address = each.address
            if address == Address(address.figure):
                self.told[address.figure] = each.printed

    def _ages(self, *, is_listed: bool) -> str | None:
        """Whose age a sentence tells that only says “medelåldern”."""
        last = self.memory.heads[-1][0].figure if self.memory.heads else ""
        if last not in ("closed", "completed", "closed_to_result"):
            return None if is_listed else "age_at_end"
        return "age_at_closing" if is_listed else None

    def end_of_list(self) -> None:
        """No further bullet comes."""
        self.claims += self.bullets.sums()
        self.bullets = Bullets()
