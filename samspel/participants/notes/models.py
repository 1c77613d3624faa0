"""The models of this part, gathered where Django looks for them."""

from samspel.participants.notes.note import Note, NoteCorrection
from samspel.participants.notes.objection import Objection

__all__ = ["Note", "NoteCorrection", "Objection"]
