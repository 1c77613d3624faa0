"""What a published figure is called, and what its number counts."""

from datetime import date

from django.utils.translation import gettext as _

from samspel.figures.address import parse_address
from samspel.figures.period import Period
from samspel.figures.values import Value
from samspel.printed import PrintedFigures, Titles


class _NoFigures:
    """A reader of nothing: a figure's name does not hang on its number."""

    period = Period(date.min, date.max)
    team = None
    starts_later = False

    def value(self, address: str) -> Value:
        """Never asked for."""
        raise ValueError(f"There is no number at {address!r}.")

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """None occurs."""
        del cohort, dimension
        return []


def title_of(address: str, language: str, titles: Titles) -> str:
    """A figure's name in a language: “Newly enrolled, women”; the address where it has none."""
    try:
        parse_address(address)
    except ValueError:
        return address
    return PrintedFigures(_NoFigures(), language, titles).title(address)


def unit_words(unit: str) -> str:
    """What stands after the number; shares carry their sign with them."""
    units = {
        "months": _("months"),
        "years": _("years"),
        "days": _("days"),
        "hours": _("hours"),
        "kronor": _("kronor"),
        "percent": "%",
    }
    return units.get(unit, "")
