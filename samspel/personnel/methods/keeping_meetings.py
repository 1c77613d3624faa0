"""Single team meetings: adding, moving, cancelling, minutes, and which agencies came."""

from dataclasses import dataclass
from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.personnel.methods.keeping_series import kind_called, locked_team, require_own
from samspel.personnel.methods.plausible import require_plausible
from samspel.personnel.methods.team_meeting import MeetingAgency, TeamMeeting
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF = {
    "team_meeting_is_there_once_at_a_time": "at",
    "team_meeting_ends_after_it_begins": "ends_at",
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a meeting is, as entered; ``kind`` in the team's words."""

    kind: str
    on: date
    at: time
    ends_at: time
    agencies: tuple[Agency, ...] = ()


def add_meeting(*, team: Team, occasion: Occasion, today: date, by: Actor) -> TeamMeeting:
    """A single meeting. Raises ValidationError, by field, for what makes no sense."""
    with saving(FIELD_OF):
        row = TeamMeeting(team=locked_team(team))
        _set(row, occasion, today)
        row.save()
        _expect(row, occasion.agencies)
        row.team.touch()
        _tell("team_meeting_added", row, by)
    return row


def change_meeting(
    *, meeting: TeamMeeting, version: int, occasion: Occasion, today: date, by: Actor
) -> TeamMeeting:
    """Move a meeting, or say who is expected. Raises ValidationError, by field, also where an
    agency that came is left out, and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = _locked(meeting, version)
        changed = _set(row, occasion, today)
        if _expect(row, occasion.agencies):
            changed.append("agencies")
        if changed:
            _save(row)
            _tell("team_meeting_changed", row, by, fields=changed)
    return row


def cancel_meeting(*, meeting: TeamMeeting, version: int, because: str, by: Actor) -> TeamMeeting:
    """The meeting is not held. Raises ValidationError without a reason or where an agency came,
    and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = _locked(meeting, version)
        if not because:
            raise ValidationError({"because": [_("Write why, so that others know.")]})
        if row.expected.filter(came=True).exists():
            raise ValidationError(_("It is recorded that an agency came, so it was held."))
        row.cancelled_because = because
        _save(row)
        _tell("team_meeting_cancelled", row, by)
    return row


def restore_meeting(*, meeting: TeamMeeting, version: int, by: Actor) -> TeamMeeting:
    """The meeting is held after all. Raises ValidationError where the team meets at that time
    meanwhile, and ChangedMeanwhileError."""
    with saving():
        row = _locked(meeting, version)
        if row.is_cancelled:
            row.cancelled_because = ""
            check(row)
            _save(row)
            _tell("team_meeting_restored", row, by)
    return row


def write_minutes(*, meeting: TeamMeeting, version: int, minutes: str, by: Actor) -> TeamMeeting:
    """Write what was said. Raises ChangedMeanwhileError."""
    with saving():
        row = _locked(meeting, version)
        if set_values(row, {"minutes": minutes}):
            _save(row)
            _tell("team_meeting_minuted", row, by)
    return row


def record_agency(
    *, meeting: TeamMeeting, agency: Agency, came: bool | None, today: date, by: Actor
) -> MeetingAgency:
    """Say whether an agency that was expected came; None takes it back.

    Said twice it stays as it is. Raises ValidationError for a meeting that is ahead or cancelled,
    and for an agency that was not expected.
    """
    with saving():
        own = locked_team(meeting.team)
        held = TeamMeeting.objects.select_for_update().get(pk=meeting.pk)
        row = MeetingAgency.objects.filter(meeting=held, agency=agency).first()
        if row is None:
            raise ValidationError(_("The agency was not expected at the meeting."))
        if held.is_cancelled:
            raise ValidationError(_("The meeting is cancelled, so nobody came."))
        if held.on > today:
            raise ValidationError(_("Say who came when the meeting has been."))
        if row.came != came:
            row.came = came
            row.save(update_fields=["came"])
            own.touch()
            _tell("team_meeting_agency_told", held, by, agency=agency.pk)
    return row


def remove_meeting(*, meeting: TeamMeeting, version: int, today: date, by: Actor) -> None:
    """Remove a meeting that was entered by mistake or never was, and holds nothing.

    Raises ValidationError for one of a series that would be laid out again, which is cancelled
    instead, and where something is recorded of it; and ChangedMeanwhileError.
    """
    with saving():
        row = _locked(meeting, version)
        if not row.is_removable(today):
            raise ValidationError(_("It belongs to a series: cancel it instead."))
        if not TeamMeeting.objects.filter(pk=row.pk, cases=None).empty().exists():
            raise ValidationError(_("Something is recorded of the meeting: cancel it instead."))
        _tell("team_meeting_removed", row, by)
        row.team.touch()
        row.delete()


def _locked(meeting: TeamMeeting, version: int) -> TeamMeeting:
    """The meeting as it now stands; its team is locked first, as by whoever lays out."""
    team = locked_team(meeting.team)
    row = TeamMeeting.objects.select_for_update().get(pk=meeting.pk)
    row.team = team
    must_be(version, row)
    return row


def _set(row: TeamMeeting, occasion: Occasion, today: date) -> list[str]:
    require_plausible(occasion.on, "on", today)
    moved = {name: getattr(occasion, name) for name in ("on", "at", "ends_at")}
    changed = set_values(row, moved)
    if row.pk and "on" in changed and row.expected.filter(came__isnull=False).exists():
        sentence = _("It is recorded who came that day: add another meeting instead.")
        raise ValidationError({"on": [sentence]})
    kind = kind_called(row.team, occasion.kind)
    if row.kind_id != kind.pk:
        row.kind = kind
        changed.append("kind")
    check(row, FIELD_OF)
    return changed


def _expect(row: TeamMeeting, agencies: tuple[Agency, ...]) -> bool:
    """Expect exactly these agencies; whether that changed anything."""
    before = {each.agency_id: each for each in row.expected.all()}
    wanted = {each.pk: each for each in agencies}
    added = [each for pk, each in wanted.items() if pk not in before]
    require_own(row.team, tuple(added))
    gone = [each for pk, each in before.items() if pk not in wanted]
    if any(each.came for each in gone):
        raise ValidationError({"expects": [_("An agency that came cannot be left out.")]})
    MeetingAgency.objects.filter(pk__in=[each.pk for each in gone]).delete()
    MeetingAgency.objects.bulk_create(MeetingAgency(meeting=row, agency=each) for each in added)
    return bool(added or gone)


def _save(row: TeamMeeting) -> None:
    row.version += 1
    row.save()
    row.team.touch()


def _tell(act: str, row: TeamMeeting, by: Actor, **details: object) -> None:
    subject = f"team_meeting:{row.pk}"
    log(by=by, act=act, subject=subject, team_id=row.team_id, details=dict(details))
