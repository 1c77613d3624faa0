"""What was seen of work ability at placements, and what they led to: facts for the closing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.participants.episode import Episode
from samspel.participants.placements.ladder import told_hours
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.purpose import Outcome, State


@dataclass(frozen=True, slots=True)
class Observed:
    """One placement that has begun, as a closing statement tells of it.

    ``hours_first`` and ``hours_reached`` are per week in words, ``weeks`` the begun ones.
    """

    employer: str
    task: str
    duties: str
    starts_on: date
    ends_on: date | None
    weeks: int
    hours_first: str
    hours_reached: str
    worked_well: str
    did_not_work: str
    adaptations: str


def observed_of(episode: Episode, until: date) -> tuple[Observed, ...]:
    """The placements of a case that had begun by ``until``, in their order; three queries."""
    found = Placement.objects.filter(
        episode=episode, called_off_on=None, starts_on__lte=until
    ).select_related("employer", "task")
    placements = found.prefetch_related("steps", "weeks").order_by("starts_on", "pk")
    return tuple(_observed(each, episode, until) for each in placements)


def _observed(placement: Placement, episode: Episode, until: date) -> Observed:
    placement.episode = episode
    ends = placement.end
    ends_on = ends if ends is not None and ends <= until else None
    last = ends_on or until
    rungs = sorted(each.rung for each in placement.steps.all())
    return Observed(
        employer=placement.employer.name,
        task=placement.task.title if placement.task else "",
        duties=placement.duties.strip(),
        starts_on=placement.starts_on,
        ends_on=ends_on,
        weeks=(last - placement.starts_on).days // 7 + 1,
        hours_first=told_hours(rungs[0].hours) if rungs else "",
        hours_reached=_reached(placement, last),
        worked_well=placement.worked_well.strip(),
        did_not_work=placement.did_not_work.strip(),
        adaptations=placement.adaptations.strip(),
    )


def _reached(placement: Placement, last: date) -> str:
    """What the evaluation says; else the last week that was worked, else the last step."""
    if placement.hours_reached is not None:
        return told_hours(placement.hours_reached)
    worked = sorted((each.monday, each.hours) for each in placement.weeks.all())
    reached = [hours for monday, hours in worked if monday <= last]
    steps = sorted((each.on, each.hours) for each in placement.steps.all())
    reached = reached or [hours for on, hours in steps if on <= last]
    return told_hours(reached[-1]) if reached else ""


def observed_told(observed: Observed) -> str:
    """A placement in sentences, of what is known; for a draft that the coach goes on with."""
    return " ".join(_sentences(observed))


def _sentences(observed: Observed) -> Iterator[str]:
    values = {
        "employer": observed.employer,
        "begin": observed.starts_on.isoformat(),
        "weeks": observed.weeks,
    }
    yield (
        ngettext(
            "Work placement at %(employer)s from %(begin)s, for %(weeks)s week.",
            "Work placement at %(employer)s from %(begin)s, for %(weeks)s weeks.",
            observed.weeks,
        )
        % values
    )
    if observed.hours_first and observed.hours_reached:
        said = _("It began with %(first)s hours a week; %(reached)s hours a week were reached.")
        yield said % {"first": observed.hours_first, "reached": observed.hours_reached}
    tasks = ". ".join(filter(None, (observed.task, observed.duties.rstrip("."))))
    for words, text in (
        (_("Tasks: %(text)s."), tasks),
        (_("What worked: %(text)s."), observed.worked_well),
        (_("What did not work: %(text)s."), observed.did_not_work),
        (_("Adaptations: %(text)s."), observed.adaptations),
    ):
        if text:
            yield words % {"text": text.rstrip(".")}


def led_to_told(episode: Episode, until: date) -> list[str]:
    """What the placements led to, in sentences; it suggests, and sets nothing. One query."""
    found = Placement.objects.filter(
        episode=episode, ended_on__lte=until, outcome__in=(*_WORK, Outcome.STUDIES)
    )
    rows = found.order_by("-ended_on", "pk").values_list("ended_on", "employer__name", "outcome")
    words = _("The placement at %(employer)s ended on %(day)s and led to: %(outcome)s.")
    return [
        words % {"employer": name, "day": day, "outcome": Outcome(code).label}
        for day, name, code in rows
    ]


_WORK = (Outcome.WORK, Outcome.SUBSIDISED_WORK)


def still_placed_at(episode: Episode, today: date) -> list[tuple[UUID, str]]:
    """The placements that go on or are planned, each with its employer's name; one query."""
    found = Placement.objects.filter(episode=episode).in_states(
        State.PLANNED, State.ONGOING, today=today
    )
    return list(found.order_by("starts_on", "pk").values_list("pk", "employer__name"))
