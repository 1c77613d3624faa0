"""The staff's forms about suggestions and planning days."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.groups.group import Group
from samspel.participants.ideas.forms import NumberedForm
from samspel.participants.ideas.idea import Idea
from samspel.participants.ideas.planning_day import CameOf, PlanningDay, Raised
from samspel.participants.ideas.suggestion import Suggestion
from samspel.records.fields import NameField, date_field
from samspel.records.forms import ActionForm, RecordForm


def _text(label: Any, rows: int, length: int = 2000, **options: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=length, widget=area, **options)


class SuggestionForm(NumberedForm):
    """A suggestion that somebody told, or wrote on paper."""

    text = _text(_("The suggestion"), 5)
    name = NameField(
        label=_("Signed by"),
        max_length=60,
        help_text=_("Empty for one that is anonymous. The name is never shown on the wall."),
    )


class AnswerForm(RecordForm):
    """An answer, and how the wall shows the suggestion."""

    wall_text = _text(
        _("The suggestion as the wall shows it"),
        4,
        help_text=_("Take out what tells who somebody is. The name is not shown."),
    )
    answer = _text(_("The answer"), 5)

    def __init__(self, data: Any = None, *, suggestion: Suggestion) -> None:
        self.record = suggestion
        shown = suggestion.wall_text or suggestion.text
        values = {"answer": suggestion.answer, "version": suggestion.version}
        super().__init__(data, initial=values | {"wall_text": shown})


class AsideForm(RecordForm):
    """Why a suggestion is kept from the wall."""

    aside_because = NameField(
        label=_("Why"), required=True, max_length=300, help_text=_("Only staff reads this.")
    )

    def __init__(self, data: Any = None, *, suggestion: Suggestion) -> None:
        self.record = suggestion
        names = ("aside_because", "version")
        super().__init__(data, initial={name: getattr(suggestion, name) for name in names})


DAY_FIELDS = ("on", "place", "participants", "staff", "text")


class PlanningDayForm(ActionForm):
    """A day on which staff and participants planned together."""

    on = date_field(_("Day"), required=True)
    place = NameField(label=_("Where"), max_length=120)
    participants = forms.IntegerField(
        label=_("How many participants took part?"), min_value=1, max_value=500
    )
    staff = NameField(label=_("Who of the staff took part?"), max_length=300)
    text = _text(
        _("What the day was about"), 4, required=False, help_text=_("No participant's name.")
    )

    def values(self) -> dict[str, Any]:
        """What was entered, cleaned."""
        return {name: self.cleaned_data[name] for name in DAY_FIELDS}


class ChangePlanningDayForm(PlanningDayForm, RecordForm):
    """The same of a day that is entered already."""

    def __init__(self, data: Any = None, *, day: PlanningDay) -> None:
        self.record = day
        names = (*DAY_FIELDS, "version")
        super().__init__(data, initial={name: getattr(day, name) for name in names})


class RaisedForm(ActionForm):
    """Something that was raised on the day."""

    text = NameField(
        label=_("What was raised"),
        required=True,
        max_length=300,
        help_text=_("By the participants together: write nobody's name."),
    )


RAISED_FIELDS = ("text", "came_of", "because", "idea", "group")


class ChangeRaisedForm(RaisedForm, RecordForm):
    """What became of it."""

    came_of = forms.ChoiceField(label=_("What became of it"), choices=CameOf.choices)
    because = NameField(
        label=_("How, or why not"),
        max_length=300,
        help_text=_("Must be there when it is not possible."),
    )
    idea = forms.ModelChoiceField(
        label=_("The interest list"), queryset=Idea.objects.none(), required=False
    )
    group = forms.ModelChoiceField(
        label=_("The group"), queryset=Group.objects.none(), required=False
    )

    def __init__(self, data: Any = None, *, raised: Raised) -> None:
        self.record = raised
        values = {name: getattr(raised, name) for name in ("text", "came_of", "because", "version")}
        chosen = {"idea": raised.idea_id, "group": raised.group_id}
        super().__init__(data, initial=values | chosen)
        team = raised.day.team_id
        idea, group = self.fields["idea"], self.fields["group"]
        if isinstance(idea, forms.ModelChoiceField) and isinstance(group, forms.ModelChoiceField):
            idea.queryset = Idea.objects.filter(team=team, opened_on__isnull=False)
            group.queryset = Group.objects.filter(team=team)

    def values(self) -> dict[str, Any]:
        """What was entered, cleaned; a list or group is kept only where it came of it."""
        given = {name: self.cleaned_data[name] for name in RAISED_FIELDS}
        if given["came_of"] != CameOf.IDEA:
            given["idea"] = None
        if given["came_of"] != CameOf.GROUP:
            given["group"] = None
        return given
