"""Forms of notes: a draft, a correction, an objection."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.notes.drafting import Page, Written
from samspel.participants.notes.note import LONGEST, Note, NoteKind
from samspel.records.fields import date_field
from samspel.records.forms import LARGEST_VERSION, ActionForm

MOST_PARTIES = 20
LONGEST_PARTY = 120
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class LongText(forms.CharField):
    """A text as it is stored: one kind of line end, and nothing that cannot be printed."""

    def __init__(self, *, rows: int, **options: Any) -> None:
        area = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
        super().__init__(widget=area, max_length=LONGEST, **options)
        # A browser cuts off without a word what is pasted beyond it; the sentence does not.
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str:
        lines = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        return super().to_python(_UNPRINTABLE.sub("", lines)) or ""


class PartiesField(forms.CharField):
    """Names with commas between; cleaned to a list."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=2000, **options)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        parts = [" ".join(part.split()) for part in re.split(r"[,;\n]", super().clean(value))]
        names = list(dict.fromkeys(part for part in parts if part))
        if any(not each.isprintable() or len(each) > LONGEST_PARTY for each in names):
            raise ValidationError(translated("Write each name with at most 120 signs."))
        if len(names) > MOST_PARTIES:
            raise ValidationError(translated("At most twenty names."))
        return names


def kinds() -> list[tuple[str, str]]:
    """The kinds of notes, as they begin a line."""
    return [(each.value, str(each.label).capitalize()) for each in NoteKind]


class NoteForm(ActionForm):
    """A draft. What cannot be understood keeps nothing else from being kept."""

    text = LongText(label=_("Note"), rows=10, required=False, strip=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=kinds)
    on = date_field(_("Day"), required=True)
    parties = PartiesField(
        label=_("Who took part"),
        help_text=_("Beside the participant and you, with commas between."),
    )
    version = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION, required=False)
    window = forms.CharField(max_length=40, required=False)

    def __init__(self, data: Any = None, *, note: Note) -> None:
        names = ("text", "kind", "on", "parties")
        super().__init__(data, initial={name: getattr(note, name) for name in names})
        self.fields["text"].widget.attrs["data-focus"] = True

    def written(self) -> Written:
        """What is understood of what was written. Raises KeyError where the text is too long."""
        got = self.cleaned_data
        return Written(
            got["text"], kind=got.get("kind"), on=got.get("on"), parties=got.get("parties")
        )

    def add_below(self, other: str) -> None:
        """Let another text follow on what was written; before the form is checked."""
        typed = {name: self.data.get(name) for name in self.data}
        own = str(typed.get("text") or "").rstrip()
        self.data = typed | {"text": f"{own}\n\n{other}"}

    def page(self) -> Page:
        """What the page saw, and its mark."""
        got = self.cleaned_data
        return Page(got.get("version") or 0, got.get("window") or "")


class CorrectionForm(ActionForm):
    """What is corrected in a signed note."""

    text = LongText(
        label=_("Correction"),
        rows=6,
        help_text=_("What is wrong, and what is right. The original stays as it was."),
    )


class ObjectionForm(ActionForm):
    """What the participant objects to, in the participant's words."""

    text = LongText(label=_("Objection"), rows=6, help_text=_("In the participant's own words."))
    on = date_field(_("Made on"), required=True)

    def __init__(
        self, data: Any = None, *, episode: Episode, note: Note | None, today: date
    ) -> None:
        super().__init__(data, initial={"on": today, "note": note})
        self.fields["note"] = AboutField(episode)
        self.order_fields(("note", "text", "on"))


class AboutField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    """One of the case's signed notes, or the record as a whole."""

    def __init__(self, episode: Episode) -> None:
        super().__init__(
            label=_("About"),
            queryset=Note.objects.signed().filter(episode=episode).defer("text"),
            required=False,
            empty_label=translated("The record as a whole"),
            error_messages={"invalid_choice": _("Choose a signed note of this case.")},
        )

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.on.isoformat()} {obj.get_kind_display()}"
