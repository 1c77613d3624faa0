"""Handing over a ledger's file: its kind and whether it can be read at all is said at once."""

from typing import Any, BinaryIO

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samspel.budget.ledger.reading.faults import Faults, FileRefused
from samspel.budget.ledger.reading.sie import SieFile
from samspel.budget.ledger.reading.table import read_table
from samspel.budget.ledger.source import LARGEST, Form, form_of, too_large
from samspel.budget.ledger.steps import HandedOver


class HandOverForm(forms.Form):
    """A file, and whether texts about personnel are kept."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file.")},
        help_text=_("SIE 4 (.se or .si), CSV or Excel (.xlsx), at most 50 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".se,.si,.sie,.csv,.txt,.xlsx"}),
    )
    leaves_out_texts = forms.BooleanField(
        label=_("Leave out the texts of personnel costs"),
        required=False,
        initial=True,
        help_text=_(
            "Their texts often name employees, and the budget does not need them: the account's "
            "name is kept instead. It holds for the lines of own personnel, for accounts "
            "5000–5999, and for rows that the ledger ties to an employee."
        ),
    )

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse what is too large or cannot be read at all."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(too_large())
        content: Any = file.file
        try:
            self._form = form_of(content, file.name or "")
            self._headings = _headings(content) if self._form == Form.TABLE else _sie(content)
        except FileRefused as refused:
            raise ValidationError(str(refused)) from refused
        content.seek(0)
        return file

    def handed_over(self) -> HandedOver:
        """What was handed over, once the form is valid."""
        data = self.cleaned_data
        return HandedOver(data["file"], self._form, self._headings, data["leaves_out_texts"])


def _headings(content: BinaryIO) -> tuple[str, ...]:
    return read_table(content).headings


def _sie(content: BinaryIO) -> tuple[str, ...]:
    """No headings; read as far as the first voucher's row, where most that is wrong shows."""
    rows = SieFile(content, Faults()).rows()
    next(rows, None)
    return ()
