"""Field 6: what has come of the staff's work."""

from django.utils.translation import gettext_lazy

from samspel.documents.document import Block
from samspel.report.fields.personnel.areas import areas_table, in_numbers, one_by_one
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import paragraphs


def draft(material: Material) -> str:
    """The development areas with their state: those of the report before first."""
    return paragraphs(in_numbers(material), *one_by_one(material))


def exhibits(material: Material) -> tuple[Block, ...]:
    """Where each development area stood when the period began and when it ended."""
    return areas_table(material)


PLAN = field_plan(
    number=6,
    row=Row.PERSONNEL,
    column=Column.RESULTS,
    description=gettext_lazy(
        "Results and effects of the team's work, for the agencies and for itself."
    ),
    analysis=gettext_lazy("What has made the difference, and what has been in the way?"),
    reflection=gettext_lazy("What does the team take with it into the next period?"),
    draft=draft,
    exhibits=exhibits,
)
