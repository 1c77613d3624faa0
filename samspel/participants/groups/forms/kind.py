"""A kind of group: its name."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samspel.participants.groups.kind import GroupKind
from samspel.records.fields import NameField
from samspel.records.forms import ActionForm, RecordForm


class KindForm(ActionForm):
    """The name of a new kind."""

    title = NameField(label=_("Name"), required=True)


class RenameForm(RecordForm):
    """Another name for a kind."""

    title = NameField(label=_("Name"), required=True)

    def __init__(self, data: Any = None, *, kind: GroupKind) -> None:
        self.record = kind
        super().__init__(data, initial={"title": kind.title, "version": kind.version})
