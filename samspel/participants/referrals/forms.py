"""The forms around a referral: filling it in, and what the team answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.forms.episode import reason_choices
from samspel.participants.forms.fields import IdentityNumberField
from samspel.participants.forms.person import ParticularsForm
from samspel.participants.identity import birth_date_of
from samspel.participants.participant import Gender, Participant
from samspel.participants.questions.answering import field_name, question_fields
from samspel.participants.questions.question import Question
from samspel.participants.referrals.draft import CASEWORKER, PERSON, values_of
from samspel.participants.referrals.referral_form import ReferralForm
from samspel.participants.referrers import referrer_titles
from samspel.records.fields import NameField, choices_of, code_field
from samspel.records.forms import ActionForm, Group

LONGEST_MESSAGE = 4_000
NEW_PERSON = "new"
NEEDED = frozenset({"given_name", "referred_by", "caseworker_name"})
"""What a referral cannot be sent without; until then it can be saved without it."""


def person_fields() -> dict[str, forms.Field]:
    """Who the referral is about, and how the team reaches the person."""
    return {
        "given_name": NameField(label=_("Given name")),
        "family_name": NameField(label=_("Family name")),
        "identity_number": IdentityNumberField(
            label=_("Personal identity number"),
            help_text=_("Twelve digits: 19121212-1212. May be left empty."),
        ),
        "phone": forms.CharField(label=_("Telephone"), max_length=40, required=False),
        "email": forms.EmailField(label=_("E-mail"), required=False),
    }


class FillingForm(ActionForm):
    """The referral as it is filled in: nothing has to be there yet but what makes sense."""

    def __init__(
        self,
        data: Any = None,
        *,
        form: ReferralForm,
        questions: Sequence[Question],
        is_sent: bool = False,
    ) -> None:
        super().__init__(data, initial=values_of(form, questions), auto_id="id_%s")
        self.fields |= person_fields()
        self.fields["referred_by"] = code_field(
            _("Referrer"), choices_of(referrer_titles(form.team))
        )
        self.fields["caseworker_name"] = NameField(label=_("Caseworker"), max_length=120)
        self.fields["caseworker_email"] = forms.EmailField(
            label=_("The caseworker's e-mail"),
            required=False,
            help_text=_("The team's answer comes as a link to this address."),
        )
        self.fields |= question_fields(questions, form.answers, must_answer=is_sent)
        self._questions = questions
        answers = {field_name(each) for each in questions if each.is_required}
        self.needed_later = answers | NEEDED
        for name in NEEDED if is_sent else ():
            self.fields[name].required = True

    def groups(self) -> list[Group]:
        """The person and the caseworker, side by side."""
        return self.grouped((_("The person"), PERSON), (_("The caseworker"), CASEWORKER))

    def asked(self) -> list[BoundField]:
        """What both answer together."""
        return [self[field_name(each)] for each in self._questions]

    def typed(self) -> dict[str, Any]:
        """The values that make sense; the others are told of and not taken."""
        return {name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data}


class LinkForm(ActionForm):
    """To whom the link to a form goes."""

    email = forms.EmailField(label=_("The caseworker's e-mail"))


class NewForm(ActionForm):
    """A new form: for a caseworker to fill in, or for staff themselves."""

    email = forms.EmailField(
        label=_("The caseworker's e-mail"),
        required=False,
        help_text=_("Leave empty to fill in the form yourself."),
    )

    def __init__(self, data: Any = None, *, teams: Sequence[Team]) -> None:
        super().__init__(data)
        if len(teams) > 1:
            choices = [(each.slug, each.name) for each in teams]
            self.fields["team"] = forms.ChoiceField(label=_("Team"), choices=choices)
            self.order_fields(["team"])
        self._teams = {each.slug: each for each in teams}

    def team(self) -> Team:
        """The team that the form is for."""
        chosen = self.cleaned_data.get("team")
        return self._teams[chosen] if chosen else next(iter(self._teams.values()))


class MessageForm(ActionForm):
    """A question of the team, or the sender's answer to it."""

    text = forms.CharField(
        label=_("Message"), max_length=LONGEST_MESSAGE, widget=forms.Textarea(attrs={"rows": 4})
    )


def person_field(candidates: Sequence[Participant], titles: Mapping[str, Any]) -> forms.ChoiceField:
    """Which of those whom the team has it is, or that it is somebody new."""
    known = [(str(each.pk), titles[str(each.pk)]) for each in candidates]
    return forms.ChoiceField(
        label=_("Who is it?"),
        choices=[*known, (NEW_PERSON, _("Somebody whom the team does not have yet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who it is: the team may have this person already.")},
    )


class WhoForm(ActionForm):
    """What accepting and declining share: which of the team's persons it is about."""

    def __init__(
        self, data: Any = None, *, candidates: Sequence[Participant] = (), **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.candidates = candidates
        if candidates:
            titles = {str(each.pk): _titled(each) for each in candidates}
            self.fields["person"] = person_field(candidates, titles)
            self.order_fields(["person"])

    def known(self) -> Participant | None:
        """The chosen one of those whom the team has."""
        chosen = self.cleaned_data.get("person", NEW_PERSON)
        return next((each for each in self.candidates if str(each.pk) == chosen), None)

    def is_another_person(self) -> bool:
        """Whether the writer has seen the possible ones and said that it is none of them."""
        return bool(self.candidates) and self.known() is None


def _titled(person: Participant) -> str:
    if person.is_protected or person.birth_date is None:
        return f"{person.listed_name} ({person.reference})"
    return f"{person.listed_name}, {person.birth_date.isoformat()} ({person.reference})"


class AcceptForm(WhoForm, ParticularsForm):
    """Who the person is, as the form says and the team corrects it."""

    def __init__(
        self, data: Any = None, *, form: ReferralForm, candidates: Sequence[Participant] = ()
    ) -> None:
        number = form.identity_number
        born = birth_date_of(number) if number else None
        names = ("given_name", "family_name", "identity_number")
        initial = {name: getattr(form, name) for name in names} | {"birth_date": born}
        super().__init__(data, candidates=candidates, initial=initial)


class DeclineForm(WhoForm):
    """Why the team says no."""

    def __init__(self, data: Any = None, *, candidates: Sequence[Participant] = ()) -> None:
        super().__init__(data, candidates=candidates)
        self.fields["reason"] = code_field(_("Why"), reason_choices(), required=True)
        self.fields["gender"] = code_field(
            _("Gender"),
            Gender.choices,
            help_text=_("For the figures: of somebody new nothing else is kept in the register."),
        )
