"""Figures as the document prints them: one `Number` for an address, in one language."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.documents.document import CellKind, Number
from samspel.figures.address import PREVIOUS, SINCE_START, YEAR_BEFORE, Address, parse_address
from samspel.figures.compute import Figures
from samspel.figures.definition import KRONOR
from samspel.figures.dimension_definitions import DIMENSION_DEFINITIONS
from samspel.figures.printing import is_whole, print_value
from samspel.figures.reading import Reader
from samspel.figures.resources import TeamFigures
from samspel.figures.titles import figure_title, translated_key
from samspel.figures.values import COUNT, SHARE, SIZE, Value

Form = Literal["", "word", "Word"]
"""How a small count is written: in digits, as a word, or as the first word of a sentence."""
Titles = Callable[[str], Mapping[str, str]]
"""The team's own names of a breakdown's keys, by the breakdown."""


def no_titles(dimension: str) -> Mapping[str, str]:
    """The names of a team that has none of its own."""
    del dimension
    return {}


_WORDS = {
    "sv": (
        "noll",
        "en",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
    ),
    "en": (
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ),
}

MOST_IN_WORDS = 12


class PrintedFigures:
    """The figures of a report, printed in its language.

    ``titles`` gives the team's own names of a breakdown's keys, such as its referrers. The figures
    may be those of the public edition: then what is withheld has no value here either.
    """

    def __init__(self, figures: Reader, language: str, titles: Titles = no_titles) -> None:
        self.figures = figures
        self.language = language
        self._own_titles = titles
        self._values: dict[str, Value] = {}

    def value(self, address: str) -> Value:
        """The exact value at an address; asked for once. Raises ``ValueError`` for no figure."""
        if address not in self._values:
            self._values[address] = self.figures.value(address)
        return self._values[address]

    def amount(self, address: str) -> Fraction | None:
        """The exact number; None when there is no data or it is withheld."""
        value = self.value(address)
        return None if value.withheld else value.exact

    def is_silent(self, address: str) -> bool:
        """Whether the public edition says nothing at all at an address, not even that it is few."""
        value = self.value(address)
        return value.withheld and not value.below

    def is_moved_by_longest(self, measure: str) -> bool:
        """Whether one long stay moves the mean by more than the figures' limit.

        Never in the public edition: the longest stay is one person's.
        """
        figures = self.figures
        if not isinstance(figures, Figures | TeamFigures):
            return False
        return figures.sensitivity(measure) is not None

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """The keys that occur in a breakdown, in the order they are shown."""
        return self.figures.keys(cohort, dimension)

    def key_title(self, dimension: str, key: str) -> str:
        """A key's name in the report's language; what the team names itself by its own name."""
        if own := self._own_titles(dimension).get(key):
            return own
        with override(self.language):
            return ", ".join(translated_key(dimension, each, _) for each in key.split("+"))

    def number(self, address: str, form: Form = "") -> Number:
        """The number at an address as every rendering prints it."""
        value = self.value(address)
        kind = _kind(value)
        return Number(
            address=address,
            printed=self._printed(value, form),
            value=None if value.withheld or value.exact is None else _decimal(value.exact),
            title=self.title(address),
            kind=kind,
            withheld=value.withheld,
        )

    def title(self, address: str) -> str:
        """What a number is, in a few words: “Newly enrolled, women, share”."""
        parsed = parse_address(address)
        with override(self.language):
            words = [_(figure_title(parsed.figure))]
            words += [self._key_in_words(dimension, key) for dimension, key in parsed.where]
            words += [*_statistic_words(parsed), *_period_words(parsed.period)]
            return ", ".join(words)

    def _key_in_words(self, dimension: str, key: str) -> str:
        """A key's name within a line; a name that the team gave stays as it is written."""
        title = self.key_title(dimension, key)
        return title if key in self._own_titles(dimension) else title.lower()

    def dimension_title(self, dimension: str) -> str:
        """The name of a breakdown in the report's language."""
        with override(self.language):
            return _(DIMENSION_DEFINITIONS[dimension].title)

    def figure_title(self, figure: str) -> str:
        """The name of a figure in the report's language."""
        with override(self.language):
            return _(figure_title(figure))

    def _printed(self, value: Value, form: Form) -> str:
        plain = print_value(value, self.language)
        if form and value.below:
            with override(self.language):
                few = _("fewer than %(number)s") % {"number": in_words(value.below, self.language)}
            return few[0].upper() + few[1:] if form == "Word" else few
        is_count = value.kind in (COUNT, SIZE) or (is_whole(value) and value.unit != KRONOR)
        if (
            not form
            or not is_count
            or value.withheld
            or value.exact is None
            or value.exact > MOST_IN_WORDS
        ):
            return plain
        word = in_words(int(value.exact), self.language)
        return word.capitalize() if form == "Word" else word


def in_words(number: int, language: str) -> str:
    """A whole number as running text writes it: up to twelve in words, then in figures."""
    if not 0 <= number <= MOST_IN_WORDS:
        return str(number)
    return _WORDS["sv" if language.startswith("sv") else "en"][number]


def _kind(value: Value) -> CellKind:
    if value.kind == SHARE:
        return "percent"
    if value.unit == KRONOR:
        return "money"
    return "count" if value.kind in (COUNT, SIZE) or is_whole(value) else "decimal"


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _statistic_words(address: Address) -> list[str]:
    """What follows the figure's name; the mean is what a reader expects and goes without."""
    names = {
        "share": _("share"),
        "median": _("median"),
        "n": _("number with a value"),
        "without_longest": _("without the longest stay"),
        "shortest": _("shortest"),
        "longest": _("longest"),
        "youngest": _("youngest"),
        "oldest": _("oldest"),
    }
    words = [names[address.statistic]] if address.statistic in names else []
    return [*words, _("in years")] if address.in_years else words


def _period_words(period: str | None) -> list[str]:
    if period is None:
        return []
    known = {
        PREVIOUS: _("previous period"),
        YEAR_BEFORE: _("a year earlier"),
        SINCE_START: _("since the start"),
    }
    return [known.get(period, period)]
