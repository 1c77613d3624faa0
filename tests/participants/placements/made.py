"""Placements as tests need them, and one of each thing that their addresses name."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from samspel.participants.employers.models import Employer
from samspel.participants.models import Episode
from samspel.participants.placements.models import (
    LadderStep,
    Placement,
    PlacementFollowUp,
    SubsidyForm,
    WorkedWeek,
)
from tests.employer_things import make_employer

START = date(2025, 3, 3)
"""A Monday."""
LADDER = ((date(2025, 3, 3), "10"), (date(2025, 3, 31), "12.5"), (date(2025, 4, 28), "20"))


def make_placement(
    episode: Episode,
    employer: Employer | None = None,
    ladder: Sequence[tuple[date, str]] = LADDER,
    **fields: Any,
) -> Placement:
    """A placement that began on 3 March 2025, with a ladder from 10 to 20 hours."""
    row = Placement.objects.create(
        episode=episode,
        employer=employer or make_employer(episode.team),
        **{"purpose": "hours", "starts_on": START} | fields,
    )
    LadderStep.objects.bulk_create(
        LadderStep(placement=row, on=on, hours=Decimal(hours)) for on, hours in ladder
    )
    return row


def make_week(placement: Placement, monday: date, hours: str) -> WorkedWeek:
    return WorkedWeek.objects.create(placement=placement, monday=monday, hours=Decimal(hours))


def make_things(episode: Episode) -> dict[str, Any]:
    """A placement that goes on, a follow-up of it, and a form of wage subsidy."""
    placement = make_placement(episode)
    held = PlacementFollowUp.objects.create(placement=placement, held_on=date(2025, 4, 1))
    subsidy = SubsidyForm.objects.create(team=episode.team, title="Nystartsjobb")
    return {
        "placement": placement.pk,
        "placement_follow_up": held.pk,
        "subsidy": subsidy.pk,
    }
