"""The staff's forms about ideas: making one, signing somebody up, starting the group."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode
from samspel.participants.groups.forming import Facts as GroupFacts
from samspel.participants.groups.kind import GroupKind
from samspel.participants.ideas.idea import Idea
from samspel.participants.ideas.keeping import Facts
from samspel.participants.ideas.sign_up import SignUp
from samspel.participants.stage import ENROLLED_STAGES
from samspel.records.fields import NameField, date_field
from samspel.records.forms import ActionForm, RecordForm


class NumberedForm(ActionForm):
    """A form with a number of its own, so that sending it twice is sending it once."""

    number = forms.UUIDField(widget=forms.HiddenInput)

    def carry_out(self, action: Callable[..., Any], **values: Any) -> Any | None:
        """After a refusal the form gets another number: what was refused was not saved."""
        made = super().carry_out(action, **values)
        if made is None:
            typed = {name: self.data.get(name) for name in self.data}
            self.data = typed | {self.add_prefix("number"): str(uuid4())}
        return made


class IdeaFields(ActionForm):
    """What an idea is."""

    title = NameField(label=_("What"), required=True, max_length=80)
    text = forms.CharField(
        label=_("More about it"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody who passes the wall reads this: write nobody's name."),
    )
    enough = forms.IntegerField(label=_("How many are enough?"), min_value=1, max_value=500)
    last_on = date_field(_("Last day to sign up"), required=True)

    def facts(self) -> Facts:
        """What was entered, cleaned."""
        given = self.cleaned_data
        return Facts(given["title"], given["text"], given["enough"], given["last_on"])


class IdeaForm(IdeaFields, NumberedForm):
    """A new idea."""


class ChangeIdeaForm(IdeaFields, RecordForm):
    """The same of an idea that there is; one that was proposed is taken up by it."""

    def __init__(self, data: Any = None, *, idea: Idea, initial: dict[str, Any]) -> None:
        self.record = idea
        names = ("title", "text", "enough", "version")
        values = {name: getattr(idea, name) for name in names}
        super().__init__(data, initial=initial | values | _last_day(idea))


def _last_day(idea: Idea) -> dict[str, Any]:
    return {} if idea.last_on is None else {"last_on": idea.last_on}


class EpisodeField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    """One of the enrolled participants whom the user may see; a protected one by case number."""

    def __init__(self, empty_label: Any) -> None:
        super().__init__(
            label=_("Participant"),
            queryset=Episode.objects.none(),
            required=False,
            empty_label=empty_label,
            error_messages={"invalid_choice": _("Choose one of those in the list.")},
        )

    def label_from_instance(self, obj: Episode) -> str:
        person = obj.participant
        number = f" ({obj.case_number})" if person.is_protected else ""
        return f"{person.listed_name}{number}"


class WithEpisode(ActionForm):
    """A form in which one of the enrolled participants is chosen."""

    def choose_among(self, idea: Idea, user: User, today: Any) -> None:
        """Offer the team's enrolled participants whom ``user`` may see."""
        seen = Episode.objects.visible_to(user).filter(team=idea.team_id)
        enrolled = seen.in_stages(ENROLLED_STAGES, today).select_related("participant")
        field: Any = self.fields["episode"]
        field.queryset = enrolled.order_by("participant__sort_key", "pk")


class StaffSignUpForm(NumberedForm, WithEpisode):
    """Signing somebody up who does not do it on the wall."""

    episode = EpisodeField(_("Somebody else, whose name stands below"))
    name = NameField(label=_("Name"), max_length=60)
    contact = NameField(label=_("How to reach the person"), max_length=120)

    def clean(self) -> dict[str, Any]:
        """A participant or a name says who it is."""
        given = super().clean() or {}
        if not self.errors and not given["name"] and given["episode"] is None:
            self.add_error("name", _("Write a name, or choose a participant."))
        return given


class MatchForm(WithEpisode):
    """Saying which participant a sign-up is."""

    episode = EpisodeField(_("Not known"))

    def __init__(self, data: Any = None, *, sign_up: SignUp) -> None:
        super().__init__(data, initial={"episode": sign_up.episode_id})


class IdeaGroupForm(RecordForm):
    """The group that an idea becomes."""

    kind = forms.ModelChoiceField(
        label=_("Kind of group"),
        queryset=GroupKind.objects.none(),
        empty_label=str(_("Choose …")),
        error_messages={"invalid_choice": _("Choose one of those in the list.")},
    )
    name = NameField(label=_("The group's name"), required=True, max_length=80)
    starts_on = date_field(_("First day"), required=True)
    place = NameField(label=_("Where"), max_length=120)

    def __init__(self, data: Any = None, *, idea: Idea, kinds: Sequence[GroupKind]) -> None:
        self.record = idea
        super().__init__(data, initial={"name": idea.title, "version": idea.version})
        field: Any = self.fields["kind"]
        field.queryset = GroupKind.objects.filter(pk__in=[each.pk for each in kinds])

    def facts(self, idea: Idea) -> GroupFacts:
        """The group as entered; what the idea says is what it is for."""
        given = self.cleaned_data
        return GroupFacts(
            kind=given["kind"],
            name=given["name"],
            starts_on=given["starts_on"],
            place=given["place"],
            purpose=idea.text,
        )
