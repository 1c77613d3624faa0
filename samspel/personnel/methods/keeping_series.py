"""Series of team meetings: added, changed and ended; the meetings ahead follow."""

from dataclasses import dataclass
from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.personnel.methods.laying_out import lay_out, take_away_empty
from samspel.personnel.methods.meeting_kind import MeetingKind
from samspel.personnel.methods.plausible import require_plausible
from samspel.personnel.methods.series import TeamMeetingSeries
from samspel.personnel.methods.team_meeting import TeamMeeting
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF = {
    "meeting_series_is_on_a_weekday": "weekday",
    "meeting_series_has_a_rhythm": "rhythm",
    "meeting_series_ends_after_it_begins": "ends_at",
    "meeting_series_ends_on_or_after_its_first_day": "last_on",
}


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """What is agreed on; ``kind`` in the team's words, ``agencies`` those that are expected."""

    kind: str
    rhythm: str
    weekday: int
    at: time
    ends_at: time
    first_on: date
    last_on: date | None = None
    agencies: tuple[Agency, ...] = ()


_PLAIN = ("rhythm", "weekday", "at", "ends_at", "first_on", "last_on")


def kind_called(team: Team, title: str) -> MeetingKind:
    """The team's kind of this name, however its letters are written; made where there is none."""
    if not title:
        raise ValidationError({"kind_title": [_("Write what kind of meeting it is.")]})
    # The database compares å, ä and ö with Å, Ä and Ö in its own way, so that Python does.
    for each in MeetingKind.objects.filter(team=team):
        if each.title.casefold() == title.casefold():
            return each
    return MeetingKind.objects.create(team=team, title=title)


def require_own(team: Team, agencies: tuple[Agency, ...]) -> None:
    """Raise ValidationError for an agency that is not one of the team's."""
    own = set(team.agencies.values_list("pk", flat=True))
    if foreign := [str(each) for each in agencies if each.pk not in own]:
        sentence = _("Not one of the team's agencies: %(names)s.") % {"names": ", ".join(foreign)}
        raise ValidationError({"expects": [sentence]})


def locked_team(team: Team) -> Team:
    """The team, locked: whoever else lays out or adds meetings waits."""
    return Team.objects.select_for_update().get(pk=team.pk)


def add_series(*, team: Team, plan: SeriesPlan, today: date, by: Actor) -> TeamMeetingSeries:
    """Begin a series and lay out its meetings, from its first day also where that has been.

    Raises ValidationError, by field, for what makes no sense.
    """
    with saving(FIELD_OF):
        own = locked_team(team)
        row = TeamMeetingSeries(team=own)
        _set(row, plan, today)
        row.save()
        row.agencies.set(plan.agencies)
        lay_out(series=row, start=row.first_on, today=today)
        own.touch()
        _tell("meeting_series_added", row, by)
    return row


def change_series(
    *, series: TeamMeetingSeries, version: int, plan: SeriesPlan, today: date, by: Actor
) -> TeamMeetingSeries:
    """Change what is agreed on. Meetings until today stay as they are, apart from those after a
    last day that hold nothing; those ahead that hold nothing are laid out anew.

    Raises ValidationError, by field, and ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        own = locked_team(series.team)
        row = TeamMeetingSeries.objects.select_for_update().get(pk=series.pk)
        row.team = own
        must_be(version, row)
        changed = _set(row, plan, today, agencies_kept=set(row.agencies.all()))
        if set(row.agencies.all()) != set(plan.agencies):
            changed.append("agencies")
        if not changed:
            return row
        row.version += 1
        row.save()
        row.agencies.set(plan.agencies)
        take_away_empty(row, today)
        lay_out(series=row, start=today, today=today)
        own.touch()
        _tell("meeting_series_changed", row, by, fields=changed)
    return row


def remove_series(*, series: TeamMeetingSeries, version: int, by: Actor) -> None:
    """Remove a series that was entered by mistake, with its meetings.

    Raises ValidationError where something is recorded of one of them, and ChangedMeanwhileError.
    """
    with saving():
        own = locked_team(series.team)
        row = TeamMeetingSeries.objects.select_for_update().get(pk=series.pk)
        must_be(version, row)
        empty = TeamMeeting.objects.filter(series=row, cases=None).empty().values_list("pk")
        if row.meetings.exclude(pk__in=empty).exists():
            raise ValidationError(
                _("Something is recorded of its meetings: enter its last day instead.")
            )
        _tell("meeting_series_removed", row, by, meetings=row.meetings.count())
        row.meetings.all().delete()
        row.delete()
        own.touch()


def _set(
    row: TeamMeetingSeries,
    plan: SeriesPlan,
    today: date,
    agencies_kept: frozenset[Agency] | set[Agency] = frozenset(),
) -> list[str]:
    """Take in the plan; an agency that has left the team since may stay in the series."""
    require_plausible(plan.first_on, "first_on", today)
    require_plausible(plan.last_on, "last_on", today)
    require_own(row.team, tuple(each for each in plan.agencies if each not in agencies_kept))
    changed = set_values(row, {name: getattr(plan, name) for name in _PLAIN})
    kind = kind_called(row.team, plan.kind)
    if row.kind_id != kind.pk:
        row.kind = kind
        changed.append("kind")
    check(row, FIELD_OF)
    return changed


def _tell(act: str, row: TeamMeetingSeries, by: Actor, **details: object) -> None:
    subject = f"meeting_series:{row.pk}"
    log(by=by, act=act, subject=subject, team_id=row.team_id, details=dict(details))
