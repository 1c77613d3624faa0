"""A course as a drawing with its table.

The line goes through what was measured and no further: the manual's expected courses need
coefficients that the product does not have, so that none is drawn.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samspel.documents.document import Chart, Column, Number, Series, Table
from samspel.documents.render.charts import chart_svg
from samspel.participants.plans.drawing import language_of_page
from samspel.participants.scores.course import Course
from samspel.participants.scores.instrument import LINE_NAMES, Instrument
from samspel.participants.scores.points import printed, printed_limit
from samspel.participants.scores.score import HIGHEST_TOTAL, Score

AT_ONCE = 8
"""Scores that the table shows at once; more would push the next curve out of sight."""


@dataclass(frozen=True, slots=True)
class DrawnCourse:
    """A course as a page shows it; ``svg`` is empty where there is but one score."""

    course: Course
    svg: SafeString

    @property
    def title(self) -> str:
        """The form's name."""
        return str(self.course.instrument.label)

    @property
    def line_names(self) -> tuple[Any, ...]:
        """What the form's four lines are about."""
        return LINE_NAMES[self.course.instrument]

    @property
    def latest(self) -> list[Score]:
        """The scores that the table shows at once, the latest first."""
        return list(reversed(self.course.scores[-AT_ONCE:]))

    @property
    def earlier(self) -> list[Score]:
        """The others, the latest first."""
        return list(reversed(self.course.scores[:-AT_ONCE]))


def drawn_course(course: Course) -> DrawnCourse:
    """The course with its drawing in the reader's language."""
    chart = chart_of(course)
    svg = "" if chart is None else chart_svg(chart, theme="page", language=language_of_page())
    # chart_svg escapes every text that it puts between its own tags.
    return DrawnCourse(course, mark_safe(svg))  # noqa: S308  # nosec B308 B703 - the drawing escapes all text


def chart_of(course: Course) -> Chart | None:
    """The totals over their days with the line across; None where there is but one."""
    if len(course.scores) < 2:
        return None
    scores, form = course.scores, course.instrument
    return Chart(
        key=f"score-{form}",
        kind="line",
        title=form.short,
        alternative=told(course),
        categories=tuple(each.on.isoformat() for each in scores),
        series=(Series(form.short, tuple(each.total for each in scores)),),
        unit=_unit(course),
        table=_table(course),
        days=tuple(each.on for each in scores),
        top=HIGHEST_TOTAL,
        level=course.line,
    )


def told(course: Course) -> str:
    """The way of the line in words, for those who cannot see it."""
    first, last = course.first, course.last
    words = _(
        "From %(first)s on %(begin)s to %(last)s on %(end)s, on a scale from 0 to 40. "
        "The line across is at %(line)s."
    )
    return words % {
        "first": printed(first.total),
        "begin": first.on.isoformat(),
        "last": printed(last.total),
        "end": last.on.isoformat(),
        "line": printed_limit(course.line),
    }


def _unit(course: Course) -> str:
    words = {
        Instrument.ORS: _("Points 0–40. In dashes: cut-off %(line)s"),
        Instrument.SRS: _("Points 0–40. In dashes: alert below %(line)s"),
    }[course.instrument]
    return words % {"line": printed_limit(course.line)}


def _table(course: Course) -> Table:
    return Table(
        key=f"score-{course.instrument}-table",
        caption=course.instrument.short,
        columns=(Column(_("Day"), "date"), Column(_("Sum"), "decimal")),
        rows=tuple((each.on.isoformat(), _number(each)) for each in course.scores),
    )


def _number(score: Score) -> Number:
    day = score.on.isoformat()
    return Number(f"score.{score.pk}", printed(score.total), score.total, day, "decimal")
