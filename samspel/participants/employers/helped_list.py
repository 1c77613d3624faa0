"""How each employer helped in a period, as rows of texts with a link from every number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.figures.employers import HELP_FIGURES, HOURS_TEXT, HOURS_TITLE, Help
from samspel.figures.printing import decimals
from samspel.organisation.team import Team
from samspel.pages.listing import Column
from samspel.participants.employers.employer import Employer, EmployerKind

BY_HELP, HOURS = "help", "hours"


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and the address of the placements behind it; no address where there are none."""

    number: int
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class HelpRow:
    """An employer's numbers in words."""

    employer: Employer
    url: str
    kind: str
    cells: Sequence[Cell]
    hours: str
    thanks: Sequence[tuple[str, str]]


def columns() -> list[Column]:
    """The employer, a number each, and the hours."""
    numbers = (Column(each.key, _(each.title), (each.key,), "number") for each in HELP_FIGURES)
    return [
        Column(BY_HELP, lazy("Employer"), (BY_HELP,)),
        *numbers,
        Column(HOURS, _(HOURS_TITLE), (HOURS,), "number"),
        Column("thanks", lazy("To thank them")),
    ]


def definitions() -> list[tuple[str, str]]:
    """What each number is, in words."""
    told = [(_(each.title), _(each.text)) for each in HELP_FIGURES]
    return [*told, (_(HOURS_TITLE), _(HOURS_TEXT))]


def in_order(found: Sequence[Help], sort: str) -> list[Help]:
    """As the figures put them, or by one of the numbers; a first click puts the largest first."""
    key, is_turned = sort.removeprefix("-"), sort.startswith("-")
    if key == BY_HELP:
        return list(reversed(found)) if is_turned else list(found)
    return sorted(found, key=lambda one: _number(one, key), reverse=not is_turned)


def _number(told: Help, key: str) -> Decimal:
    return told.hours if key == HOURS else Decimal(told.counts[key])


def help_rows(shown: Sequence[Help], period: str, teams: Sequence[Team]) -> list[HelpRow]:
    """Turn what was worked out into rows of texts; one query for the employers' names."""
    found = Employer.objects.of_teams(teams).filter(pk__in=[each.employer for each in shown])
    employers = {str(each.pk): each for each in found}
    return [
        _row(told, employers[told.employer], period) for told in shown if told.employer in employers
    ]


def _row(told: Help, employer: Employer, period: str) -> HelpRow:
    chosen = urlencode({"period": period})
    return HelpRow(
        employer=employer,
        url=reverse("employer", args=[employer.pk]),
        kind=str(EmployerKind(employer.kind).label),
        cells=[
            _cell(told.counts, each.key, _(each.title), employer, period) for each in HELP_FIGURES
        ],
        hours=told_hours(told.hours),
        thanks=[
            (ending.upper(), f"{reverse('employer_thanks', args=[employer.pk, ending])}?{chosen}")
            for ending in ("pdf", "docx")
        ],
    )


def _cell(counts: Mapping[str, int], key: str, title: str, employer: Employer, period: str) -> Cell:
    chosen = urlencode({"period": period, "figure": key})
    behind = reverse("employer_history", args=[employer.pk])
    return Cell(counts[key], f"{behind}?{chosen}" if counts[key] else "", title)


def told_hours(hours: Decimal) -> str:
    """Hours as people read them, rounded to whole ones."""
    return decimals(Fraction(hours), 0, get_language() or "sv")
