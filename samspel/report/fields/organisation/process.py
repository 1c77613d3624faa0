"""Field 8: meetings, and those the team works with."""

from django.utils.translation import gettext_lazy

from samspel.report.plan import Column, Row, field_plan

PLAN = field_plan(
    number=8,
    row=Row.ORGANISATION,
    column=Column.PROCESS,
    description=gettext_lazy(
        "Meetings held and who took part; partners and employers the team works with."
    ),
    analysis=gettext_lazy("Where does the collaboration work well, and where is it missing?"),
    reflection=gettext_lazy("How can the collaboration be made better for the participants?"),
)
