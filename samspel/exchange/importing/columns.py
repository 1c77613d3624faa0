"""The columns of an episode file, and the headings that people give them."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samspel.exchange.importing.faults import Faults


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the episode row; ``headings`` are understood beside its own name."""

    name: str
    headings: tuple[str, ...]
    may_be_missing: bool = False


COLUMNS = (
    Column(
        "episode_id",
        ("ärende", "ärende-id", "ärendenummer", "ärendenr", "inskrivnings-id", "case number"),
    ),
    Column("participant_id", ("deltagare", "deltagar-id", "deltagarnummer", "person", "person-id")),
    Column("team", ("samverkansteam",)),
    Column("gender", ("kön",)),
    Column("birth_date", ("född", "född den", "födelsedatum", "födelsedag", "date of birth")),
    Column("referred_by", ("remittent", "remitterad av", "remitterande", "referrer")),
    Column("income_source", ("försörjningsgrund", "försörjning", "inkomstkälla")),
    Column(
        "study_visit_on",
        ("studiebesök", "studiebesöksdatum", "datum för studiebesök", "study visit"),
        may_be_missing=True,
    ),
    Column(
        "referred_on",
        ("uppdrag", "uppdragsdatum", "remitterad", "remitterad den", "remissdatum", "referred"),
    ),
    Column(
        "enrolled_on",
        ("inskriven", "inskriven den", "inskrivning", "inskrivningsdatum", "enrolled"),
    ),
    Column("closed_on", ("avslutad", "avslutad den", "avslut", "avslutsdatum", "closed")),
    Column("outcome", ("utfall", "avslutsorsak", "orsak till avslut", "avslutad till", "resultat")),
    Column(
        "public_support_months",
        (
            "månader i offentlig försörjning",
            "månader offentlig försörjning",
            "tid i offentlig försörjning",
            "tid i offentlig försörjning (månader)",
        ),
    ),
    Column(
        "withdrawn_on",
        (
            "utträdd",
            "återtagen",
            "återtagen ur kön",
            "återkallad",
            "återkallad den",
            "lämnade kön",
            "withdrawn",
        ),
        may_be_missing=True,
    ),
)


def plain_heading(text: str) -> str:
    """A heading without case, spaces and signs: “Ärende-ID ” → “ärendeid”."""
    return "".join(c for c in unicodedata.normalize("NFC", text).casefold() if c.isalnum())


_BY_HEADING = {
    plain_heading(heading): column.name
    for column in COLUMNS
    for heading in (column.name, *column.headings)
}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each column stands in the file, and the heading it has there."""

    places: dict[str, int]
    headings: dict[str, str]
    width: int
    nameless: tuple[int, ...]
    """Places without a heading: spreadsheets leave empty columns behind."""

    def heading(self, column: str) -> str:
        """The column's heading in the file; its own name where the file lacks it."""
        return self.headings.get(column, column)


def known_headings(cells: Sequence[str]) -> int:
    """How many of the cells are headings of known columns."""
    return sum(plain_heading(cell) in _BY_HEADING for cell in cells)


def layout_of(cells: Sequence[str], *, team_given: bool, faults: Faults) -> Layout:
    """The layout that a file's first line tells; what is wrong with it is added to ``faults``.

    ``team_given``: the team is named outside the file, so its column may be missing.
    """
    places: dict[str, int] = {}
    nameless = []
    for place, cell in enumerate(cells):
        name = _BY_HEADING.get(plain_heading(cell))
        if not cell.strip():
            nameless.append(place)
        elif name is None:
            faults.add(1, cell.strip(), _("The file may not have a column of this name."))
        elif name in places:
            told = {"other": cells[places[name]].strip()}
            faults.add(1, cell.strip(), _("“%(other)s” is already the same column.") % told)
        else:
            places[name] = place
    for column in COLUMNS:
        spared = column.may_be_missing or (column.name == "team" and team_given)
        if column.name not in places and not spared:
            faults.add(1, column.name, _("The file lacks this column."))
    headings = {name: cells[place].strip() for name, place in places.items()}
    return Layout(places, headings, len(cells), tuple(nameless))
