"""The plan of one field of the report: its place, its draft, its tables and what it asks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samspel.budget.told import ToldBudgets
from samspel.documents.document import Block
from samspel.figures.address import PREVIOUS
from samspel.figures.bands import AgeBand
from samspel.figures.period import Period
from samspel.figures.reach import (
    reaches,
    tells_of_attendance,
    tells_of_follow_ups,
    tells_of_groups,
    tells_of_ideas,
    tells_of_placements,
    tells_of_scores,
    tells_of_the_way,
)
from samspel.organisation.partners.told import ToldPartners
from samspel.organisation.steering.told import ToldSteering
from samspel.organisation.terms.told import ToldTerms
from samspel.personnel.methods.told import ToldMethods
from samspel.personnel.staffing.told import ToldStaffing
from samspel.printed import PrintedFigures
from samspel.report.activities import Activities
from samspel.report.published.history import History


class Row(StrEnum):
    """The rows of the matrix: whom the field is about."""

    PARTICIPANTS = "participants"
    PERSONNEL = "personnel"
    ORGANISATION = "organisation"


class Column(StrEnum):
    """The columns of the matrix: what the field tells."""

    CONDITIONS = "conditions"
    PROCESS = "process"
    RESULTS = "results"


ROW_TITLES: dict[Row, Promise] = {
    Row.PARTICIPANTS: _("Participants"),
    Row.PERSONNEL: _("Personnel"),
    Row.ORGANISATION: _("Organisation"),
}
COLUMN_TITLES: dict[Column, Promise] = {
    Column.CONDITIONS: _("conditions"),
    Column.PROCESS: _("implementation and process"),
    Column.RESULTS: _("results and effects"),
}
TEXT_TITLES: dict[str, Promise] = {
    "description": _("Description"),
    "analysis": _("Analysis"),
    "reflection": _("Reflection"),
}
"""The three texts of a field, in the order they are printed."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Days of the period on which the team took nobody in; ``last_on`` None is not ended yet."""

    first_on: date
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Material:
    """What drafts and tables are made from: the figures and the team's own settings.

    ``capacity`` is the number of places, None where the team has not said.
    """

    printed: PrintedFigures
    period: Period
    bands: Sequence[AgeBand]
    outcome_columns: Sequence[str]
    trial_months: int
    follow_up_months: int
    capacity: int | None = None
    pauses: Sequence[Pause] = ()
    activities: Callable[[], Activities] = Activities
    """Who the groups are and what the single activities were; asked for where there are any."""
    staffing: Callable[[], ToldStaffing] = ToldStaffing
    methods: Callable[[], ToldMethods] = ToldMethods
    steering: Callable[[], ToldSteering] = ToldSteering
    terms: Callable[[], ToldTerms] = ToldTerms
    partners: Callable[[], ToldPartners] = ToldPartners
    budgets: Callable[[], ToldBudgets] = ToldBudgets
    """What is no figure of the team and its organisation: names, days, titles."""
    published: Callable[[], History] = History
    """What was published of the team before the records began."""

    @property
    def has_previous(self) -> bool:
        """Whether the records reach back through the period before."""
        return self.reaches(PREVIOUS)

    def reaches(self, period: str) -> bool:
        """Whether the records reach back through the period that an address names so."""
        return reaches(self.printed.figures, period)

    @property
    def tells_of_the_way(self) -> bool:
        """Whether there is anything of the way through the team, for who may read of it."""
        return tells_of_the_way(self.printed.figures)

    @property
    def tells_of_follow_ups(self) -> bool:
        """Whether follow-ups are on record, for who may read of them."""
        return tells_of_follow_ups(self.printed.figures)

    @property
    def tells_of_attendance(self) -> bool:
        """Whether attendance is on record, for who may read of it."""
        return tells_of_attendance(self.printed.figures)

    @property
    def tells_of_groups(self) -> bool:
        """Whether groups or single activities met, for who may read of it."""
        return tells_of_groups(self.printed.figures)

    @property
    def tells_of_placements(self) -> bool:
        """Whether anybody was in a work placement, for who may read of it."""
        return tells_of_placements(self.printed.figures)

    @property
    def tells_of_scores(self) -> bool:
        """Whether outcome scores can be compared, for who may read of it."""
        return tells_of_scores(self.printed.figures)

    @property
    def tells_of_ideas(self) -> bool:
        """Whether there were planning days, suggestions or ideas, for who may read of it."""
        return tells_of_ideas(self.printed.figures)


def no_draft(_material: Material) -> str:
    """The draft of a text whose records are not kept yet: nothing."""
    return ""


def no_exhibits(_material: Material) -> tuple[Block, ...]:
    """The tables and charts of a text that has none."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlan:
    """One text of the report: where it stands, what drafts it and what its author may tell.

    ``place`` names it in addresses and in the database. ``draft`` and ``exhibits`` are called
    with the report's language switched on.
    """

    place: str
    title: Promise | str
    invitation: Promise
    draft: Callable[[Material], str] = no_draft
    exhibits: Callable[[Material], tuple[Block, ...]] = no_exhibits


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPlan:
    """One field: its number and place in the matrix, and its texts in order."""

    number: int
    row: Row
    column: Column
    texts: tuple[TextPlan, ...]

    @property
    def key(self) -> str:
        """The field's name in addresses: its number."""
        return str(self.number)

    @property
    def title(self) -> str:
        """“Participants – conditions” in the language that is switched on."""
        return f"{ROW_TITLES[self.row]} – {COLUMN_TITLES[self.column]}"


def field_plan(
    *,
    number: int,
    row: Row,
    column: Column,
    description: Promise,
    analysis: Promise,
    reflection: Promise,
    draft: Callable[[Material], str] = no_draft,
    exhibits: Callable[[Material], tuple[Block, ...]] = no_exhibits,
) -> FieldPlan:
    """A field with its three texts; the given texts are what the author is invited to write."""
    invitations = {"description": description, "analysis": analysis, "reflection": reflection}
    texts = tuple(
        TextPlan(
            place=f"{number}.{kind}",
            title=title,
            invitation=invitations[kind],
            draft=draft if kind == "description" else no_draft,
            exhibits=exhibits if kind == "description" else no_exhibits,
        )
        for kind, title in TEXT_TITLES.items()
    )
    return FieldPlan(number=number, row=row, column=column, texts=texts)
