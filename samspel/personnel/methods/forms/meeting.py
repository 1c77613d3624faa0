"""When the team meets, which agencies are expected, why it does not meet, and what was said."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.personnel.methods.keeping_meetings import Occasion
from samspel.personnel.methods.keeping_series import SeriesPlan
from samspel.personnel.methods.meeting_kind import MeetingKind
from samspel.personnel.methods.series import MeetingRhythm, TeamMeetingSeries
from samspel.personnel.methods.team_meeting import TeamMeeting
from samspel.records.fields import NameField, code_field, date_field
from samspel.records.forms import ActionForm, RecordForm
from samspel.records.recurrence import Weekday

_WHEN = ("kind_title", "at", "ends_at")


def clock_field(label: Any) -> forms.TimeField:
    """A time of day, such as 10:00."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={"invalid": _("Write the time as 10:00.")},
    )


class AgenciesField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    """Some of the team's agencies; one that has left the team may stay where it is already."""

    def __init__(self, team: Team, kept: Iterable[Agency] = ()) -> None:
        pks = {each.pk for each in (*team.agencies.all(), *kept)}
        super().__init__(
            queryset=Agency.objects.filter(pk__in=pks),
            label=_("Agencies that are expected"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _("Choose among the team's agencies.")},
        )


class _TimedForm(ActionForm):
    """What a series and a single meeting have in common."""

    kind_title = NameField(
        label=_("Kind of meeting"),
        required=True,
        help_text=_("In your own words, such as: case meeting, planning, staff meeting."),
    )
    at = clock_field(_("From"))
    ends_at = clock_field(_("To"))

    def offer(self, team: Team, kept: Iterable[Agency] = ()) -> None:
        """Offer the team's agencies, and the kinds of meetings that it has."""
        self.fields["expects"] = AgenciesField(team, kept)
        self.kinds = list(MeetingKind.objects.filter(team=team))
        self.fields["kind_title"].widget.attrs |= {"list": "meeting-kinds", "autocomplete": "off"}

    def times(self) -> dict[str, Any]:
        """Kind, times and agencies, cleaned."""
        given = self.cleaned_data
        return {
            "kind": given["kind_title"],
            "at": given["at"],
            "ends_at": given["ends_at"],
            "agencies": tuple(given["expects"]),
        }


class SeriesForm(_TimedForm):
    """A series that begins."""

    rhythm = code_field(_("How often"), MeetingRhythm.choices, required=True)
    weekday = forms.TypedChoiceField(
        label=_("Weekday"), choices=Weekday.choices, coerce=int, initial=Weekday.MONDAY
    )
    first_on = date_field(
        _("First day"),
        required=True,
        help_text=_("Every other week and once a month are counted from the first meeting."),
    )
    last_on = date_field(_("Last day"), help_text=_("Empty as long as it goes on."))
    field_order = ("kind_title", "rhythm", "weekday", "at", "ends_at", "first_on", "last_on")

    def __init__(self, data: Any = None, *, team: Team) -> None:
        super().__init__(data)
        self.offer(team)

    def plan(self) -> SeriesPlan:
        """What was entered, cleaned."""
        names = ("rhythm", "weekday", "first_on", "last_on")
        return SeriesPlan(**self.times(), **{name: self.cleaned_data[name] for name in names})


class ChangeSeriesForm(SeriesForm, RecordForm):
    """The same of a series that there is."""

    def __init__(self, data: Any = None, *, series: TeamMeetingSeries) -> None:
        self.record = series
        expected = list(series.agencies.all())
        names = (*_WHEN, "rhythm", "weekday", "first_on", "last_on", "version")
        initial = {name: getattr(series, name) for name in names}
        super(SeriesForm, self).__init__(data, initial=initial | {"expects": expected})
        self.offer(series.team, expected)


class MeetingForm(_TimedForm):
    """A single meeting."""

    on = date_field(_("Day"), required=True)
    field_order = ("kind_title", "on", "at", "ends_at")

    def __init__(self, data: Any = None, *, team: Team, **options: Any) -> None:
        super().__init__(data, **options)
        self.offer(team)

    def occasion(self) -> Occasion:
        """What was entered, cleaned."""
        return Occasion(on=self.cleaned_data["on"], **self.times())


class ChangeMeetingForm(MeetingForm, RecordForm):
    """The same of a meeting that there is."""

    def __init__(self, data: Any = None, *, meeting: TeamMeeting) -> None:
        self.record = meeting
        expected = [each.agency for each in meeting.expected.select_related("agency")]
        initial = {name: getattr(meeting, name) for name in (*_WHEN, "on", "version")}
        super(MeetingForm, self).__init__(data, initial=initial | {"expects": expected})
        self.offer(meeting.team, expected)


class CancelForm(RecordForm):
    """Why a meeting is not held."""

    because = NameField(
        label=_("Why"),
        required=True,
        max_length=200,
        help_text=_(
            "Such as: too few could come. The steering group reads it too, so write nothing about "
            "anybody's health."
        ),
    )

    def __init__(self, data: Any = None, *, meeting: TeamMeeting) -> None:
        self.record = meeting
        super().__init__(data, initial={"version": meeting.version})


class MinutesForm(RecordForm):
    """What was said at a meeting, in short."""

    minutes = forms.CharField(
        label=_("Minutes"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "About how you work, decisions and who does what. What is about one participant is a "
            "note of the case."
        ),
    )

    def __init__(self, data: Any = None, *, meeting: TeamMeeting) -> None:
        self.record = meeting
        initial = {"minutes": meeting.minutes, "version": meeting.version}
        super().__init__(data, initial=initial)
