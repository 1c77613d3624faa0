"""The numbers of the flow chart: figures, each with its door to the cases behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.figures.address import parse_address
from samspel.figures.compute import Figures
from samspel.figures.period import Period
from samspel.figures.printing import NO_DATA, print_value
from samspel.figures.values import MEDIAN, SHARE, Value
from samspel.organisation.team import Team
from samspel.participants.flow.choice import Choice
from samspel.participants.flow.told_by import ENDS, STAGES, WAYS, WayFigures
from samspel.participants.stage import Stage
from samspel.participants.when import Step

FEWEST = 3
"""A median of fewer would be somebody's own days, and tells nothing of the others."""


@dataclass(frozen=True, slots=True)
class Number:
    """What is printed, what it means, and where it leads."""

    shown: str
    meaning: str
    url: str


@dataclass(frozen=True, slots=True)
class StageNumbers:
    """The numbers of a stage that one can leave; None where no figure tells."""

    now: Number
    came: Number | None
    days: Number
    days_before: Number
    days_so_far: Number


@dataclass(frozen=True, slots=True)
class EndNumbers:
    """The numbers of a stage that ends a case."""

    number: Number
    number_before: Number
    part: Number
    part_before: Number


@dataclass(frozen=True, slots=True)
class WayNumbers:
    """The numbers of a way, in the period and in the one before."""

    words: Any
    number: Number
    share: Number | None
    number_before: Number
    share_before: Number | None


@dataclass(frozen=True, slots=True)
class FlowNumbers:
    """All of a chart's numbers."""

    stages: Mapping[Stage, StageNumbers]
    ends: Mapping[Stage, EndNumbers]
    ways: Mapping[tuple[Stage, Step], WayNumbers]
    inbox: Number


class FigureReader:
    """Asks one team's figures, in one language, for numbers with their doors."""

    def __init__(self, team: Team, figures: Figures, language: str) -> None:
        self._team, self._figures, self._language = team, figures, language

    def number(self, address: str, period: Period) -> Number:
        """The number at an address, leading to the page of the figure."""
        value = self._figures.for_period(period).value(address)
        meaning = _(parse_address(address).definition.text)
        url = reverse("figure", args=[self._team.slug, period.label, address])
        if value.kind == MEDIAN and (value.n or 0) < FEWEST:
            return Number(NO_DATA, f"{_few(value)} {meaning}", url)
        shown = print_value(value, self._language)
        return Number(shown, f"{_behind(value)} {meaning}".strip(), url)

    def some(self, address: str, period: Period) -> Number | None:
        """The same; None without an address."""
        return self.number(address, period) if address else None


def _few(value: Value) -> str:
    return _("n = %(n)s: too few for a median.") % {"n": value.n}


def _behind(value: Value) -> str:
    """Of how many the number tells, where the number itself does not say so."""
    if value.kind == MEDIAN:
        return _("n = %(n)s.") % {"n": value.n}
    if value.kind == SHARE:
        return _("%(part)s of %(whole)s.") % {"part": value.part, "whole": value.whole}
    return ""


def flow_numbers(
    reader: FigureReader, choice: Choice, *, now: Period, lists: Mapping[Stage, str], inbox: Number
) -> FlowNumbers:
    """Every number of the chart; ``now`` ends today, ``lists`` are the addresses of lists."""
    stages = {}
    for stage, told in STAGES.items():
        standing = reader.number(told.now, now)
        stages[stage] = StageNumbers(
            Number(standing.shown, standing.meaning, lists.get(stage, standing.url)),
            reader.some(told.came, choice.period),
            reader.number(told.days, choice.period),
            reader.number(told.days, choice.before),
            reader.number(told.days_so_far, now),
        )
    ends = {
        stage: EndNumbers(
            reader.number(end.number, choice.period),
            reader.number(end.number, choice.before),
            reader.number(end.part, choice.period),
            reader.number(end.part, choice.before),
        )
        for stage, end in ENDS.items()
    }
    ways = {way: _way(reader, told, choice) for way, told in WAYS.items()}
    return FlowNumbers(stages, ends, ways, inbox)


def _way(reader: FigureReader, told: WayFigures, choice: Choice) -> WayNumbers:
    return WayNumbers(
        told.words,
        reader.number(told.number, choice.period),
        reader.some(told.share, choice.period),
        reader.number(told.number, choice.before),
        reader.some(told.share, choice.before),
    )


LISTED = (Stage.QUEUE, Stage.TRIAL, Stage.ACTIVE, Stage.CLOSING)
"""Stages whose list of cases is the figure's own cases.

At the study visit there stand also those whose visit is still to come: they are in the list, and
in no figure before they have come.
"""


def list_addresses(team: Team) -> dict[Stage, str]:
    """Where the cases of a stage are listed, for somebody who may see all of them."""
    return {
        stage: f"{reverse('participants')}?{urlencode({'stage': stage.value, 'team': team.slug})}"
        for stage in LISTED
    }
