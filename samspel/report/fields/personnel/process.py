"""Field 5: how the staff work together."""

from django.utils.translation import gettext_lazy

from samspel.documents.document import Block
from samspel.personnel.methods.chart import attendance_chart, sessions_table
from samspel.report.fields.personnel.learning import costs, supervision, training
from samspel.report.fields.personnel.led import (
    ideas,
    led_groups,
    planning_days,
    single_activities,
    suggestions,
)
from samspel.report.fields.personnel.team_meetings import agencies_that_came, meetings
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import paragraphs, sentences


def draft(material: Material) -> str:
    """The team's meetings, what the staff learned, and what they led and planned."""
    return paragraphs(
        sentences(meetings(material), agencies_that_came(material)),
        sentences(supervision(material), training(material), costs(material)),
        sentences(led_groups(material), single_activities(material)),
        sentences(planning_days(material), suggestions(material), ideas(material)),
    )


def exhibits(material: Material) -> tuple[Block, ...]:
    """Attendance at team meetings by agency, and supervision and training in numbers."""
    found = (
        attendance_chart(material.printed, "team-meeting-attendance"),
        sessions_table(material.printed, "supervision-and-training"),
    )
    return tuple(each for each in found if each is not None)


PLAN = field_plan(
    number=5,
    row=Row.PERSONNEL,
    column=Column.PROCESS,
    description=gettext_lazy(
        "How the team works: meetings, supervision, training and the groups it leads."
    ),
    analysis=gettext_lazy("Which ways of working have served participants best, and why?"),
    reflection=gettext_lazy("What will the team develop, and what support does that take?"),
    draft=draft,
    exhibits=exhibits,
)
