"""Where a follow-up stands, in words: derived from its day, its row and a given day."""

from datetime import date

from django.db import models
from django.utils.translation import pgettext_lazy as _

from samspel.participants.follow_ups.schedule import Known, is_overdue, is_told


class State(models.TextChoices):
    """What has become of a follow-up; the first ones wait for somebody."""

    OVERDUE = "overdue", _("follow-up", "overdue")
    TO_WRITE = "to_write", _("follow-up", "to be written down")
    TO_BOOK = "to_book", _("follow-up", "to be booked")
    BOOKED = "booked", _("follow-up", "booked")
    COMING = "coming", _("follow-up", "to come")
    HELD = "held", _("follow-up", "held")
    LEFT_OUT = "left_out", _("follow-up", "left out")
    PASSED = "passed", _("follow-up", "never held")


LOOKS = {
    State.OVERDUE: "is-due",
    State.TO_WRITE: "is-due",
    State.TO_BOOK: "",
    State.BOOKED: "is-active",
    State.COMING: "is-quiet",
    State.HELD: "",
    State.LEFT_OUT: "is-quiet",
    State.PASSED: "is-quiet",
}
"""The look of each state's mark: colour stands only where something is due."""


def state_of(due_on: date, row: Known | None, waited_for: date | None, today: date) -> State:
    """Where the follow-up of a day stands; ``waited_for`` is the one that the case waits for.

    ``waited_for`` is None for a case that has ended.
    """
    booked_on = row.booked_on if row is not None else None
    if row is not None and row.is_settled:
        return State.HELD if row.held_on is not None else State.LEFT_OUT
    if booked_on is not None and booked_on >= today and waited_for is not None:
        return State.BOOKED
    if waited_for is None or due_on < waited_for:
        return State.PASSED
    if due_on > waited_for or not (is_told(due_on, today) or booked_on is not None):
        return State.COMING
    if is_overdue(due_on, booked_on, today):
        return State.OVERDUE
    return State.TO_BOOK if booked_on is None else State.TO_WRITE
