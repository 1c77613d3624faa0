"""Closing somebody with all that it led to, or putting that right afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.closing import Closing, close
from samspel.participants.closings.details import ClosingDetails
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.episode import Episode

FITS: Mapping[str, tuple[str, ...]] = {
    "work": ("employment", "extent", "is_subsidised", "employer"),
    "studies": ("studies",),
}
"""What is asked of one outcome only; the rest is asked of every closing."""
_MISFIT = {
    "work": lazy("This is asked only when the outcome is work. Leave it empty."),
    "studies": lazy("This is asked only when the outcome is studies. Leave it empty."),
}


@dataclass(frozen=True, slots=True)
class LedTo:
    """The details of a closing. ``extent`` is in per cent of full time."""

    employment: str = ""
    extent: int | None = None
    is_subsidised: bool | None = None
    employer: str = ""
    studies: str = ""
    next_step: str = ""
    taken_over_by: str = ""


def close_with_details(
    *, episode: Episode, version: int, closing: Closing, led_to: LedTo, today: date, by: Actor
) -> Episode:
    """Close somebody and write down what it led to, both or neither.

    Raises ValidationError where a detail does not fit the outcome, and as `close` does.
    """
    with saving(by):
        require_fitting(closing.outcome, led_to)
        closed = close(episode=episode, version=version, closing=closing, today=today, by=by)
        _write(closed, led_to)
    return closed


def correct_details(*, episode: Episode, led_to: LedTo, version: int, by: Actor) -> ClosingDetails:
    """Put right the details of a closing; ``version`` is that of the details, 0 for none yet.

    Raises ValidationError, also where somebody else has saved them meanwhile.
    """
    with saving(by):
        row = Episode.objects.select_for_update().select_related("team").get(pk=episode.pk)
        require_fitting(row.outcome, led_to)
        there = ClosingDetails.objects.filter(episode=row).first()
        if (there.version if there else 0) != version:
            raise ValidationError(
                _("Somebody else has saved this meanwhile. Open the page again and check.")
            )
        details = _write(row, led_to)
        log(
            by=by,
            act="closing_details_corrected",
            subject=f"episode:{row.pk}",
            team_id=row.team_id,
        )
    return details


def require_fitting(outcome: str, led_to: LedTo) -> None:
    """Raise ValidationError at each detail that belongs to another outcome."""
    faults: dict[str, list[str]] = {}
    for other, names in FITS.items():
        for name in names:
            if other != outcome and getattr(led_to, name) not in ("", None):
                faults[name] = [str(_MISFIT[other])]
    if faults:
        raise ValidationError(dict(faults))


def _write(episode: Episode, led_to: LedTo) -> ClosingDetails:
    details = ClosingDetails.objects.filter(episode=episode).first()
    details = details or ClosingDetails(episode=episode, version=0)
    for name in LedTo.__dataclass_fields__:
        setattr(details, name, getattr(led_to, name))
    details.version += 1
    broken = broken_constraints(details)
    if broken:
        raise ValidationError(dict(broken))
    details.save()
    return details
