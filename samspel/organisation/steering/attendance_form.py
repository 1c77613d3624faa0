"""The form on which it is noted who came: one choice for each seat, and the guests."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspel.organisation.steering.meeting import Presence, SteeringMeeting
from samspel.organisation.steering.noting_attendance import Noted, SeatAt
from samspel.organisation.steering.seat import SeatHolder, SeatKind
from samspel.records.forms import RecordForm

_BY_NAME = "by_name"
_HOLDER = "holder-"


class AttendanceForm(RecordForm):
    """Ordinary members can be stood in for by a substitute, or by somebody named."""

    guests = forms.CharField(
        label=gettext_lazy("Guests"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One on each line: name and where from."),
    )

    def __init__(
        self, data: Any = None, *, meeting: SteeringMeeting, seats: Sequence[SeatAt]
    ) -> None:
        self.record = meeting
        self._seats = seats
        super().__init__(data, initial={"version": meeting.version, "guests": meeting.guests})
        self._substitutes = {
            f"{_HOLDER}{at.holder.pk}": at.holder
            for at in seats
            if at.holder and at.seat.kind == SeatKind.SUBSTITUTE
        }
        for at in seats:
            self._add(at)
        self.order_fields(["version", *(name for at in seats for name in _names(at)), "guests"])

    def _add(self, at: SeatAt) -> None:
        who = at.holder.name if at.holder else _("vacant")
        self.fields[f"seat_{at.seat.pk}"] = forms.ChoiceField(
            label=f"{at.seat}: {who}",
            choices=list(self._choices(at)),
            initial=self._noted(at),
            error_messages={"required": _("Say whether the seat was taken.")},
        )
        if at.seat.kind == SeatKind.MEMBER:
            self.fields[f"instead_{at.seat.pk}"] = forms.CharField(
                label=_("Who came instead, %(seat)s") % {"seat": at.seat},
                required=False,
                max_length=120,
                initial=_named(at),
            )

    def _choices(self, at: SeatAt) -> Iterator[tuple[str, str]]:
        yield "", _("Choose …")
        if at.holder is not None:
            yield Presence.PRESENT.value, _("Came")
        yield Presence.ABSENT.value, _("Did not come")
        if at.seat.kind != SeatKind.MEMBER:
            return
        for value, holder in self._substitutes.items():
            yield value, _("%(name)s came instead") % {"name": holder.name}
        yield _BY_NAME, _("Somebody else came instead, named below")

    def _noted(self, at: SeatAt) -> str:
        """What was noted; nobody can have come to a vacant seat of another kind than a member's."""
        if at.noted is None:
            is_empty = at.holder is None and at.seat.kind != SeatKind.MEMBER
            return Presence.ABSENT.value if is_empty else ""
        if at.noted.presence != Presence.STAND_IN:
            return at.noted.presence
        return f"{_HOLDER}{at.noted.stand_in_id}" if at.noted.stand_in_id else _BY_NAME

    def clean(self) -> dict[str, Any]:
        """Whoever came instead has a name, and nobody is named who did not."""
        given = super().clean() or {}
        for at in self._seats:
            chosen, name = given.get(f"seat_{at.seat.pk}"), self._name(at)
            if chosen == _BY_NAME and not name:
                self.add_error(
                    f"instead_{at.seat.pk}", ValidationError(_("Write who came instead."))
                )
            elif chosen and chosen != _BY_NAME and name:
                text = _(
                    "Somebody is named here: choose “Somebody else came instead”, or clear it."
                )
                self.add_error(f"instead_{at.seat.pk}", ValidationError(text))
        return given

    def _name(self, at: SeatAt) -> str:
        return " ".join(str(self.cleaned_data.get(f"instead_{at.seat.pk}") or "").split())

    def noted(self) -> list[Noted]:
        """What was entered of each seat."""
        return [self._of(at) for at in self._seats]

    def _of(self, at: SeatAt) -> Noted:
        chosen = self.cleaned_data[f"seat_{at.seat.pk}"]
        stand_in: SeatHolder | None = self._substitutes.get(chosen)
        if stand_in is not None:
            return Noted(at, Presence.STAND_IN, stand_in, stand_in.name)
        if chosen == _BY_NAME:
            return Noted(at, Presence.STAND_IN, None, self._name(at))
        return Noted(at, chosen)


def _names(at: SeatAt) -> list[str]:
    return [f"seat_{at.seat.pk}", f"instead_{at.seat.pk}"]


def _named(at: SeatAt) -> str:
    is_named = at.noted is not None and at.noted.stand_in_id is None
    return at.noted.stand_in_name if at.noted is not None and is_named else ""
