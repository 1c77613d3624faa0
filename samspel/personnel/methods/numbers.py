"""The numbers of the working methods for a page: one document, rendered as every other."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, cast

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.documents.document import Block, Chapter, Document, Field, Number, Part
from samspel.documents.render.page import document_html
from samspel.figures.address import parse_address
from samspel.figures.definitions import RESOURCES
from samspel.figures.period import Period, parse_period
from samspel.figures.resources import Frames, resources_alone
from samspel.figures.working_methods import AREA_ROWS, MEETING_ROWS, PLACE_ROWS, SESSION_ROWS
from samspel.organisation.team import Team
from samspel.personnel.methods.chart import attendance_chart, numbers_table, sessions_table
from samspel.personnel.methods.rows import (
    development_area_rows,
    meeting_kind_titles,
    staff_session_rows,
    team_meeting_place_rows,
    team_meeting_rows,
)
from samspel.printed import PrintedFigures

YEARS_SHOWN = 5


def years_to_choose(today: date) -> list[str]:
    """This year and those before it, as a filter offers them."""
    return [str(today.year - back) for back in range(YEARS_SHOWN)]


def printed_methods(team: Team, period: Period) -> PrintedFigures:
    """The figures of the working methods in the reader's language; five queries."""
    frames: Frames = {
        MEETING_ROWS: team_meeting_rows(team),
        PLACE_ROWS: team_meeting_place_rows(team),
        SESSION_ROWS: staff_session_rows(team),
        AREA_ROWS: development_area_rows(team),
    }
    return PrintedFigures(resources_alone(frames, period, team.slug), _language(), _Titles(team))


class _Titles:
    """What the team calls its agencies and kinds of meetings; each read when it is asked for."""

    def __init__(self, team: Team) -> None:
        self._team = team
        self._read: dict[str, Mapping[str, str]] = {}

    def __call__(self, dimension: str) -> Mapping[str, str]:
        if dimension not in self._read:
            self._read[dimension] = self._titles_of(dimension)
        return self._read[dimension]

    def _titles_of(self, dimension: str) -> Mapping[str, str]:
        if dimension == "agency":
            agencies = self._team.association.agencies.all()
            return {str(each.pk): str(each) for each in agencies}
        return meeting_kind_titles(self._team) if dimension == "meeting_kind" else {}


def period_of(year: str, today: date) -> Period:
    """The days of a calendar year until today: meetings ahead are not held yet."""
    period = parse_period(year)
    return Period(period.start, min(period.end, today))


def numbers_html(team: Team, year: str, today: date, *, reads_shares: bool) -> SafeString:
    """Tables and charts of a calendar year, or of what has been of it, beside the year before.

    Each number leads to what is behind it, a share only where ``reads_shares``: the pages of
    shares answer those alone who do the casework for any period.
    """
    period = period_of(year, today)
    now, before = _column_titles(int(year), is_whole=period.end == date(int(year), 12, 31))
    printed = printed_methods(team, period)
    blocks: list[Block | None] = [
        attendance_chart(printed, "attendance"),
        sessions_table(printed, "sessions"),
        numbers_table(printed, "methods", now, before),
    ]
    document = _document(team, period, tuple(each for each in blocks if each is not None))

    def link(number: Number) -> str | None:
        if not reads_shares and parse_address(number.address).figure not in RESOURCES:
            return None
        return reverse("figure", args=[team.slug, period.label, number.address])

    html = document_html(document, link=link)
    # document_html escapes every text that it puts between its own tags.
    return mark_safe(html)  # noqa: S308  # nosec B308 B703 - the rendering escapes all text


def _column_titles(year: int, *, is_whole: bool) -> tuple[str, str]:
    """The year and the one before, which is compared by the same days."""
    if is_whole:
        return str(year), str(year - 1)
    return _("%(year)s so far") % {"year": year}, _("Same days %(year)s") % {"year": year - 1}


def _document(team: Team, period: Period, blocks: tuple[Block, ...]) -> Document:
    title = _("In numbers")
    part = Part("description", "", blocks, key="numbers-part")
    field = Field("numbers-field", title, (part,))
    return Document(
        title=title,
        subtitle=team.name,
        team=team.name,
        association=team.association.name,
        start=period.start,
        end=period.end,
        period_printed=period.label,
        language=cast("Literal['sv', 'en']", _language()),
        edition="internal",
        chapters=(Chapter("numbers", title, (field,)),),
        table_word=_("Table"),
        chart_word=_("Chart"),
    )


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]
