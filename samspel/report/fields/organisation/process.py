"""Field 8: meetings, and those the team works with."""

from django.utils.translation import gettext_lazy

from samspel.documents.document import Block
from samspel.report.fields.organisation.partners import collaboration, partners_table, visits
from samspel.report.fields.organisation.steering_meetings import steering_chart, steering_meetings
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import paragraphs


def draft(material: Material) -> str:
    """The steering group's meetings, then partners and visits."""
    return paragraphs(steering_meetings(material), collaboration(material), visits(material))


def exhibits(material: Material) -> tuple[Block, ...]:
    """Attendance by agency over the years, and the partners."""
    return (*steering_chart(material), *partners_table(material))


PLAN = field_plan(
    number=8,
    row=Row.ORGANISATION,
    column=Column.PROCESS,
    description=gettext_lazy(
        "Meetings held and who took part; partners and employers the team works with."
    ),
    analysis=gettext_lazy("Where does the collaboration work well, and where is it missing?"),
    reflection=gettext_lazy("How can the collaboration be made better for the participants?"),
    draft=draft,
    exhibits=exhibits,
)
