"""Field 7: the steering group and its terms of reference."""

from django.utils.translation import gettext_lazy

from samspel.documents.document import Block
from samspel.report.fields.organisation.seats import seats, seats_table
from samspel.report.fields.organisation.terms import terms_in_force
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import paragraphs


def draft(material: Material) -> str:
    """The seats with their vacancies, then the terms of reference."""
    return paragraphs(seats(material), terms_in_force(material))


def exhibits(material: Material) -> tuple[Block, ...]:
    """Who held each seat."""
    return seats_table(material)


PLAN = field_plan(
    number=7,
    row=Row.ORGANISATION,
    column=Column.CONDITIONS,
    description=gettext_lazy(
        "The steering group: seats, members and vacancies, and the terms of reference."
    ),
    analysis=gettext_lazy("How do representation and terms of reference bear up the work?"),
    reflection=gettext_lazy("What should the steering group or the agencies decide on?"),
    draft=draft,
    exhibits=exhibits,
)
