"""Field 4: who works in the team, and on what terms."""

from django.utils.translation import gettext_lazy

from samspel.report.plan import Column, Row, field_plan

PLAN = field_plan(
    number=4,
    row=Row.PERSONNEL,
    column=Column.CONDITIONS,
    description=gettext_lazy(
        "Who works in the team: role, employer agency and working share, and what has changed."
    ),
    analysis=gettext_lazy("What have changes in staffing meant for the participants and the work?"),
    reflection=gettext_lazy("What does the team need in order to keep and develop what it can?"),
)
