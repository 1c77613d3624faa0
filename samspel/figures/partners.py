"""Those the team works with, and visits received and made."""

from datetime import date
from typing import NamedTuple

from samspel.figures.codes import Code
from samspel.figures.definition import PARTNERS, VISITS, ResourceFigure
from samspel.figures.period import Period
from samspel.figures.words import noop

PARTNER_ROWS, COLLABORATION_ROWS, VISIT_ROWS = "partners", "collaborations", "official_visits"
"""The frames: partners, what is done with them, and visits."""
RECEIVED = "received"

PARTNER_KINDS = (
    Code("agency", noop("authority")),
    Code("health_care", noop("health care")),
    Code("municipality", noop("part of a municipality")),
    Code("education", noop("school or other education")),
    Code("civil_society", noop("society or congregation")),
    Code("employers", noop("employer or network of employers")),
    Code("other_partner", noop("another kind")),
)


class PartnerRow(NamedTuple):
    """A partner; ``last_on`` None is one that the team still works with."""

    key: str
    partner_kind: str
    first_on: date
    last_on: date | None


class CollaborationRow(NamedTuple):
    """Something that is done with a partner, by the partner's kind."""

    key: str
    partner_kind: str
    first_on: date
    last_on: date | None


class VisitRow(NamedTuple):
    """A visit that was received, or made."""

    key: str
    direction: str
    on: date


def _goes_on(row: PartnerRow | CollaborationRow, period: Period) -> int | None:
    is_over = row.last_on is not None and row.last_on < period.end
    return 1 if row.first_on <= period.end and not is_over else None


def _begun(row: CollaborationRow, period: Period) -> int | None:
    return 1 if period.start <= row.first_on <= period.end else None


def _visit(row: VisitRow, period: Period, *, received: bool) -> int | None:
    is_in = period.start <= row.on <= period.end
    return 1 if is_in and (row.direction == RECEIVED) == received else None


PARTNER_FIGURES: tuple[ResourceFigure, ...] = (
    ResourceFigure(
        key="partners_at_end",
        title=noop("Partners"),
        text=noop("Those the team works with on the last day of the period."),
        unit=PARTNERS,
        frame=PARTNER_ROWS,
        adds=_goes_on,
        dimensions=("partner_kind",),
    ),
    ResourceFigure(
        key="collaborations_at_end",
        title=noop("Things done with partners"),
        text=noop("What is done together with partners on the last day of the period, counted."),
        unit=PARTNERS,
        frame=COLLABORATION_ROWS,
        adds=_goes_on,
        dimensions=("partner_kind",),
    ),
    ResourceFigure(
        key="collaborations_begun",
        title=noop("New things done with partners"),
        text=noop("What began to be done together with partners on a day of the period."),
        unit=PARTNERS,
        frame=COLLABORATION_ROWS,
        adds=_begun,
        dimensions=("partner_kind",),
    ),
    ResourceFigure(
        key="official_visits_received",
        title=noop("Visits received"),
        text=noop("Visits by others who came to see how the team works, on a day of the period."),
        unit=VISITS,
        frame=VISIT_ROWS,
        adds=lambda row, period: _visit(row, period, received=True),
    ),
    ResourceFigure(
        key="official_visits_made",
        title=noop("Visits made"),
        text=noop("Visits that the team made to others, on a day of the period."),
        unit=VISITS,
        frame=VISIT_ROWS,
        adds=lambda row, period: _visit(row, period, received=False),
    ),
)
