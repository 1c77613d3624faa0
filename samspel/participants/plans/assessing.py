"""Writing on an assessment, as it is typed or all at once; two writers never overwrite."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from samspel.accounts.actor import Actor
from samspel.accounts.log import LogEntry
from samspel.participants.episode import Episode
from samspel.participants.plans.assessment import Assessment
from samspel.participants.plans.locked import planning, tell
from samspel.participants.questions.answering import Row, answers_from
from samspel.participants.questions.question import Question
from samspel.records.versions import must_be, set_values

ONE_SITTING = timedelta(minutes=15)
"""What one person saves again and again while writing is told of once in this time."""


@dataclass(frozen=True, slots=True)
class Words:
    """What was written: the story, the hopes, and the answers by the fields of a form."""

    story: str
    best_hopes: str
    questions: Sequence[Question]
    answered: Mapping[str, Any]

    def values(self, before: Sequence[Row]) -> dict[str, Any]:
        """The columns to set; answers to what was not asked stay as ``before``."""
        answers = answers_from(self.questions, self.answered, before=before)
        return {"story": self.story, "best_hopes": self.best_hopes, "answers": answers}


def save_assessment(
    *, episode: Episode, version: int, words: Words, now: datetime, today: date, by: Actor
) -> Assessment:
    """Save what was written; ``version`` is what the writer saw, 0 before anything was saved.

    What says the same as what stands is saved already. Raises ValidationError when the stage has
    no plan, and ChangedMeanwhileError when somebody else wrote meanwhile.
    """
    with planning(episode, today=today, by=by) as locked:
        row = Assessment.objects.filter(episode=locked).first()
        if row is None:
            row, version = Assessment(episode=locked, version=0), 0
        changed = set_values(row, words.values(row.answers))
        if not changed:
            return row
        if row.version != version:
            row.refresh_from_db()
        must_be(version, row)
        row.version += 1
        row.changed_by, row.changed_at = by.user, now
        row.save()
        if not _told(locked, changed, now=now, by=by):
            tell(act="assessment_saved", episode=locked, fields=changed, by=by)
    return row


def _told(episode: Episode, fields: Sequence[str], *, now: datetime, by: Actor) -> bool:
    """Whether the log has it from a moment ago that this person writes in these fields."""
    told = LogEntry.objects.filter(subject=f"episode:{episode.pk}", act="assessment_saved")
    last = told.order_by("-number").first()
    return (
        last is not None
        and last.actor == by.user
        and abs(now - last.at) < ONE_SITTING
        and set(fields) <= set(last.details.get("fields", []))
    )
