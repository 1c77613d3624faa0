"""What the participant takes home of the plan: plain words, and nothing about anybody else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samspel.participants.episode import Episode
from samspel.participants.plans.board import ShownGoal, board_of
from samspel.participants.plans.curves import Curve, curves_of
from samspel.participants.plans.goal import Doer, GoalStep


@dataclass(frozen=True, slots=True)
class PlainStep:
    """What is to be done, by whom in words to the participant, and until when."""

    what: str
    who: str
    until: str

    @property
    def sentence(self) -> str:
        """The step on one line."""
        if not self.until:
            return f"{self.what} ({self.who})"
        told = _("%(what)s (%(who)s, until %(day)s)")
        return told % {"what": self.what, "who": self.who, "day": self.until}


@dataclass(frozen=True, slots=True)
class PlainGoal:
    """A goal that is worked for."""

    title: str
    sign: str
    steps: list[PlainStep]
    done: list[str]


@dataclass(frozen=True, slots=True)
class TakeHome:
    """The whole print. ``name`` is empty where the identity is protected."""

    name: str
    on: date
    goals: list[PlainGoal]
    reached: list[str]
    meetings: Sequence[str]
    curves: list[Curve]


def take_home_of(episode: Episode, *, today: date, meetings: Sequence[str] = ()) -> TakeHome:
    """What the participant gets; ``meetings`` are the next ones in words, from whoever knows."""
    board, person = board_of(episode, today=today), episode.participant
    return TakeHome(
        name="" if person.is_protected else person.name,
        on=today,
        goals=[_plain(shown) for shown in board.working],
        reached=[each.goal.title for each in board.ended if each.goal.reached_on],
        meetings=meetings,
        curves=curves_of(episode),
    )


def _plain(shown: ShownGoal) -> PlainGoal:
    return PlainGoal(
        title=shown.goal.title,
        sign=shown.goal.sign,
        steps=list(_steps(each.step for each in shown.open_steps)),
        done=[step.what for step in shown.ended_steps if step.done_on],
    )


def _steps(steps: Iterator[GoalStep]) -> Iterator[PlainStep]:
    who = {
        Doer.PARTICIPANT.value: _("you"),
        Doer.COACH.value: _("your coach"),
        Doer.REFERRER.value: _("your caseworker"),
        Doer.OTHER.value: _("somebody else"),
    }
    for step in steps:
        until = step.due_on.isoformat() if step.due_on else ""
        yield PlainStep(step.what, who.get(step.doer, ""), until)
