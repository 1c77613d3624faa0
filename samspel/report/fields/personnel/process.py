"""Field 5: how the staff work together."""

from django.utils.translation import gettext_lazy

from samspel.report.plan import Column, Row, field_plan

PLAN = field_plan(
    number=5,
    row=Row.PERSONNEL,
    column=Column.PROCESS,
    description=gettext_lazy(
        "How the team works: meetings, supervision, training and the groups it leads."
    ),
    analysis=gettext_lazy("Which ways of working have served participants best, and why?"),
    reflection=gettext_lazy("What will the team develop, and what support does that take?"),
)
