"""What was recorded during the stays of the last year and a half, written in bulk."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import takewhile
from typing import Any

from django.db.models import Model

from samspel.accounts.models import User
from samspel.exchange.demo.casework import phrases
from samspel.exchange.demo.casework.chance import Chance, at, next_working_day, working_day
from samspel.organisation.models import Agency
from samspel.participants.attendance.models import Attendance
from samspel.participants.consents.models import Consent, EnrolmentMeeting
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.follow_ups.schedule import due_days
from samspel.participants.models import Episode
from samspel.participants.notes.models import Note, NoteCorrection, Objection
from samspel.participants.trial.models import TrialDecision

_LOOKED_BACK = timedelta(days=540)
"""Stays that ended before came from a file, as in a team that has begun to use the product."""
_KINDS = ("conversation", "conversation", "conversation", "phone", "note", "joint", "digital")


class Stay:
    """One enrolled episode, until it was closed or until today."""

    def __init__(self, episode: Episode, today: date, coaches: Sequence[User]) -> None:
        self.episode, self.today = episode, today
        self.coach = episode.coach or coaches[0]
        self.chance = Chance(f"stay {episode.team.slug} {episode.case_number}")
        self.first = episode.enrolled_on or today
        self.until = min(episode.closed_on or today, today)

    @cached_property
    def agencies(self) -> list[Agency]:
        """The agencies of the stay's team, read once."""
        return list(self.episode.team.agencies.all())

    @property
    def is_open(self) -> bool:
        """Whether the person is still enrolled."""
        return self.episode.closed_on is None

    def day(self, low: int, high: int) -> date:
        """A working day so many days into the stay, and not after its end."""
        return min(working_day(self.first + self.chance.days(low, high)), self.until)


def write_stays(episodes: Sequence[Episode], *, coaches: Sequence[User], today: date) -> list[Stay]:
    """Write what was recorded around the enrolled episodes; returns the stays."""
    stays = [
        Stay(each, today, coaches)
        for each in episodes
        if each.enrolled_on is not None
        and (each.closed_on is None or each.closed_on > today - _LOOKED_BACK)
    ]
    write_all(record for stay in stays for record in _beginning(stay))
    write_all(record for stay in stays for record in _coming(stay))
    write_all(record for stay in stays for record in _follow_ups(stay))
    notes = [note for stay in stays for note in _notes(stay)]
    write_all(notes)
    _beside(notes)
    return stays


def write_all(records: Iterable[Model]) -> None:
    """Write records of whatever kinds, each kind at once."""
    by_kind: dict[type[Model], list[Model]] = {}
    for record in records:
        by_kind.setdefault(type(record), []).append(record)
    for model, found in by_kind.items():
        manager = model._meta.default_manager
        if manager is not None:
            manager.bulk_create(found)


def _beginning(stay: Stay) -> Iterator[Model]:
    """The meeting at the enrolment, and the consents given there."""
    first, chance = stay.first, stay.chance
    is_coming = chance.happens(0.5)
    yield EnrolmentMeeting(
        episode=stay.episode,
        held_on=first,
        is_informed=True,
        referrer_books_follow_ups=bool(stay.episode.caseworker_email),
        first_step=chance.one_of(phrases.FIRST_STEPS),
        first_step_on=first + timedelta(days=7),
        is_settled=True,
        recorded_by=stay.coach,
    )
    for agency in stay.agencies[: 3 if is_coming else 2]:
        kinds = ["plan", "follow_ups", "attendance", "work_ability"]
        yield Consent(
            episode=stay.episode,
            agency=agency,
            kinds=kinds[: chance.number(2, 4)],
            purpose="Rehabilitering mot arbete eller studier",
            first_on=first,
            last_on=first + timedelta(days=365 + chance.number(0, 20)),
            given="written" if chance.happens(0.9) else "oral",
            withdrawn_on=stay.until if not stay.is_open and chance.happens(0.3) else None,
            recorded_by=stay.coach,
            recorded_at=at(first),
        )


def _coming(stay: Stay) -> Iterator[Model]:
    """The days on which one came, and the decision at the end of the trial period."""
    episode, chance = stay.episode, stay.chance
    faithful = chance.number(70, 97) / 100
    monday = stay.first - timedelta(days=stay.first.weekday())
    while monday <= stay.until:
        for weekday in (1, 3):
            day = monday + timedelta(days=weekday)
            is_open = not (day.month == 12 and day.day > 21) and (day.month, day.day) > (1, 6)
            if stay.first <= day <= stay.until and is_open and chance.happens(faithful):
                recorded = {"recorded_by": stay.coach, "recorded_at": at(day)}
                yield Attendance(episode=episode, on=day, **recorded)
        monday += timedelta(days=7)
    yield from _decision(stay)


def _decision(stay: Stay) -> Iterator[Model]:
    episode, ends = stay.episode, stay.episode.trial_ends_on
    said: dict[str, Any] = {"episode": episode, "decided_by": stay.coach}
    if ends is None:
        return
    if episode.outcome == "dropout" and episode.closed_on is not None:
        if episode.closed_on < ends:
            yield TrialDecision(decision="end", decided_on=episode.closed_on, **said)
    elif ends <= stay.until and not (stay.is_open and stay.today - ends < timedelta(days=12)):
        yield TrialDecision(decision="continue", decided_on=ends, **said)


def _follow_ups(stay: Stay) -> Iterator[Model]:
    """Most were held around their day; one that comes soon is booked now and then."""
    every, chance = stay.episode.team.follow_up_months, stay.chance
    soon = stay.today + timedelta(days=14)
    last = min(stay.until, soon) if not stay.is_open else soon
    for due_on in takewhile(lambda day: day <= last, due_days(stay.first, every)):
        held = min(working_day(due_on + chance.days(-6, 12)), stay.until)
        said: dict[str, Any] = {"episode": stay.episode, "due_on": due_on, "form": "visit"}
        if due_on <= stay.today - timedelta(days=7) and chance.happens(0.95):
            agencies = [each.name for each in stay.agencies]
            yield FollowUp(
                held_on=max(held, stay.first),
                parties=["participant", "caseworker", *chance.some_of(agencies, 1)],
                outcome=chance.one_of(phrases.OUTCOMES),
                **said,
            )
        elif due_on > stay.today - timedelta(days=7) and chance.happens(0.75):
            day = next_working_day(stay.today + chance.days(0, 9))
            moment = at(day, chance.number(9, 15))
            yield FollowUp(booked_for=moment, booked_at=at(stay.today, 8), **said)


def _notes(stay: Stay) -> Iterator[Note]:
    """Signed notes every few weeks; now and then a draft of the last days."""
    day, chance = stay.first, stay.chance
    while (day := working_day(day + chance.days(9, 34))) <= stay.until:
        kind = chance.one_of(_KINDS)
        yield _note(stay, day, kind, chance.one_of(phrases.NOTES[kind]), is_signed=True)
    if stay.is_open and chance.happens(0.08):
        text = f"{phrases.DRAFT} {chance.one_of(phrases.GOALS)[0].lower()}."
        yield _note(stay, stay.today - timedelta(days=2), "conversation", text, is_signed=False)


def _note(stay: Stay, day: date, kind: str, text: str, *, is_signed: bool) -> Note:
    agencies = [each.name for each in stay.agencies]
    return Note(
        episode=stay.episode,
        kind=kind,
        on=day,
        text=text,
        parties=stay.chance.some_of(agencies, 1) if kind == "joint" else [],
        author=stay.coach,
        begun_at=at(day, 13),
        changed_at=at(day, 13, 10),
        signed_at=at(day, 13, 15) if is_signed else None,
    )


def _beside(notes: Sequence[Note]) -> None:
    """A correction and an objection, so that one sees how they stand."""
    signed = [each for each in notes if each.signed_at is not None]
    if len(signed) < 4:
        return
    corrected, objected = signed[-2], signed[-4]
    NoteCorrection.objects.create(
        note=corrected,
        text=phrases.CORRECTION,
        author=corrected.author,
        written_at=at(corrected.on, 15),
    )
    Objection.objects.create(
        episode=objected.episode,
        note=objected,
        on=objected.on,
        text=phrases.OBJECTION,
        recorded_by=objected.author,
        recorded_at=at(objected.on, 16),
    )
