"""Booking a study visit, giving it another time, and cancelling it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.mail import outbox
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.links.link import Link, LinkState, Purpose
from samspel.participants.links.tokens import LinkRefused, links_of, withdraw_links
from samspel.participants.visits import mails
from samspel.participants.visits.calendar import day_bounds
from samspel.participants.visits.occasions import ChosenTime
from samspel.participants.visits.places import take_place, taken
from samspel.participants.visits.reminders import remind_of_late_booking
from samspel.participants.visits.visit import Came, Visit

MOST_A_DAY = 10
"""Bookings through one link on one day: more than a caseworker needs, fewer than fill a team."""
AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said of a visit when it is booked. Names may be left out."""

    given_name: str = ""
    family_name: str = ""
    referred_by: str = ""
    caseworker_name: str = ""
    caseworker_email: str = ""
    caseworker_comes: bool = True


ASKED = tuple(Asked.__dataclass_fields__)


def book(
    *,
    booking_id: UUID,
    team: Team,
    time: ChosenTime,
    asked: Asked,
    through: Link | None = None,
    now: datetime,
    by: Actor,
) -> Visit:
    """Book a visit; the same ``booking_id`` again, sent twice, is the same visit.

    ``through`` is the link by which somebody without account books. Raises ValidationError when
    the time is taken, cancelled, past or too far ahead, and LinkRefused when the link was
    withdrawn meanwhile.
    """
    with saving(by):
        if through is not None:
            _lock(through, now)
        if (before := _known(booking_id, team, through, by)) is not None:
            return before
        if through is not None:
            _require_few(through, now)
        require_bookable(team, time, now=now, is_staff=through is None)
        visit = Visit(pk=booking_id, team=team, booked_at=now, booked_by=by.user)
        visit.booked_through = through
        _say(visit, asked)
        try:
            take_place(visit, time)
            _save_new(visit)
        except ValidationError:
            if (before := sent_before(booking_id, team, through, by)) is None:
                raise
            return before
        log(by=by, act="visit_booked", subject=f"visit:{visit.pk}", team_id=team.pk)
        tell_of_booking(visit, now=now, by=by)
        if through is not None:
            mails.tell_staff(visit, mails.BOOKED_THROUGH_LINK, now=now)
    return visit


def tell_of_booking(visit: Visit, *, now: datetime, by: Actor) -> None:
    """Tell the caseworker that a visit is booked, and remind of it on the day before."""
    mails.tell_caseworker(visit, mails.BOOKED, now=now, by=by)
    remind_of_late_booking(visit, now=now, by=by)


def _lock(through: Link, now: datetime) -> None:
    """Bookings through one link stand in a row; it may have been withdrawn meanwhile."""
    state = Link.objects.select_for_update().get(pk=through.pk).state(now)
    if state != LinkState.OPENS:
        raise LinkRefused(state)


def _require_few(link: Link, now: datetime) -> None:
    """A link that got into wrong hands must not fill every time."""
    today = timezone.localdate(now)
    first, _after = day_bounds(today, today)
    if Visit.objects.filter(booked_through=link, booked_at__gte=first).count() >= MOST_A_DAY:
        raise ValidationError(
            _("Many visits have been booked through this link today: ask the team, or come back.")
        )


def sent_before(booking_id: UUID, team: Team, through: Link | None, by: Actor) -> Visit | None:
    """What the same form booked when it was sent before, by the same person or link."""
    same = Visit.objects.filter(pk=booking_id, team=team, booked_through=through)
    return same.filter(booked_by=by.user).select_related("team").first()


def _known(booking_id: UUID, team: Team, through: Link | None, by: Actor) -> Visit | None:
    """The visit of this number, if there is one yet. Raises ValidationError for somebody else's.

    Whether there is one is asked first: the other sending may be done between two questions.
    """
    if not Visit.objects.filter(pk=booking_id).exists():
        return None
    if (before := sent_before(booking_id, team, through, by)) is None:
        raise ValidationError(_("Nothing was booked: open the page anew and try again."))
    return before


def require_bookable(team: Team, time: ChosenTime, *, now: datetime, is_staff: bool) -> None:
    """Raise ValidationError for a time that has passed or when the team is not there.

    Staff may book from the morning of the day, for who came unannounced.
    """
    today = timezone.localdate(now)
    earliest = day_bounds(today, today)[0] if is_staff else now
    if time.starts_at < earliest:
        raise ValidationError({"time": [_("The time has passed: choose one that is to come.")]})
    if time.starts_at > now + AHEAD:
        raise ValidationError({"time": [_("Check the year: it is more than a year ahead.")]})
    if team.closed_on is not None and team.closed_on <= timezone.localdate(time.starts_at):
        raise ValidationError({"time": [_("The team is closed then.")]})


def _say(visit: Visit, asked: Asked) -> list[str]:
    changed = [name for name in ASKED if getattr(visit, name) != getattr(asked, name)]
    for name in changed:
        setattr(visit, name, getattr(asked, name))
    return changed


def _save_new(visit: Visit) -> None:
    """Insert it; where two got so far at once the database's constraint decides."""
    try:
        with transaction.atomic():
            visit.save(force_insert=True)
    except IntegrityError as error:
        raise taken() from error


def locked(visit: Visit) -> Visit:
    """The visit as it now stands, locked until the transaction ends."""
    row = Visit.objects.select_for_update().get(pk=visit.pk)
    row.team = visit.team
    return row


def require_awaited(visit: Visit) -> None:
    """Raise ValidationError where somebody has said what became of the visit."""
    if not visit.is_awaited:
        raise ValidationError(_("It is entered already what became of this visit."))


def change(
    *,
    visit: Visit,
    version: int,
    time: ChosenTime | None,
    asked: Asked | None,
    now: datetime,
    by: Actor,
) -> Visit:
    """Give a visit another time or other particulars; None leaves them as they are.

    Who has no account may move it only. Raises ValidationError as `book` does, and when somebody
    else changed the visit after the writer had opened it.
    """
    with saving(by):
        row = locked(visit)
        require_awaited(row)
        if row.version != version:
            raise ValidationError(
                _("Somebody else changed the visit meanwhile: check what stands, and save again.")
            )
        starts_at, email = row.starts_at, row.caseworker_email
        changed = [] if asked is None else _say(row, asked)
        if time is not None and not _is_there(row, time):
            _move(row, time, now=now, by=by)
            changed.append("starts_at")
        if changed:
            _save_changed(row, changed, by)
            _tell_of_change(row, starts_at, email, now=now, by=by)
    return row


def _move(row: Visit, time: ChosenTime, *, now: datetime, by: Actor) -> None:
    require_bookable(row.team, time, now=now, is_staff=by.user is not None)
    outbox.cancel(mails.reminder_key(row))
    take_place(row, time)


def _is_there(visit: Visit, time: ChosenTime) -> bool:
    return (visit.starts_at, visit.standing_time_id, visit.place) == (
        time.starts_at,
        time.standing_time_id,
        time.place,
    )


def _save_changed(row: Visit, changed: list[str], by: Actor) -> None:
    row.version += 1
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise taken() from error
    details = {"fields": sorted(changed)}
    subject = f"visit:{row.pk}"
    log(by=by, act="visit_changed", subject=subject, team_id=row.team_id, details=details)


def _tell_of_change(
    visit: Visit, starts_at: datetime, email: str, *, now: datetime, by: Actor
) -> None:
    """Links go on opening the page until the visit begins; who is no longer told has none."""
    has_moved = visit.starts_at != starts_at
    if visit.caseworker_email != email:
        withdraw_links(Purpose.CHANGE_VISIT, visit.pk, now=now)
        outbox.cancel(mails.reminder_key(visit))
        tell_of_booking(visit, now=now, by=by)
    elif has_moved:
        links = links_of(Purpose.CHANGE_VISIT, visit.pk)
        links.filter(made_at__lt=visit.starts_at).update(expires_at=visit.starts_at)
        mails.tell_caseworker(visit, mails.MOVED, now=now, by=by)
        remind_of_late_booking(visit, now=now, by=by)
    if has_moved and by.user is None:
        mails.tell_staff(visit, mails.MOVED_THROUGH_LINK, now=now)


def cancel(*, visit: Visit, now: datetime, by: Actor) -> Visit:
    """Cancel a visit and let its place go; once more changes nothing.

    Staff cancel for the team, and the caseworker is told; who has no account cancels for
    themselves, and the team is told. Raises ValidationError where the visit has been made.
    """
    with saving(by):
        row = locked(visit)
        if row.came == Came.CANCELLED:
            return row
        require_awaited(row)
        row.came = Came.CANCELLED
        row.version += 1
        row.save()
        outbox.cancel(mails.reminder_key(row))
        if by.user is None:
            mails.tell_staff(row, mails.CANCELLED_THROUGH_LINK, now=now)
        else:
            mails.tell_caseworker(row, mails.CANCELLED, now=now, by=by)
        log(by=by, act="visit_cancelled", subject=f"visit:{row.pk}", team_id=row.team_id)
    return row
