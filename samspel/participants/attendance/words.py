"""Sentences about taps that pages and browsers are told."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

FAULTY_CLOCK = timedelta(minutes=5)
"""A phone's clock that is further off is told of; nothing follows from it."""


def conflict_told() -> str:
    """That somebody else was quicker."""
    return _("Somebody else has recorded something else meanwhile: choose which is right.")


def clock_told(seconds: int | None) -> str:
    """How wrong the phone's clock is, in the largest unit; empty where it is right enough."""
    if seconds is None or abs(seconds) <= FAULTY_CLOCK.total_seconds():
        return ""
    minutes = abs(seconds) // 60
    days, hours = minutes // (24 * 60), minutes // 60
    if days:
        length = ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
    elif hours:
        length = ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours}
    else:
        length = _("%(number)s minutes") % {"number": minutes}
    if seconds > 0:
        told = _("This phone's clock is %(length)s fast. The session's own day is what counts.")
    else:
        told = _("This phone's clock is %(length)s slow. The session's own day is what counts.")
    return told % {"length": length}
