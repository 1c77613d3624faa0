"""Single sessions: adding, moving, cancelling and putting back, and what was done."""

from dataclasses import dataclass
from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.groups.group import Group
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.laying_out import lay_out, take_away_surplus
from samspel.participants.groups.naming import require_no_names
from samspel.participants.groups.overlapping import require_room
from samspel.participants.groups.session import CAME, Session
from samspel.participants.groups.writing import check_row, locked_group, touch_teams
from samspel.records.versions import must_be, set_values


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where a session is, as entered; title and kind are of a single activity."""

    on: date
    at: time
    ends_at: time
    place: str = ""
    led_by: User | None = None
    title: str = ""
    kind: GroupKind | None = None


_WHEN = ("on", "at", "ends_at", "place", "led_by", "title")


def add_session(
    *, group: Group, occasion: Occasion, today: date, by: Actor, no_name: bool = False
) -> Session:
    """One more session of a group. Raises ValidationError with every fault."""
    with saving(by):
        row = locked_group(group)
        session = Session(team=row.team, kind_id=row.kind_id, group=row)
        _set(session, occasion)
        _check(session, today, by, no_name=no_name)
        session.save()
        _done("session_added", session, by)
    return session


def add_activity(*, team: Team, occasion: Occasion, today: date, by: Actor) -> Session:
    """A single activity without a group. Raises ValidationError with every fault."""
    with saving(by):
        team.touch()
        session = Session(team=team)
        _set(session, occasion)
        if occasion.kind is None or occasion.kind.team_id != team.pk:
            raise ValidationError({"kind": [_("Choose one of the team's kinds of groups.")]})
        session.kind = occasion.kind
        _check(session, today, by)
        session.save()
        _done("session_added", session, by)
    return session


def change_session(
    *,
    session: Session,
    version: int,
    occasion: Occasion,
    today: date,
    by: Actor,
    no_name: bool = False,
) -> Session:
    """Move a session to another day, time or place, or say who leads it.

    One that somebody came to stays on its day. Raises ValidationError with every fault, and
    ChangedMeanwhileError.
    """
    with saving(by):
        row = _locked(session, version)
        before = row.on
        changed = _set(row, occasion)
        if occasion.kind is not None and row.group_id is None and row.kind_id != occasion.kind.pk:
            row.kind = occasion.kind
            changed.append("kind")
        if not changed:
            return row
        if row.on != before and not Session.objects.filter(pk=row.pk, attendances=None).exists():
            sentence = _("It is recorded who came that day: add another session instead.")
            raise ValidationError({"on": [sentence]})
        _check(row, today, by, no_name=no_name)
        row.version += 1
        row.save()
        _done("session_changed", row, by, fields=changed)
    return row


def cancel_session(
    *,
    session: Session,
    version: int,
    because: str,
    today: date,
    by: Actor,
    no_name: bool = False,
) -> Session:
    """The session is not held. Of a group with a number of sessions another one is laid out.

    Raises ValidationError without a reason or when it is recorded that somebody came, and
    ChangedMeanwhileError.
    """
    with saving(by):
        row = _locked(session, version)
        if not because:
            raise ValidationError({"because": [_("Write why, so that others know.")]})
        require_no_names(row, because, "because", by, no_name=no_name)
        if Session.objects.filter(pk=row.pk, attendances__presence__in=CAME).exists():
            raise ValidationError(_("It is recorded that somebody came, so it was held."))
        row.cancelled_because = because
        row.version += 1
        row.save()
        if row.group is not None:
            lay_out(group=row.group, start=today, today=today)
        _done("session_cancelled", row, by)
    return row


def restore_session(*, session: Session, version: int, today: date, by: Actor) -> Session:
    """The session is held after all; one that is not cancelled stays as it is.

    Of a group with a number of sessions the last one ahead goes for it. Raises ValidationError
    when the group meets at that time meanwhile, and ChangedMeanwhileError.
    """
    with saving(by):
        row = _locked(session, version)
        if not row.is_cancelled:
            return row
        row.cancelled_because, row.recess = "", None
        if row.group is not None:
            if not row.group.is_within(row.on):
                raise ValidationError(_("That is not one of the group's days."))
            _flat(row)
        row.version += 1
        row.save()
        if row.group is not None:
            take_away_surplus(row.group, today)
        _done("session_restored", row, by)
    return row


def _flat(row: Session) -> None:
    """The sentence of an overlap without its field: a button has none."""
    try:
        require_room(row.group or Group(), row)
    except ValidationError as refused:
        raise ValidationError(refused.messages) from refused


def write_note(
    *, session: Session, version: int, note: str, by: Actor, no_name: bool = False
) -> Session:
    """Write what was done. Raises ValidationError where a shared group's text names somebody,
    and ChangedMeanwhileError."""
    with saving(by):
        row = _locked(session, version)
        require_no_names(row, note, "note", by, no_name=no_name)
        if set_values(row, {"note": note}):
            row.version += 1
            row.save()
            _tell("session_noted", row, by)
    return row


def _locked(session: Session, version: int) -> Session:
    """The session as it now stands; its group is locked first, as by whoever lays out."""
    group = locked_group(session.group) if session.group is not None else None
    row = Session.objects.select_for_update().get(pk=session.pk)
    row.team, row.group = session.team, group
    must_be(version, row)
    return row


def _set(row: Session, occasion: Occasion) -> list[str]:
    values = {name: getattr(occasion, name) for name in _WHEN}
    if row.group_id is not None:
        del values["title"]
    return set_values(row, values)


def _check(row: Session, today: date, by: Actor, *, no_name: bool = False) -> None:
    check_row(row, {"on": row.on}, today)
    require_no_names(row, row.place, "place", by, no_name=no_name)
    if row.group is None:
        return
    if not row.group.is_within(row.on):
        raise ValidationError({"on": [_("That is not one of the group's days.")]})
    if not row.is_cancelled:
        require_room(row.group, row)


def _done(act: str, row: Session, by: Actor, **details: object) -> None:
    if row.group is None:
        row.team.touch()
    else:
        touch_teams(row.group)
    _tell(act, row, by, **details)


def _tell(act: str, row: Session, by: Actor, **details: object) -> None:
    subject = f"session:{row.pk}"
    log(by=by, act=act, subject=subject, team_id=row.team_id, details=dict(details))
