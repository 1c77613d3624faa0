"""Field 7: the steering group and its terms of reference."""

from django.utils.translation import gettext_lazy

from samspel.report.plan import Column, Row, field_plan

PLAN = field_plan(
    number=7,
    row=Row.ORGANISATION,
    column=Column.CONDITIONS,
    description=gettext_lazy(
        "The steering group: seats, members and vacancies, and the terms of reference."
    ),
    analysis=gettext_lazy("How do representation and terms of reference bear up the work?"),
    reflection=gettext_lazy("What should the steering group or the agencies decide on?"),
)
