"""What a team asks: add a question, change its words, move it, stop asking it, ask it again."""

from dataclasses import dataclass

from django.db import transaction

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.questions.question import Answer, Form, Question
from samspel.participants.questions.starter_set import STARTER_SET

UP, DOWN = -1, 1


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as its team leader wrote it."""

    text: str
    help_text: str = ""
    answer: str = Answer.TEXT
    is_required: bool = False
    is_for_caseworker: bool = False


@transaction.atomic
def add_question(*, team: Team, form: Form, wording: Wording, by: Actor) -> Question:
    """A new question, after those that the form asks already."""
    team.touch()  # locks the team's row: places are given one at a time
    question = Question.objects.create(
        team=team, form=form, place=_last_place(team, form) + 1, **_columns(wording)
    )
    _tell("question_added", question, by)
    return question


@transaction.atomic
def change_question(*, question: Question, wording: Wording, by: Actor) -> None:
    """Other words for a question; what was answered keeps the words in which it was asked."""
    question.team.touch()
    changed = Question.objects.filter(pk=question.pk).exclude(**_columns(wording))
    if changed.update(**_columns(wording)):
        _tell("question_changed", question, by)


@transaction.atomic
def move_question(*, question: Question, step: int, by: Actor) -> None:
    """One place `UP` or `DOWN` among what its form asks now; at the end it stays where it is."""
    question.team.touch()
    asked = list(Question.objects.asked(question.team, Form(question.form)))
    at = asked.index(question) if question in asked else -1
    if at < 0 or not 0 <= at + step < len(asked):
        return
    asked[at], asked[at + step] = asked[at + step], asked[at]
    for place, each in enumerate(asked, start=1):
        Question.objects.filter(pk=each.pk).update(place=place)
    _tell("question_changed", question, by)


@transaction.atomic
def set_asked(*, question: Question, is_asked: bool, by: Actor) -> None:
    """Stop asking a question, or ask it again, last in its form."""
    team, form = question.team, Form(question.form)
    team.touch()
    values = {"is_asked": is_asked}
    place = {"place": _last_place(team, form) + 1} if is_asked else {}
    differing = Question.objects.filter(pk=question.pk, is_asked=not is_asked)
    if differing.update(**values, **place):
        _tell("question_changed", question, by)


@transaction.atomic
def take_starter_set(*, team: Team, form: Form, by: Actor) -> int:
    """Take in the questions to begin with, in the reader's language; returns how many were new.

    Those that the team has in these very words already are left out, so that a second press
    doubles nothing.
    """
    team.touch()
    known = set(Question.objects.filter(team=team, form=form).values_list("text", flat=True))
    place = _last_place(team, form)
    new = [each for each in STARTER_SET[form] if str(each.text) not in known]
    for number, each in enumerate(new, start=place + 1):
        question = Question.objects.create(
            team=team,
            form=form,
            text=str(each.text),
            answer=each.answer,
            is_required=each.is_required,
            is_for_caseworker=each.is_for_caseworker,
            place=number,
        )
        _tell("question_added", question, by)
    return len(new)


def _last_place(team: Team, form: Form) -> int:
    last = Question.objects.asked(team, form).order_by("-place").first()
    return last.place if last else 0


def _columns(wording: Wording) -> dict[str, object]:
    return {name: getattr(wording, name) for name in Wording.__dataclass_fields__}


def _tell(act: str, question: Question, by: Actor) -> None:
    details = {"question": question.pk}
    log(
        by=by,
        act=act,
        subject=f"team:{question.team_id}",
        team_id=question.team_id,
        details=details,
    )
