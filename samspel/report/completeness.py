"""How far a report has come: for each of the nine fields filled, begun or empty."""

from collections.abc import Collection
from typing import Literal

from samspel.documents.document import BulletList, Document, Paragraph
from samspel.report.contents import FIELDS
from samspel.report.plan import FieldPlan

State = Literal["filled", "begun", "empty"]


def field_states(document: Document, stored: Collection[str]) -> list[State]:
    """The state of each field in reading order; ``stored`` are the places that somebody saved.

    A field is filled when each of its texts says something or was left out on purpose, empty
    when none says anything, and begun in between.
    """
    said = {
        part.key
        for field in document.fields()
        for part in field.parts
        if any(isinstance(block, Paragraph | BulletList) for block in part.blocks)
    }
    return [_state(plan, said, stored) for plan in FIELDS]


def _state(plan: FieldPlan, said: set[str], stored: Collection[str]) -> State:
    speaking = [f"{text.place.replace('.', '-')}-text" in said for text in plan.texts]
    if not any(speaking):
        return "empty"
    done = all(
        speaks or text.place in stored for speaks, text in zip(speaking, plan.texts, strict=True)
    )
    return "filled" if done else "begun"
