"""The table of contents of every report: a summary, nine fields as a matrix, appendices."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samspel.report import appendices, summary
from samspel.report.fields.organisation import conditions as organisation_conditions
from samspel.report.fields.organisation import process as organisation_process
from samspel.report.fields.organisation import results as organisation_results
from samspel.report.fields.participants import conditions as participants_conditions
from samspel.report.fields.participants import process as participants_process
from samspel.report.fields.participants import results as participants_results
from samspel.report.fields.personnel import conditions as personnel_conditions
from samspel.report.fields.personnel import process as personnel_process
from samspel.report.fields.personnel import results as personnel_results
from samspel.report.plan import FieldPlan, TextPlan

FIELDS: tuple[FieldPlan, ...] = (
    participants_conditions.PLAN,
    participants_process.PLAN,
    participants_results.PLAN,
    personnel_conditions.PLAN,
    personnel_process.PLAN,
    personnel_results.PLAN,
    organisation_conditions.PLAN,
    organisation_process.PLAN,
    organisation_results.PLAN,
)
"""Row by row: number, row × column and texts of each field."""

SUMMARY = "summary"
APPENDICES = "appendices"


@dataclass(frozen=True, slots=True)
class Section:
    """What is written on one page of the editor: a field, the summary or the appendices."""

    key: str
    title: str | Promise
    texts: tuple[TextPlan, ...]
    number: int | None = None


def sections() -> tuple[Section, ...]:
    """Everything that can be written, in reading order; titles in the switched-on language."""
    return (
        Section(SUMMARY, _("Summary"), summary.TEXTS),
        *(Section(plan.key, plan.title, plan.texts, plan.number) for plan in FIELDS),
        Section(APPENDICES, _("Appendices"), appendices.TEXTS),
    )


def section_of(key: str) -> Section | None:
    """The section of a key; None where there is none."""
    return next((each for each in sections() if each.key == key), None)


def section_with(place: str) -> Section | None:
    """The section that holds the text at ``place``; None where there is no such text."""
    return next(
        (each for each in sections() if any(text.place == place for text in each.texts)), None
    )


def texts() -> Iterator[TextPlan]:
    """Every text of a report, in reading order."""
    yield from summary.TEXTS
    for plan in FIELDS:
        yield from plan.texts
    yield from appendices.TEXTS


TEXTS: dict[str, TextPlan] = {text.place: text for text in texts()}
"""Every text by its place."""
