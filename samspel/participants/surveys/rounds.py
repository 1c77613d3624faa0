"""The list of rounds and their numbers: of all, and by gender."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.figures.printing import percent
from samspel.figures.surveys import Response, genders_of, response
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter
from samspel.participants.surveys.rows import asked_rows
from samspel.participants.surveys.survey import Survey

WIDE = "d-none d-md-table-cell"
"""Columns that a phone has no room for."""
_TEAM = Column("team", lazy("Team"), ("team__name", "opens_on"), WIDE)


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers of a round, of all or of a gender. ``rate`` is in per cent."""

    title: str
    numbers: Response
    rate: int | None


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A line of the list of rounds."""

    survey: Survey
    standing: Standing


def round_columns(teams: Sequence[Team]) -> list[Column]:
    """The list's columns, the team's among them where there are several."""
    return [
        Column("title", lazy("Name"), ("title",)),
        *([_TEAM] if len(teams) > 1 else []),
        Column("days", lazy("Days"), ("opens_on", "title"), WIDE),
        Column("asked", lazy("Asked"), (), "number"),
        Column("handed_in", lazy("Handed in"), (), "number"),
        Column("share", lazy("Share"), (), "number"),
    ]


def round_filters(teams: Sequence[Team], years: Iterable[int]) -> list[Filter]:
    """What the list of rounds can be narrowed by."""
    named = [(str(year), str(year)) for year in years]
    choices = [Filter("year", _("Year"), [("", _("All years")), *named])]
    if len(teams) > 1:
        slugs = [(each.slug, each.name) for each in teams]
        choices.insert(0, Filter("team", _("Team"), [("", _("All my teams")), *slugs]))
    return choices


def years_of(teams: Sequence[Team]) -> list[int]:
    """The years in which a round of the teams began, the latest first."""
    begun = Survey.objects.filter(team__in=teams).order_by()
    return [day.year for day in begun.dates("opens_on", "year", order="DESC")]


def rounds_of(teams: Sequence[Team], chosen: Mapping[str, str]) -> "QuerySet[Survey, Survey]":
    """The rounds that the filters leave."""
    slug = chosen.get("team", "")
    found = Survey.objects.filter(team__in=[each for each in teams if slug in ("", each.slug)])
    return found.filter(opens_on__year=int(chosen["year"])) if chosen["year"] else found


def round_rows(found: Sequence[Survey], until: date) -> list[RoundRow]:
    """The rounds of a page with their numbers, by one query."""
    asked = asked_rows(found, until)
    return [RoundRow(each, _standing(asked, each, until)) for each in found]


def standings(survey: Survey, until: date, titles: Mapping[str, Any]) -> list[Standing]:
    """The round's numbers: of all, and by gender where there are several; one query."""
    asked = asked_rows([survey], until)
    genders = genders_of(asked, survey=str(survey.pk))
    shown = [_standing(asked, survey, until)]
    if len(genders) > 1:
        shown += [_standing(asked, survey, until, each, str(titles[each])) for each in genders]
    return shown


def _standing(
    asked: Sequence[Any], survey: Survey, until: date, gender: str = "", title: str = ""
) -> Standing:
    numbers = response(asked, survey=str(survey.pk), until=until, gender=gender)
    return Standing(title or _("All"), numbers, percent(numbers.rate))
