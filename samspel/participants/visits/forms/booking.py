"""Booking a visit: when, whom it is about, and who refers."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.plausible import FIRST_DAY
from samspel.participants.visits.booking import ASKED, Asked
from samspel.participants.visits.calendar import moment
from samspel.participants.visits.occasions import ChosenTime, Occasion
from samspel.participants.visits.visit import Visit
from samspel.records.fields import NOT_CHOSEN, NameField, choices_of, code_field, date_field
from samspel.records.forms import LARGEST_VERSION, ActionForm, Group

ANOTHER, KEPT = "another", "kept"
_NOT_FREE = _("That time is no longer free: choose another one. What you wrote is still here.")
_WHEN = ("time", "on", "at", "place")
_WHO = ("given_name", "family_name")
_REFERRER = ("referred_by", "caseworker_name", "caseworker_email", "caseworker_comes")


def clock_field(label: Any, **options: Any) -> forms.TimeField:
    """A time of day, such as 10:00."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={"invalid": _("Write the time as 10:00.")},
        **options,
    )


class TimeForm(ActionForm):
    """One of the free times."""

    def __init__(
        self, data: Any = None, *, free: Sequence[Occasion], others: Any = (), **options: Any
    ) -> None:
        super().__init__(data, **options)
        self._others = others
        self.fields["time"] = forms.ChoiceField(
            label=_("Time"),
            error_messages={"invalid_choice": _NOT_FREE, "required": _("Choose a time.")},
        )
        self.offer(free)

    def offer(self, free: Sequence[Occasion]) -> None:
        """Let these times be chosen; again, where one was taken while the form was sent."""
        self._free = {each.code: each for each in free}
        field: Any = self.fields["time"]
        field.choices = [NOT_CHOSEN, *self._others, *_by_week(free)]

    def chosen(self) -> ChosenTime:
        """The time that was chosen."""
        return self._free[self.cleaned_data["time"]].chosen


def _by_week(free: Sequence[Occasion]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The times in groups, by the number of the week (ISO 8601), as people in Sweden count."""
    return [
        (
            translated("Week %(number)s") % {"number": week},
            [(each.code, each.text) for each in of_week],
        )
        for week, of_week in groupby(free, key=lambda each: each.day.isocalendar().week)
    ]


class MoveForm(TimeForm):
    """Another time for a booked visit, chosen by the caseworker."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION)


class AskedForm(TimeForm):
    """What is said of a visit when it is booked."""

    booking = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={"required": _("Open the page anew."), "invalid": _("Open the page anew.")},
    )
    given_name = NameField(label=_("Given name"))
    family_name = NameField(label=_("Family name"))
    caseworker_name = NameField(label=_("Caseworker"), max_length=120)
    caseworker_email = forms.EmailField(
        label=_("The caseworker's e-mail"),
        required=False,
        help_text=_("A confirmation and a reminder are sent here, without any name."),
    )
    caseworker_comes = forms.BooleanField(
        label=_("The caseworker comes along"), required=False, initial=True
    )

    def __init__(self, data: Any = None, *, referrers: Mapping[str, Any], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["referred_by"] = code_field(_("Referrer"), choices_of(referrers))
        self.order_fields([*_WHEN, *_WHO, *_REFERRER])

    def asked(self) -> Asked:
        """What was said, cleaned."""
        return Asked(**{name: self.cleaned_data[name] for name in ASKED})


class OpenBookingForm(AskedForm):
    """Filled in by a caseworker without an account."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        titles = choices_of(options["referrers"])
        self.fields["referred_by"] = code_field(_("Referrer"), titles, required=True)
        for name in ("caseworker_name", "caseworker_email"):
            self.fields[name].required = True
        self.fields["given_name"].help_text = _("May be left empty.")
        self.fields["family_name"].help_text = _("May be left empty.")
        self.fields["caseworker_name"].label = _("Your name")
        self.fields["caseworker_email"].label = _("Your e-mail")
        self.fields["caseworker_comes"].label = _("I come along to the visit")

    def groups(self) -> list[Group]:
        """When, whom it is about, and who refers."""
        return self.grouped(
            (_("The visit"), ("time", *_WHO)),
            (_("You who refer"), _REFERRER),
        )


class StaffBookingForm(AskedForm):
    """Filled in by staff: a free place of a standing time, or any time."""

    on = date_field(_("Day"))
    at = clock_field(_("Time of day"), required=False)
    place = NameField(label=_("Where"), max_length=120)

    def __init__(self, data: Any = None, **options: Any) -> None:
        others = [(ANOTHER, _("Another time, which you write below"))]
        super().__init__(data, **{"others": others} | options)
        self.order_fields([*_WHEN, *_WHO, *_REFERRER])

    def clean(self) -> dict[str, Any]:
        """Another time needs a day and a time of day."""
        cleaned = super().clean() or {}
        if cleaned.get("time") == ANOTHER:
            if (day := cleaned.get("on")) is not None and day < FIRST_DAY:
                self.add_error("on", ValidationError(_("Check the year: the date is before 1990.")))
            for name in ("on", "at"):
                if cleaned.get(name) is None and not self.has_error(name):
                    self.add_error(name, ValidationError(_("Write when the visit is.")))
        return cleaned

    def chosen(self) -> ChosenTime:
        """The time that was chosen, or written."""
        cleaned = self.cleaned_data
        if cleaned["time"] != ANOTHER:
            return super().chosen()
        return ChosenTime(moment(cleaned["on"], cleaned["at"]), cleaned["place"])

    def groups(self) -> list[Group]:
        """When, whom it is about, and who refers."""
        return self.grouped(
            (_("When"), ("time",)),
            (_("If it is another time"), ("on", "at", "place")),
            (_("Who is to come"), _WHO),
            (_("Who refers"), _REFERRER),
        )


class ChangeVisitForm(StaffBookingForm):
    """Another time or other particulars of a booked visit."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION)

    def __init__(self, data: Any = None, *, visit: Visit, **options: Any) -> None:
        initial = {name: getattr(visit, name) for name in (*ASKED, "version")}
        others = [(ANOTHER, _("Another time, which you write below"))]
        if visit.standing_time_id is None:
            initial |= {"time": ANOTHER, "on": visit.on, "at": visit.clock, "place": visit.place}
        else:
            initial["time"] = KEPT
            others.insert(0, (KEPT, _("As it stands")))
        super().__init__(data, initial=initial, others=others, **options)
        del self.fields["booking"]

    def new_time(self) -> ChosenTime | None:
        """The time that was chosen; None when it stays."""
        return None if self.cleaned_data["time"] == KEPT else self.chosen()
