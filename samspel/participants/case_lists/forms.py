"""Taking up a case at a meeting."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.case_lists.listing import case_name, kind_titles
from samspel.participants.episode import Episode
from samspel.records.fields import NOT_CHOSEN, NameField
from samspel.records.forms import ActionForm


class TakeUpForm(ActionForm):
    """Which case, and what is asked about it."""

    def __init__(self, data: Any = None, *, episodes: Sequence[Episode]) -> None:
        super().__init__(data)
        self._episodes = {str(each.pk): each for each in episodes}
        self.fields["episode"] = forms.ChoiceField(
            label=_("Case"),
            choices=[NOT_CHOSEN, *((pk, case_name(each)) for pk, each in self._episodes.items())],
            error_messages={
                "invalid_choice": _(
                    "Choose a case that is open on the day of the meeting and not on the list yet."
                )
            },
        )
        self.fields["about"] = forms.ChoiceField(
            label=_("Is about"),
            required=False,
            choices=[("", _("Nothing in particular")), *kind_titles()],
            error_messages={"invalid_choice": _("Choose one of those in the list.")},
            help_text=_("Only agencies with consent to this get the question to read."),
        )
        self.fields["question"] = NameField(
            label=_("Question"),
            max_length=200,
            help_text=_("In a few words, without a name."),
        )

    def episode(self) -> Episode:
        """The case that was chosen."""
        return self._episodes[self.cleaned_data["episode"]]
