"""Field 9: the budget and what it has been used for."""

from django.utils.translation import gettext_lazy

from samspel.report.plan import Column, Row, field_plan

PLAN = field_plan(
    number=9,
    row=Row.ORGANISATION,
    column=Column.RESULTS,
    description=gettext_lazy("The budget: applied for, allocated, actual, forecast and remaining."),
    analysis=gettext_lazy("Why does the outcome differ from the budget?"),
    reflection=gettext_lazy("What do the means allow next year, and what not?"),
)
