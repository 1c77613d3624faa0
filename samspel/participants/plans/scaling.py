"""Asking scaling questions and entering where the person stands, one number a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.episode import Episode
from samspel.participants.plans.locked import planning, tell
from samspel.participants.plans.scale import HIGHEST, LOWEST, AnsweredBy, Scale, ScalePoint
from samspel.participants.plausible import date_fault
from samspel.participants.questions.question import Form, Question


@dataclass(frozen=True, slots=True)
class Asked:
    """A scaling question that is asked now.

    ``name`` is its field in a form; without a ``scale`` it has not been answered in the episode.
    The words are the question: in other words it begins a line of its own.
    """

    name: str
    text: str
    help_text: str = ""
    question_id: int | None = None
    scale: Scale | None = None


def asked_in(episode: Episode) -> list[Asked]:
    """The team's scaling questions and then the episode's own; two queries."""
    by_text = {scale.text: scale for scale in Scale.objects.filter(episode=episode)}
    asked = [
        Asked(f"question_{each.pk}", each.text, each.help_text, each.pk, by_text.get(each.text))
        for each in Question.objects.asked(episode.team, Form.SCALING)
    ]
    texts = {each.text for each in asked}
    own = (each for each in by_text.values() if each.question_id is None and each.is_asked)
    return [
        *asked,
        *(
            Asked(f"own_{each.pk.hex}", each.text, scale=each)
            for each in own
            if each.text not in texts
        ),
    ]


def add_scale(*, episode: Episode, text: str, today: date, by: Actor) -> Scale:
    """Ask a question of the person's own; one that was asked before is asked again.

    Raises ValidationError when the stage has no plan or the question is asked already.
    """
    words = " ".join(text.split())
    if not words:
        raise ValidationError({"text": [_("Write the question.")]})
    with planning(episode, today=today, by=by) as row:
        scales = Scale.objects.filter(episode=row)
        found = scales.filter(text=words).first()
        asked_by_team = Question.objects.asked(row.team, Form.SCALING).filter(text=words)
        if asked_by_team.exists() or (found is not None and found.is_asked):
            raise ValidationError({"text": [_("The question is there already.")]})
        last = scales.aggregate(last=Max("place"))["last"] or 0
        scale = found or Scale(episode=row, text=words, place=last + 1)
        scale.question, scale.is_asked = None, True
        scale.save()
        tell(act="scale_added", episode=row, fields=["text"], by=by)
    return scale


def ask_scale(*, scale: Scale, is_asked: bool, today: date, by: Actor) -> None:
    """Ask one of the person's own questions no more, or again; its answers stay.

    Raises ValidationError when the stage has no plan.
    """
    with planning(scale.episode, today=today, by=by) as episode:
        row = Scale.objects.select_for_update().get(pk=scale.pk)
        if row.question_id is None and row.is_asked != is_asked:
            row.is_asked = is_asked
            row.save()
            tell(act="scale_changed", episode=episode, fields=["is_asked"], by=by)


def answer_scales(
    *,
    episode: Episode,
    on: date,
    values: Mapping[str, int],
    today: date,
    by: Actor,
    answered_by: AnsweredBy = AnsweredBy.COACH,
) -> int:
    """Enter where the person stood on a day; ``values`` are by the names of `asked_in`.

    A number can be corrected on the day on which it was entered. Returns how many changed.
    Raises ValidationError by field when the stage has no plan, the day does not fit, a value is
    not 0–10 or was entered on an earlier day.
    """
    with planning(episode, today=today, by=by) as row:
        asked = {each.name: each for each in asked_in(row)}
        if not values:
            raise ValidationError({NON_FIELD_ERRORS: [_("Choose a number for one question.")]})
        if sentence := _day_fault(on, row, today):
            raise ValidationError({"on": [sentence]})
        points = [
            _point(row, asked[name], on=on, value=value, today=today)
            for name, value in values.items()
            if name in asked
        ]
        changed = [point for point in points if point is not None]
        for point in changed:
            point.answered_by = answered_by
            point.save()
        if changed:
            tell(act="scales_answered", episode=row, fields=["value"], by=by)
    return len(changed)


def _day_fault(on: date, episode: Episode, today: date) -> str | None:
    if on < episode.began_on:
        return _("The day is before the case began.")
    return date_fault("on", on, today)


def _point(
    episode: Episode, asked: Asked, *, on: date, value: int, today: date
) -> ScalePoint | None:
    """The point to save; None where it says so already."""
    if not LOWEST <= value <= HIGHEST:
        raise ValidationError({asked.name: [_("Choose a whole number from 0 to 10.")]})
    scale = asked.scale
    if scale is None:
        scale = Scale.objects.create(
            episode=episode, question_id=asked.question_id, text=asked.text
        )
    point = ScalePoint.objects.select_for_update().filter(scale=scale, on=on).first()
    if point is None:
        return ScalePoint(scale=scale, on=on, value=value, entered_on=today)
    if point.value == value:
        return None
    if point.entered_on != today:
        told = _("%(value)s was entered for that day on %(day)s and can no longer be changed.")
        raise ValidationError(
            {asked.name: [told % {"value": point.value, "day": point.entered_on.isoformat()}]}
        )
    point.value = value
    return point
