"""The contract of the timeline: one query over subjects of any key, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.notes.correcting import correct_note
from samspel.participants.notes.models import Note, Objection
from samspel.participants.notes.story import SOURCES
from samspel.participants.timeline import LONGEST_TEXT, Event, entered, events_of, timeline_rows
from tests.people import make_episode, make_participant

TODAY = date(2025, 6, 15)
THEN = datetime(2025, 3, 3, 9, tzinfo=UTC)


def make_note(episode: Episode, author: User, on: str, text: str = "Text") -> Note:
    return Note.objects.create(
        episode=episode,
        author=author,
        on=date.fromisoformat(on),
        text=text,
        begun_at=THEN,
        changed_at=THEN,
        signed_at=THEN,
    )


def told(*episodes: Episode, most: int | None = None) -> list[Event]:
    pks = [each.pk for each in episodes]
    return list(events_of(SOURCES, pks, today=TODAY, most=most))


def test_subjects_stand_in_one_order_by_one_query(coach: User, enrolled: Episode) -> None:
    note = make_note(enrolled, coach, "2025-03-01", "Ett samtal")
    correct_note(note=note, text="Två", now=THEN, by=Actor(coach))
    for number, about in enumerate((note, None), 5):
        Objection.objects.create(
            episode=enrolled,
            note=about,
            on=date(2025, 3, number),
            text="Nej",
            recorded_by=coach,
            recorded_at=THEN,
        )
    with CaptureQueriesContext(connection) as queries:
        events = told(enrolled)
    assert len(queries) == 1
    assert [(str(each.on), each.kind, each.detail, each.by) for each in events] == [
        ("2025-03-06", "objection", "Nej", coach.name),
        ("2025-03-05", "objection", "Nej", coach.name),
        ("2025-03-03", "correction", "Två", coach.name),
        ("2025-03-01", "note", "Ett samtal", coach.name),
    ]
    assert {each.episode_id for each in events} == {enrolled.pk}
    address = reverse("note", args=[note.pk])
    assert [each.url for each in events] == ["", address, address, address]
    assert len(events[3].marks) == 2
    assert events[0].marks == ()


def test_what_is_of_other_cases_or_not_signed_is_not_told(
    coach: User, team: Team, enrolled: Episode
) -> None:
    other = make_episode(make_participant(team))
    make_note(other, coach, "2025-03-01")
    Note.objects.create(
        episode=enrolled, author=coach, on=THEN.date(), begun_at=THEN, changed_at=THEN, text="Nej"
    )
    assert told(enrolled) == []
    assert [each.episode_id for each in told(enrolled, other)] == [other.pk]


def test_the_latest_are_taken_in_an_order_that_stays(coach: User, enrolled: Episode) -> None:
    for day in (1, 2, 2, 2, 3):
        make_note(enrolled, coach, f"2025-03-0{day}")
    every = told(enrolled)
    assert [each.on.day for each in every] == [3, 2, 2, 2, 1]
    assert told(enrolled, most=3) == every[:3]


def test_a_long_text_is_cut(coach: User, enrolled: Episode) -> None:
    make_note(enrolled, coach, "2025-03-01", "å" * 5000)
    [event] = told(enrolled)
    assert event.detail == "å" * LONGEST_TEXT


def test_what_is_prepared_gives_what_is_put_together_anew(
    coach: User, team: Team, enrolled: Episode
) -> None:
    """Of one episode the prepared statement is asked, of several a query made for them."""
    other = make_episode(make_participant(team))
    for day in (1, 2, 3):
        make_note(enrolled, coach, f"2025-03-0{day}")
        make_note(other, coach, f"2025-04-0{day}")
    both = told(enrolled, other)
    for episode in (enrolled, other, enrolled):
        own = [each for each in both if each.episode_id == episode.pk]
        assert told(episode) == own
        assert told(episode, most=2) == own[:2]


def test_subjects_without_any_row_tell_nothing(enrolled: Episode) -> None:
    none = [
        replace(each, rows=lambda _pks: timeline_rows(Note.objects.none(), kind="note"))
        for each in SOURCES
    ]
    assert list(events_of(none, [enrolled.pk], today=TODAY)) == []


def test_nothing_is_asked_where_there_is_nothing() -> None:
    assert list(events_of(SOURCES, [], today=TODAY)) == []
    assert list(events_of((), [UUID(int=1)], today=TODAY)) == []


@pytest.mark.parametrize(
    ("dates", "events"),
    [
        (
            {"study_visit_on": "2025-06-20", "referred_on": "2025-06-01"},
            ["2025-06-20 Studiebesök is-coming", "2025-06-01 Uppdrag"],
        ),
        (
            {"referred_on": "2025-04-01", "enrolled_on": "2025-05-01", "trial": "2025-07-01"},
            [
                "2025-07-01 Prövotiden går ut is-coming",
                "2025-05-01 Inskrivning",
                "2025-04-01 Uppdrag",
            ],
        ),
        (
            {"enrolled_on": "2025-05-01", "closed_on": "2025-05-20", "trial": "2025-07-01"},
            ["2025-05-20 Avslut is-end", "2025-05-01 Inskrivning"],
        ),
        (
            {"enrolled_on": "2025-01-01", "closed_on": "2025-05-01", "trial": "2025-03-01"},
            ["2025-05-01 Avslut is-end", "2025-03-01 Prövotiden går ut", "2025-01-01 Inskrivning"],
        ),
        (
            {"referred_on": "2025-04-01", "withdrawn_on": "2025-05-01"},
            ["2025-05-01 Lämnade kön is-end", "2025-04-01 Uppdrag"],
        ),
        (
            {"enrolled_on": "2025-01-01", "closing_begun_on": "2025-06-01"},
            ["2025-06-01 Avslutet påbörjas", "2025-01-01 Inskrivning"],
        ),
    ],
)
def test_the_dates_of_a_case_on_the_fifteenth_of_june(
    team: Team, dates: dict[str, str], events: list[str]
) -> None:
    days = {name: date.fromisoformat(day) for name, day in dates.items()}
    trial = days.pop("trial", None)
    outcome = "work" if "closed_on" in days else ""
    episode = Episode(team=team, outcome=outcome, trial_ends_on=trial, **days)
    shown = sorted(entered(episode, {}, today=TODAY), key=lambda each: each.on, reverse=True)
    assert [f"{each.on} {each.title} {each.css}".strip() for each in shown] == events


def test_the_enrolment_tells_of_income_and_months(team: Team) -> None:
    episode = Episode(
        team=team,
        enrolled_on=date(2025, 5, 1),
        income_source="none",
        public_support_months=18.5,
    )
    [enrolment] = [each for each in entered(episode, {}, today=TODAY) if each.detail]
    assert enrolment.detail.endswith("18,5 månader i offentlig försörjning före")
