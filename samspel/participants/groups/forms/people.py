"""Who belongs to a group, who leads it, and which other team takes part."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.groups.forms.naming import NamelessForm
from samspel.participants.groups.forms.session import StaffField
from samspel.participants.groups.group import Group
from samspel.records.fields import date_field
from samspel.records.forms import ActionForm


def listed(episode: Episode) -> str:
    """A case in a list: by name, a protected one by its number."""
    person = episode.participant
    return f"{person.listed_name} {episode.case_number}" if person.is_protected else person.name


class MembersForm(ActionForm):
    """Several of the enrolled at once, from a day."""

    from_on = date_field(_("From"), required=True)

    def __init__(self, data: Any = None, *, episodes: Sequence[Episode], today: date) -> None:
        super().__init__(data, initial={"from_on": today})
        self._episodes = {str(each.pk): each for each in episodes}
        self.fields["episodes"] = forms.MultipleChoiceField(
            label=_("Who"),
            choices=[(pk, listed(each)) for pk, each in self._episodes.items()],
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": _("Choose somebody."),
                "invalid_choice": _("Choose among those who are enrolled in the team."),
            },
        )
        self.order_fields(["episodes", "from_on"])

    def chosen(self) -> list[Episode]:
        """Who was chosen."""
        return [self._episodes[pk] for pk in self.cleaned_data["episodes"]]


class LeaveForm(ActionForm):
    """A member's last day."""

    until_on = date_field(_("Last day"), required=True)


class LeaderForm(ActionForm):
    """One of the staff, or one of the own participants."""

    def __init__(self, data: Any = None, *, teams: list[Team], episodes: Sequence[Episode]) -> None:
        super().__init__(data)
        self._episodes = {str(each.pk): each for each in episodes}
        self.fields["user"] = StaffField(teams, _("Staff"), _("Nobody"), required=False)
        self.fields["episode"] = forms.ChoiceField(
            label=_("Or a participant"),
            required=False,
            choices=[("", _("Nobody")), *((pk, listed(e)) for pk, e in self._episodes.items())],
            error_messages={"invalid_choice": _("Choose one of the team's participants.")},
            help_text=_("Only your own team sees the name."),
        )

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        cleaned = super().clean() or {}
        if not self.errors and bool(cleaned.get("user")) == bool(cleaned.get("episode")):
            raise ValidationError(_("Choose one: somebody of the staff or a participant."))
        return cleaned

    def episode(self) -> Episode | None:
        """The participant's case, if one was chosen."""
        return self._episodes.get(self.cleaned_data["episode"])


class ShareForm(NamelessForm):
    """Another team of the association."""

    def __init__(self, data: Any = None, *, group: Group) -> None:
        super().__init__(data)
        taken = [each.pk for each in group.teams()]
        others = Team.objects.filter(association=group.team.association_id, closed_on=None)
        self.fields["team"] = forms.ModelChoiceField(
            label=_("Team"),
            queryset=others.exclude(pk__in=taken).order_by("name"),
            empty_label=str(_("Choose …")),
            error_messages={
                "invalid_choice": _("Choose another team of the same association."),
            },
        )


class JoinForm(ActionForm):
    """A group for one person, from a day."""

    from_on = date_field(_("From"), required=True)

    def __init__(self, data: Any = None, *, groups: Sequence[Group], today: date) -> None:
        super().__init__(data, initial={"from_on": today})
        self._groups = {str(each.pk): each for each in groups}
        self.fields["group"] = forms.ChoiceField(
            label=_("Group"),
            choices=[("", _("Choose …")), *((pk, each.name) for pk, each in self._groups.items())],
            error_messages={"invalid_choice": _("Choose one of the groups in the list.")},
        )
        self.order_fields(["group", "from_on"])

    def group(self) -> Group:
        """The group that was chosen."""
        return self._groups[self.cleaned_data["group"]]
