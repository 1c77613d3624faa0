"""Cancelling all sessions from a day to a day in one act, and opening again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.groups.group import Group, Sharing
from samspel.participants.groups.laying_out import lay_out, take_away_surplus
from samspel.participants.groups.naming import require_nameless
from samspel.participants.groups.overlapping import overlap
from samspel.participants.groups.recess import Recess
from samspel.participants.groups.session import CAME, Session
from samspel.participants.groups.writing import check_row


@dataclass(frozen=True, slots=True)
class Pause:
    """From when to when there are no sessions, as entered; without a group it is all of them."""

    from_on: date
    until_on: date
    because: str
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many sessions changed, and how many stay as they were."""

    changed: int
    kept: int


def enter_recess(
    *, team: Team, pause: Pause, today: date, by: Actor, no_name: bool = False
) -> Outcome:
    """Cancel the sessions of the team's groups, or of one, from a day to a day for one reason.

    Sessions that are laid out later are cancelled too, one that somebody came to was held and
    stays. Raises ValidationError with every fault.
    """
    with saving(by):
        if pause.group is not None and pause.group.team_id != team.pk:
            raise ValidationError({"scope": [_("Choose one of the groups in the list.")]})
        groups = _locked_groups(team, pause.group)
        row = Recess(
            team=team,
            group=pause.group,
            from_on=pause.from_on,
            until_on=pause.until_on,
            because=pause.because,
        )
        check_row(row, {"from_on": row.from_on, "until_on": row.until_on}, today)
        for group in groups:
            require_nameless(group, {"because": row.because}, by, no_name=no_name)
        row.save()
        outcome = _cancel(row, groups)
        for group in groups:
            lay_out(group=group, start=today, today=today)
        _done("recess_entered", row, groups, by)
    return outcome


def end_recess(*, recess: Recess, today: date, by: Actor) -> Outcome:
    """From today on the groups meet again; what has gone by stays cancelled.

    A session stays cancelled where another recess covers its day, or where the group meets at
    the same time meanwhile. Once more changes nothing.
    """
    with saving(by):
        groups = _locked_groups(recess.team, recess.group)
        row = Recess.objects.select_for_update().filter(pk=recess.pk).first()
        if row is None or row.until_on < today:
            return Outcome(0, 0)
        outcome = _restore(row, groups, today)
        if row.from_on < today:
            row.until_on = today - timedelta(days=1)
            row.save()
        else:
            row.delete()
        for group in groups:
            take_away_surplus(group, today)
        _done("recess_ended", row, groups, by)
    return outcome


def _locked_groups(team: Team, group: Group | None) -> list[Group]:
    """Locked in one order, so that two acts never wait for each other."""
    found = Group.objects.select_for_update().filter(team=team).order_by("pk")
    rows = list(found if group is None else found.filter(pk=group.pk))
    for each in rows:
        each.team = team
    return rows


def _cancel(row: Recess, groups: Sequence[Group]) -> Outcome:
    within = Session.objects.held().filter(
        group__in=[each.pk for each in groups], on__range=(row.from_on, row.until_on)
    )
    came = Session.objects.filter(attendances__presence__in=CAME).order_by().values("pk")
    number = within.count()
    changed = within.exclude(pk__in=came).update(
        cancelled_because=row.because, recess=row, version=F("version") + 1
    )
    return Outcome(changed, number - changed)


def _restore(row: Recess, groups: Sequence[Group], today: date) -> Outcome:
    by_id = {each.pk: each for each in groups}
    ahead = list(Session.objects.filter(recess=row, on__gte=today).order_by("on", "at", "pk"))
    days = {each.on for each in ahead}
    held = list(Session.objects.held().filter(group__in=by_id, on__in=days))
    others = list(Recess.objects.filter(team=row.team_id).exclude(pk=row.pk))
    restored = 0
    for session in ahead:
        group = by_id[session.group_id] if session.group_id else None
        session.recess = next((each for each in others if _covers(each, session)), None)
        session.cancelled_because = session.recess.because if session.recess else row.because
        is_free = group is not None and group.is_within(session.on) and not _meets(session, held)
        if session.recess is None and is_free:
            session.cancelled_because = ""
            held.append(session)
            restored += 1
        session.version += 1
    Session.objects.bulk_update(ahead, ["recess", "cancelled_because", "version"])
    return Outcome(restored, len(ahead) - restored)


def _covers(recess: Recess, session: Session) -> bool:
    return recess.covers(session.on) and recess.group_id in (None, session.group_id)


def _meets(session: Session, held: Sequence[Session]) -> bool:
    """Whether the group is under way at that time; of times that overlap one is put back."""
    return any(
        each.group_id == session.group_id and each.on == session.on and overlap(each, session)
        for each in held
    )


def _done(act: str, row: Recess, groups: Sequence[Group], by: Actor) -> None:
    """All teams of the groups are told, in an order that never deadlocks; one line of the log."""
    shared = Sharing.objects.filter(group__in=[each.pk for each in groups]).values("team")
    for team in Team.objects.filter(Q(pk=row.team_id) | Q(pk__in=shared)).order_by("pk"):
        team.touch()
    subject = f"group:{row.group_id}" if row.group_id else f"team:{row.team_id}"
    days = {"from_on": row.from_on.isoformat(), "until_on": row.until_on.isoformat()}
    log(by=by, act=act, subject=subject, team_id=row.team_id, details=days)
