"""What is filled in about goals, steps, the assessment and scaling questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.plans.goal import Doer, Goal, GoalStep
from samspel.participants.plans.planning import GoalFacts, StepFacts
from samspel.records.fields import date_field
from samspel.records.forms import ActionForm, RecordForm


class GoalForm(ActionForm):
    """A goal in the participant's words."""

    title = forms.CharField(
        label=_("Goal"), max_length=200, help_text=_("What the participant wants, in their words.")
    )
    sign = forms.CharField(
        label=_("The first small sign"),
        max_length=300,
        required=False,
        help_text=_("How they will notice that things go that way."),
    )
    set_on = date_field(_("Set on"), required=True)

    def facts(self) -> GoalFacts:
        """What was entered, cleaned."""
        names = (name for name in GoalFacts.__dataclass_fields__ if name in self.fields)
        return GoalFacts(**{name: self.cleaned_data[name] for name in names})


class ChangeGoalForm(GoalForm, RecordForm):
    """A goal's words and how it ended."""

    reached_on = date_field(_("Reached on"))
    left_on = date_field(_("Left on"), help_text=_("If it is not worked for any more."))

    def __init__(self, data: Any = None, *, goal: Goal) -> None:
        names = (*GoalFacts.__dataclass_fields__, "version")
        super().__init__(data, initial={name: getattr(goal, name) for name in names})
        self.record = goal


class StepForm(ActionForm):
    """Who does what until when."""

    what = forms.CharField(label=_("What is to be done"), max_length=200)
    doer = forms.ChoiceField(label=_("Who does it"), choices=Doer.choices, initial=Doer.PARTICIPANT)
    due_on = date_field(_("At the latest"), help_text=_("Leave empty if there is no hurry."))

    def facts(self) -> StepFacts:
        """What was entered, cleaned."""
        names = (name for name in StepFacts.__dataclass_fields__ if name in self.fields)
        return StepFacts(**{name: self.cleaned_data[name] for name in names})


class ChangeStepForm(StepForm, RecordForm):
    """A step and how it ended."""

    done_on = date_field(_("Done on"))
    left_on = date_field(_("Left on"), help_text=_("If nobody is to do it any more."))

    def __init__(self, data: Any = None, *, step: GoalStep) -> None:
        names = (*StepFacts.__dataclass_fields__, "version")
        super().__init__(data, initial={name: getattr(step, name) for name in names})
        self.record = step
