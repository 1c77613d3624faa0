"""The words of means: which figure a label names, whose mean it is, and in what unit it stands."""

import re
from dataclasses import dataclass

from samspel.figures.address import Address
from samspel.figures.values import MEDIAN, SIZE
from samspel.report.checking.printed import Printed, Unit
from samspel.report.checking.reading.letters import any_of, words

WHOLE = "all"
THROUGHPUT, SUPPORT, CLOSING_AGE = "throughput_months", "public_support_months", "age_at_closing"
AGE = "age"
"""An age of which the label does not tell when: what stands around it does."""
LABELS: tuple[tuple[str, str], ...] = (
    ("woman", any_of("kvinnor", "kvinna", "kvinnorna", "kvinnornas")),
    ("man", any_of("män", "man", "männen", "männens")),
    ("other", any_of("annat kön", "annan könstillhörighet", "icke-binär*")),
    ("unknown", any_of("uppgift saknas", "uppgift om kön saknas", "okänt kön")),
    (MEDIAN, any_of("median", "medianen", "medianvärde")),
    (
        WHOLE,
        any_of("alla", "totalt", "total", "totalen", "samtliga", "tillsammans", "hela gruppen"),
    ),
)
GENDERS = ("woman", "man", "other", "unknown")
_LABEL = re.compile("|".join(f"(?P<{name}>{form})" for name, form in LABELS), re.IGNORECASE)
_SIZE = words("antal", "antal personer", "antal deltagare")
_FILLER = re.compile(
    any_of(
        *("snitt", "snittet", "genomsnitt", "genomsnittet", "medel", "medelvärde", "medeltal"),
        *("i", "för", "av", "varav", "och", "samt", "hos", "ca", "cirka", "därav", "bland"),
    ),
    re.IGNORECASE,
)
_MEAN = words("snitt", "snittet", "genomsnitt*", "medel", "medelvärde", "medeltal")
_MEASURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (CLOSING_AGE, words("ålder vid avslut*", "*ålder* vid avslut*")),
    (THROUGHPUT, words("*genomströmningstid*", "genomströmning")),
    (
        SUPPORT,
        words(
            *("*tid* i offentlig försörjning", "*tid* med offentlig försörjning"),
            *("*tid* i bidragsberoende", "*tid* i bidrag", "*tid* med försörjning"),
        ),
    ),
    (AGE, words("medelålder*", "genomsnittsålder*", "snittålder*", "genomsnittlig* ålder*")),
)
_OF_OTHERS = words(
    *("efter", "alla avslutade", "samtliga avslutade", "avhopp*", "dropout*", "dropouts"),
    *("frånräkna*", "borträkna*", "exkl*", "utan", "förra", "föregående", "tidigare", "fjol*"),
)
"""A mean of other people or of another time than the figure."""
_OTHER_AGE = words(
    *("vid inskrivning*", "nyinskriv*", "inskrivna", "aktiva", "aktuella", "pågående"),
    *("vid periodens slut", "vid årets slut", "vid start*"),
)
"""An age that is said to be at another time than at closing."""
_UNITS: tuple[tuple[Unit, str], ...] = (
    ("months", any_of("månader", "månad", "mån")),
    ("years", any_of("år", "års")),
)
_UNIT_OF_LABEL = tuple(
    (unit, re.compile(rf"(?:[(,\[]\s*|{any_of('antal')}\s+){form}", re.IGNORECASE))
    for unit, form in _UNITS
)
UNIT_AFTER = tuple(
    (unit, re.compile(rf"\s*(?:{form})\.?", re.IGNORECASE)) for unit, form in reversed(_UNITS)
)
_MONTHS_AFTER = re.compile(r"\s*m[aàáâ&éê]{1,2}n\.?(?=\s*(?:[;,)]|$))", re.IGNORECASE)
"""“män” right behind a number is a damaged “mån” where no further number is said to follow."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean in print: whose it is (`WHOLE`, a gender, ``median`` or ``n``), and its unit."""

    of: str
    printed: Printed
    unit: Unit


def measure_in(text: str) -> str | None:
    """The figure that a label names; None for another, or where it is of others."""
    if _OF_OTHERS.search(text):
        return None
    found = next((figure for figure, form in _MEASURES if form.search(text)), None)
    return None if found == AGE and _OTHER_AGE.search(text) else found


def is_of_others(text: str) -> bool:
    """Whether a label names a mean of other people or of another time than the figure."""
    return _OF_OTHERS.search(text) is not None and any(
        form.search(text) for _figure, form in _MEASURES
    )


def group_of(head: str) -> str | None:
    """Whose mean a head or label tells; None where it is nobody's."""
    if _SIZE.fullmatch(head.strip()):
        return SIZE
    match = _LABEL.search(head)
    if match is not None:
        return match.lastgroup
    return WHOLE if _MEAN.fullmatch(head.strip()) else None


def unit_of_label(label: str) -> Unit:
    """The unit that a label gives: “, månader”, “(år)”; “i år” is none."""
    return next((unit for unit, form in _UNIT_OF_LABEL if form.search(label)), "")


def unit_after(text: str, number: Printed) -> tuple[Unit, int]:
    """The unit behind a number and where it ends."""
    if damaged := _MONTHS_AFTER.match(text, number.end):
        return "months", damaged.end()
    for unit, form in UNIT_AFTER:
        if match := form.match(text, number.end):
            return unit, match.end()
    return number.unit, number.end


def labels_between(text: str) -> list[str] | None:
    """The labels of a piece between two numbers; None where it says anything else."""
    found = [match.lastgroup or "" for match in _LABEL.finditer(text)]
    rest = _FILLER.sub(" ", _LABEL.sub(" ", text))
    return None if any(letter.isalnum() or letter == "%" for letter in rest) else found


def names_group(label: str) -> bool:
    """Whether a label names anybody whose mean it tells."""
    return _LABEL.search(label) is not None


def group_at_end(label: str) -> str | None:
    """The only group that a label names, where it stands last: “Genomströmningstid, kvinnor:”."""
    found = list(_LABEL.finditer(label))
    is_last = len(found) == 1 and labels_between(label[found[0].end() :]) == []
    return found[0].lastgroup if is_last else None


def is_of_whole(label: str) -> bool:
    """Whether a label tells the mean of everybody: “Innan teamet, snitt totalt”."""
    groups = [match.lastgroup for match in _LABEL.finditer(label)]
    return groups == [WHOLE] or (not groups and _MEAN.search(label) is not None)


def address_of(figure: str, mean: Mean) -> Address:
    """The address of a mean; months that are printed in years have an address of their own."""
    in_years = mean.unit == "years" and figure.endswith("_months") and mean.of != SIZE
    where = (("gender", mean.of),) if mean.of in GENDERS else ()
    statistic = mean.of if mean.of in (MEDIAN, SIZE) else None
    return Address(figure, where, statistic, in_years)
