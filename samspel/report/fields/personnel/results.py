"""Field 6: what has come of the staff's work."""

from django.utils.translation import gettext_lazy

from samspel.report.plan import Column, Row, field_plan

PLAN = field_plan(
    number=6,
    row=Row.PERSONNEL,
    column=Column.RESULTS,
    description=gettext_lazy(
        "Results and effects of the team's work, for the agencies and for itself."
    ),
    analysis=gettext_lazy("What has made the difference, and what has been in the way?"),
    reflection=gettext_lazy("What does the team take with it into the next period?"),
)
