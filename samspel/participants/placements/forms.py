"""What is filled in about a placement: what is agreed, a follow-up, its end."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.task import Task
from samspel.participants.episode import Episode
from samspel.participants.placements.ending import Evaluation
from samspel.participants.placements.hours_field import HoursField
from samspel.participants.placements.ladder import Rung
from samspel.participants.placements.ladder_form import LadderRows
from samspel.participants.placements.placement import LONGEST_TEXT, MOST_WEEKS_BETWEEN, Placement
from samspel.participants.placements.placement_follow_up import PlacementFollowUp
from samspel.participants.placements.placing import PlacementFacts
from samspel.participants.placements.purpose import BreakReason, Outcome, Purpose, titles_of
from samspel.participants.placements.subsidy import SubsidyForm
from samspel.records.fields import code_field, date_field
from samspel.records.forms import ActionForm, Group, RecordForm

_WHERE = ("employer", "task", "supervisor", "times")
_WHAT_FOR = ("purpose", "goal", "duties", "subsidy")
_WHEN = ("ready_on", "starts_on", "ends_planned_on", "follow_up_weeks")
_NOT_ONE = {"invalid_choice": _("Choose one of those in the list.")}


def _long(label: Any, rows: int = 4, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    options = {"required": False, "max_length": LONGEST_TEXT} | options
    return forms.CharField(label=label, widget=area, **options)


class _Grouped(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    """Tasks or contacts, each with its employer's name before it."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.employer}: {obj}"


class FactsForm(ActionForm):
    """What is agreed about a placement."""

    goal = forms.CharField(
        label=_("Goal in words"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What the participant wants to have reached when it ends."),
    )
    duties = _long(_("Tasks in words"), 3, help_text=_("What one does there on an ordinary day."))
    times = forms.CharField(
        label=_("Days and hours"),
        max_length=300,
        required=False,
        help_text=_("For example “Tuesdays and Thursdays 9–12”."),
    )
    ready_on = date_field(
        _("Ready since"), help_text=_("The day from which the person was ready for a placement.")
    )
    starts_on = date_field(_("Starts on"), required=True)
    ends_planned_on = date_field(_("Planned end"), help_text=_("Leave empty if it is open."))
    follow_up_weeks = forms.IntegerField(
        label=_("Weeks between follow-ups"),
        min_value=1,
        max_value=MOST_WEEKS_BETWEEN,
        widget=forms.NumberInput(attrs={"class": "is-short"}),
    )

    def add_choices(self, episode: Episode, current: Placement | None = None) -> None:
        """The team's employers with their tasks and contacts; what is chosen already stays so."""
        team = [episode.team]
        employers = Employer.objects.of_teams(team).used()
        tasks = Task.objects.of_teams(team).offered()
        contacts = EmployerContact.objects.of_teams(team).used()
        subsidies = SubsidyForm.objects.filter(team=episode.team, is_used=True)
        if current is not None:
            here = Placement.objects.filter(pk=current.pk)
            employers |= Employer.objects.filter(pk__in=here.values("employer"))
            tasks |= Task.objects.filter(pk__in=here.values("task"))
            contacts |= EmployerContact.objects.filter(pk__in=here.values("supervisor"))
            subsidies |= SubsidyForm.objects.filter(pk__in=here.values("subsidy"))
        by_employer = ("employer__sort_key", "pk")
        self.fields |= {
            "employer": forms.ModelChoiceField(
                employers.order_by("sort_key", "pk"),
                label=_("Employer"),
                empty_label=str(_("Choose …")),
                error_messages=_NOT_ONE,
            ),
            "task": _one_of(_("Task"), tasks.select_related("employer").order_by(*by_employer)),
            "supervisor": _one_of(
                _("Supervisor"), contacts.select_related("employer").order_by(*by_employer)
            ),
            "purpose": code_field(_("Purpose"), titles_of(Purpose), required=True),
            "subsidy": forms.ModelChoiceField(
                subsidies.order_by("title", "pk"),
                label=_("Wage subsidy"),
                required=False,
                empty_label=str(_("Not asked yet")),
                error_messages=_NOT_ONE,
            ),
        }

    def facts(self) -> PlacementFacts:
        """What was entered, cleaned."""
        names = PlacementFacts.__dataclass_fields__
        return PlacementFacts(**{name: self.cleaned_data[name] for name in names})

    def groups(self) -> list[Group]:
        """Where, what for, and when."""
        return self.grouped((_("Where"), _WHERE), (_("What for"), _WHAT_FOR), (_("When"), _WHEN))


def _one_of(label: Any, found: Any) -> forms.ModelChoiceField:  # type: ignore[type-arg]  # not generic when it runs
    return _Grouped(
        found,
        label=label,
        required=False,
        empty_label=str(_("Not chosen")),
        error_messages=_NOT_ONE,
    )


class NewPlacementForm(FactsForm, LadderRows):
    """A new placement with its ladder."""

    def __init__(
        self,
        data: Any = None,
        *,
        episode: Episode,
        initial: dict[str, Any],
        first: Sequence[Rung] = (),
    ) -> None:
        super().__init__(data, initial={"follow_up_weeks": 4} | initial)
        self.add_choices(episode)
        self.add_rows(first)

    def dates(self) -> tuple[date | None, date | None]:
        return self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_planned_on")


class ChangePlacementForm(FactsForm, RecordForm):
    """What was agreed, to be changed."""

    def __init__(self, data: Any = None, *, placement: Placement) -> None:
        names = (*PlacementFacts.__dataclass_fields__, "version")
        super().__init__(data, initial={name: getattr(placement, name) for name in names})
        self.add_choices(placement.episode, placement)
        self.record = placement


class EndForm(RecordForm):
    """How a placement ended, and what was seen."""

    ended_on = date_field(_("Last day"), required=True)
    worked_well = _long(_("What worked"), help_text=_("Tasks that went well, and what helped."))
    did_not_work = _long(_("What did not work"))
    adaptations = _long(
        _("Adaptations"), help_text=_("What was changed so that it worked: tasks, hours, tools.")
    )
    hours_reached = HoursField(
        label=_("Hours a week reached"),
        help_text=_("What the participant managed in an ordinary week towards the end."),
    )

    def __init__(self, data: Any = None, *, placement: Placement, today: date) -> None:
        names = (*Evaluation.__dataclass_fields__, "version")
        stands = {name: getattr(placement, name) for name in names}
        planned = placement.ends_planned_on
        stands["ended_on"] = placement.ended_on or min(planned or today, today)
        super().__init__(data, initial=stands)
        self.fields["outcome"] = code_field(_("What it led to"), titles_of(Outcome), required=True)
        self.fields["break_reason"] = code_field(
            _("If it was broken off: why"), titles_of(BreakReason)
        )
        self.record = placement

    def evaluation(self) -> Evaluation:
        """What was entered, cleaned."""
        names = Evaluation.__dataclass_fields__
        return Evaluation(**{name: self.cleaned_data[name] for name in names})

    def groups(self) -> list[Group]:
        """How it ended, and the evaluation."""
        return self.grouped(
            (_("How it ended"), ("ended_on", "outcome", "break_reason")),
            (
                _("What was seen"),
                ("hours_reached", "worked_well", "did_not_work", "adaptations"),
            ),
        )


class FollowUpForm(RecordForm):
    """When a follow-up was held and what came out of it."""

    held_on = date_field(_("Held on"), required=True)
    came_out = _long(
        _("What came out of it"),
        6,
        help_text=_("What works, what is to be changed, and who does what until when."),
    )

    def __init__(
        self, data: Any = None, *, follow_up: PlacementFollowUp | None, today: date
    ) -> None:
        stands: dict[str, Any] = {"held_on": today, "version": 0}
        if follow_up is not None:
            names = ("held_on", "came_out", "version")
            stands = {name: getattr(follow_up, name) for name in names}
        super().__init__(data, initial=stands)
        self.record = follow_up or PlacementFollowUp(version=0)


class VersionForm(RecordForm):
    """A button: nothing but the version that its page showed."""
