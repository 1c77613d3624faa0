"""Field 4: who works in the team, and on what terms."""

from django.utils.translation import gettext_lazy

from samspel.documents.document import Block
from samspel.personnel.staffing.chart import full_time_chart
from samspel.report.fields.personnel.staff import (
    came_and_left,
    participants_each,
    staff_table,
    staffed,
    vacant_and_on_leave,
    without_representative,
)
from samspel.report.fields.personnel.staff_events import events
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import paragraphs, sentences


def draft(material: Material) -> str:
    """How the team is staffed, what has changed, and which agencies have nobody there."""
    if not material.staffing().positions:
        return ""
    return paragraphs(
        sentences(staffed(material), participants_each(material)),
        sentences(came_and_left(material), events(material)),
        sentences(vacant_and_on_leave(material), without_representative(material)),
    )


def exhibits(material: Material) -> tuple[Block, ...]:
    """The table of the staff, and full-time equivalents by agency and month."""
    if not material.staffing().positions:
        return ()
    chart = full_time_chart(material.printed, material.period, "full-time-by-month")
    return (staff_table(material), *((chart,) if chart else ()))


PLAN = field_plan(
    number=4,
    row=Row.PERSONNEL,
    column=Column.CONDITIONS,
    description=gettext_lazy(
        "Who works in the team: role, employer agency and working share, and what has changed."
    ),
    analysis=gettext_lazy("What have changes in staffing meant for the participants and the work?"),
    reflection=gettext_lazy("What does the team need in order to keep and develop what it can?"),
    draft=draft,
    exhibits=exhibits,
)
