"""What the page of one employer shows: tasks with their places, contacts, talks, the past."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.contact_note import ContactNote
from samspel.participants.employers.demands import Accessibility, Physical
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.employer_list import told_places
from samspel.participants.employers.history import TakenOn, taken_on
from samspel.participants.employers.places import Places, places_at
from samspel.participants.employers.task import Task

_SHOWN = 8
"""So many of the past placements and of the talks stand on the page; the rest is a step away."""


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task with what it asks in words."""

    task: Task
    kinds: str
    places: str
    mark: str
    hours: str
    asks: Sequence[str]
    access: Sequence[str]


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A talk, and whether the reader wrote it down."""

    note: ContactNote
    is_own: bool


@dataclass(frozen=True, slots=True)
class EmployerPage:
    """Everything on the page; ``past`` are the latest, ``has_more`` whether there are others."""

    offered: list[ShownTask]
    not_offered: list[ShownTask]
    contacts: list[EmployerContact]
    other_contacts: list[EmployerContact]
    notes: list[ShownNote]
    older_notes: list[ShownNote]
    past: list[TakenOn]
    has_more: bool


def page_of(employer: Employer, *, user: User, today: date) -> EmployerPage:
    """Gather the page; a query each for tasks, kinds, places, contacts, talks and the past."""
    tasks = list(Task.objects.filter(employer=employer).prefetch_related("work_kinds"))
    places = places_at(tasks, [employer.team], today=today)
    shown = [_shown(task, places[task.pk]) for task in tasks]
    contacts = list(EmployerContact.objects.filter(employer=employer, erased_on=None))
    talks = ContactNote.objects.filter(employer=employer).select_related("by")
    notes = [ShownNote(each, each.by_id == user.pk) for each in talks]
    past = taken_on(employer, user=user, today=today)
    return EmployerPage(
        offered=[each for each in shown if each.task.is_offered],
        not_offered=[each for each in shown if not each.task.is_offered],
        contacts=[each for each in contacts if each.is_used],
        other_contacts=[each for each in contacts if not each.is_used],
        notes=notes[:_SHOWN],
        older_notes=notes[_SHOWN:],
        past=past[:_SHOWN],
        has_more=len(past) > _SHOWN,
    )


def _shown(task: Task, places: Places) -> ShownTask:
    said, mark = told_places(places)
    return ShownTask(
        task=task,
        kinds=", ".join(each.title for each in task.work_kinds.all()),
        places=said,
        mark=mark,
        hours=told_hours(task.hours_from, task.hours_to),
        asks=list(_asks(task)),
        access=[*_labels(Accessibility, task.accessibility), *_text(task.accessibility_text)],
    )


def _asks(task: Task) -> Iterator[str]:
    yield task.get_structure_display()
    if task.pace:
        yield _("pace: %(pace)s") % {"pace": task.get_pace_display()}
    if task.social:
        yield _("one meets: %(whom)s") % {"whom": task.get_social_display()}
    yield from _labels(Physical, task.physical)


def _labels(codes: type[Physical] | type[Accessibility], chosen: Sequence[str]) -> list[str]:
    return [str(each.label) for each in codes if each.value in chosen]


def _text(text: str) -> list[str]:
    return [text] if text else []


def told_hours(first: Decimal | None, last: Decimal | None) -> str:
    """The hours a week in words; empty where they have not been spoken of."""
    if first is None and last is None:
        return ""
    if first is None or last is None or first == last:
        number = _number(first if last is None else last)
        if first is None:
            return _("up to %(hours)s hours a week") % {"hours": number}
        if last is None:
            return _("from %(hours)s hours a week") % {"hours": number}
        return _("%(hours)s hours a week") % {"hours": number}
    told = {"first": _number(first), "last": _number(last)}
    return _("%(first)s–%(last)s hours a week") % told


def _number(hours: Decimal | None) -> str:
    if hours is None:
        return ""
    plain = hours.normalize()
    places = max(0, -int(plain.as_tuple().exponent))
    return str(number_format(plain, places))
