"""Supervision and training: entered, changed, and removed where it was entered by mistake."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.personnel.methods.attendee import Attendee
from samspel.personnel.methods.keeping_series import locked_team
from samspel.personnel.methods.plausible import require_plausible
from samspel.personnel.methods.staff_session import StaffSession
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF = {
    "staff_session_has_a_kind": "kind",
    "staff_session_has_a_title": "title",
    "staff_session_ends_on_or_after_its_first_day": "last_on",
    "staff_session_is_on_one_day_at_least": "days",
    "staff_session_has_more_than_no_hours": "hours",
    "staff_session_cost_is_not_negative": "kronor",
}
HOURS_A_DAY = 24
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What is entered; ``cost`` in öre, ``last_on`` None is one day, ``days`` None all workdays."""

    kind: str
    title: str
    on: date
    provider: str = ""
    last_on: date | None = None
    days: int | None = None
    hours: Decimal | None = None
    cost: int | None = None
    names: tuple[str, ...] = ()


def workdays(first: date, last: date) -> int:
    """Mondays to Fridays from the first to the last day; one at least."""
    span = range((last - first).days + 1)
    return max(1, sum((first + timedelta(days=nth)).weekday() < SATURDAY for nth in span))


def add_session(*, team: Team, facts: SessionFacts, today: date, by: Actor) -> StaffSession:
    """Enter supervision or training. Raises ValidationError, by field, for what makes no sense."""
    with saving(FIELD_OF):
        row = StaffSession(team=locked_team(team))
        _set(row, facts, today)
        row.save()
        _name(row, facts.names)
        row.team.touch()
        _tell("staff_session_added", row, by)
    return row


def change_session(
    *, session: StaffSession, version: int, facts: SessionFacts, today: date, by: Actor
) -> StaffSession:
    """Change what is entered. Raises ValidationError, by field, and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = _locked(session, version)
        changed = _set(row, facts, today)
        if _name(row, facts.names):
            changed.append("names")
        if changed:
            row.version += 1
            row.save()
            row.team.touch()
            _tell("staff_session_changed", row, by, fields=changed)
    return row


def remove_session(*, session: StaffSession, version: int, by: Actor) -> None:
    """Remove what was entered by mistake. Raises ChangedMeanwhileError."""
    with saving():
        row = _locked(session, version)
        _tell("staff_session_removed", row, by)
        row.team.touch()
        row.delete()


def _locked(session: StaffSession, version: int) -> StaffSession:
    team = locked_team(session.team)
    row = StaffSession.objects.select_for_update().get(pk=session.pk)
    row.team = team
    must_be(version, row)
    return row


def _set(row: StaffSession, facts: SessionFacts, today: date) -> list[str]:
    last_on = facts.last_on or facts.on
    require_plausible(facts.on, "on", today)
    require_plausible(last_on, "last_on", today)
    days = facts.days or workdays(facts.on, last_on)
    changed = set_values(
        row,
        {
            "kind": facts.kind,
            "title": facts.title,
            "provider": facts.provider,
            "on": facts.on,
            "last_on": last_on,
            "days": days,
            "hours": facts.hours,
            "cost": facts.cost,
        },
    )
    check(row, FIELD_OF)
    if days > (last_on - facts.on).days + 1:
        raise ValidationError({"days": [_("That is more days than from the first to the last.")]})
    if facts.hours is not None and facts.hours > HOURS_A_DAY * days:
        raise ValidationError({"hours": [_("That is more hours than the days have.")]})
    return changed


def _name(row: StaffSession, names: tuple[str, ...]) -> bool:
    """Let exactly these take part; whether that changed anything."""
    before = set(row.attendees.values_list("name", flat=True))
    wanted = dict.fromkeys(names)
    if before == set(wanted):
        return False
    row.attendees.exclude(name__in=wanted).delete()
    Attendee.objects.bulk_create(
        Attendee(session=row, name=name) for name in wanted if name not in before
    )
    return True


def _tell(act: str, row: StaffSession, by: Actor, **details: object) -> None:
    subject = f"staff_session:{row.pk}"
    log(by=by, act=act, subject=subject, team_id=row.team_id, details=dict(details))
