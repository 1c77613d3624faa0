"""What is filled in about somebody's readiness for a placement."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samspel.participants.employers.demands import Accessibility, Structure
from samspel.participants.employers.work_kind import WorkKind
from samspel.participants.episode import Episode
from samspel.participants.placements.hours_field import HoursField
from samspel.participants.placements.purpose import titles_of
from samspel.participants.placements.readiness import Readiness
from samspel.participants.placements.readying import Wishes
from samspel.records.fields import code_field, date_field
from samspel.records.forms import Group, RecordForm
from samspel.records.versions import Versioned

_TICKS = forms.CheckboxSelectMultiple


class ReadinessForm(RecordForm):
    """Since when, what is wished for, and what is needed."""

    ready_on = date_field(
        _("Ready since"),
        help_text=_("Leave empty as long as the person is not ready. From that day they wait."),
    )
    wishes = forms.CharField(
        label=_("Wishes"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What the participant would like to do, in their words."),
    )
    strengths = forms.CharField(
        label=_("Strengths"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What they are good at, know or have done."),
    )
    hours = HoursField(label=_("Hours a week to begin with"), help_text=_("For example 10 or 7,5."))

    def __init__(self, data: Any = None, *, readiness: Readiness, episode: Episode) -> None:
        names = (*Wishes.__dataclass_fields__, "version")
        stands = {name: getattr(readiness, name) for name in names if name != "work_kinds"}
        wished = readiness.work_kinds.all() if readiness.version else WorkKind.objects.none()
        stands["work_kinds"] = list(wished)
        super().__init__(data, initial=stands)
        kinds = WorkKind.objects.filter(team=episode.team, is_used=True)
        if readiness.version:
            kinds |= WorkKind.objects.filter(pk__in=wished.values("pk"))
        self.fields["work_kinds"] = forms.ModelMultipleChoiceField(
            kinds.order_by("title", "pk"),
            label=_("Kinds of work wished for"),
            required=False,
            widget=_TICKS,
        )
        self.fields["structure_at_most"] = code_field(
            _("How demanding the task may be at most"), titles_of(Structure)
        )
        self.fields["accessibility"] = forms.MultipleChoiceField(
            label=_("What must be there"),
            required=False,
            choices=titles_of(Accessibility),
            widget=_TICKS,
        )
        self.record = readiness

    def groups(self) -> list[Group]:
        """Since when, what is wished for, what is needed."""
        return self.grouped(
            (_("When"), ("ready_on",)),
            (_("Wishes"), ("work_kinds", "wishes", "strengths")),
            (_("Needs"), ("hours", "structure_at_most", "accessibility")),
        )

    def wishes_given(self) -> Wishes:
        """What was entered, cleaned."""
        given = {name: self.cleaned_data[name] for name in Wishes.__dataclass_fields__}
        return Wishes(**given | {"work_kinds": list(given["work_kinds"])})

    def show_what_stands(self, row: Versioned) -> None:
        """As every form about a record, but lists with several ticks are kept as they were sent."""
        sent = self.data
        kinds = self.cleaned_data.pop("work_kinds", None)
        super().show_what_stands(row)
        self.cleaned_data["work_kinds"] = kinds
        if isinstance(sent, QueryDict):
            kept = sent.copy()
            kept["version"] = str(row.version)
            self.data = kept
