"""Field 5: how the staff work together."""

from django.utils.translation import gettext_lazy

from samspel.report.fields.personnel.led import (
    ideas,
    led_groups,
    planning_days,
    single_activities,
    suggestions,
)
from samspel.report.plan import Column, Material, Row, field_plan
from samspel.report.sentences import paragraphs, sentences


def draft(material: Material) -> str:
    """The groups that the team led, and what it planned with participants and answered them."""
    return paragraphs(
        sentences(led_groups(material), single_activities(material)),
        sentences(planning_days(material), suggestions(material), ideas(material)),
    )


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
)
