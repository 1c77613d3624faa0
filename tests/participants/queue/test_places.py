"""How full a team is, in words, and how long until a place."""

from datetime import date

import pytest

from samspel.figures.period import year_until
from samspel.organisation.models import Team
from samspel.participants.queue.intake import Intake
from samspel.participants.queue.intake_pause import IntakePause
from samspel.participants.queue.places import Number, Places, places_of, wait_words
from tests.people import make_episode, make_participant

TODAY = date(2025, 6, 15)


def places(enrolled: int, capacity: int | None, closed: int = 0) -> Places:
    return Places(
        capacity,
        year_until(TODAY),
        Number("enrolled_at_end", enrolled, ""),
        Number("in_queue_at_end", 0, ""),
        Number("closed", closed, ""),
    )


@pytest.mark.parametrize(
    ("enrolled", "capacity", "words"),
    [
        (52, 40, "52 inskrivna på 40 platser: 12 över."),
        (40, 40, "40 inskrivna på 40 platser: ingen plats är ledig."),
        (39, 40, "39 inskrivna på 40 platser: 1 plats är ledig."),
        (37, 40, "37 inskrivna på 40 platser: 3 platser är lediga."),
        (5, None, "5 inskrivna. I inställningarna står inget antal platser."),
    ],
)
def test_the_sentence(enrolled: int, capacity: int | None, words: str) -> None:
    assert places(enrolled, capacity).sentence() == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "går inte att säga"),
        (0, "det finns plats"),
        (1, "mindre än en månad"),
        (15, "mindre än en månad"),
        (16, "ungefär 1 månad"),
        (61, "ungefär 2 månader"),
        (365, "ungefär 12 månader"),
    ],
)
def test_a_wait_is_told_in_whole_months(days: int | None, words: str) -> None:
    assert wait_words(days) == words


@pytest.mark.parametrize(
    ("enrolled", "capacity", "more", "warned"),
    [(1, 2, 1, False), (1, 2, 2, True), (2, 2, 1, True), (3, 2, 1, True), (9, None, 5, False)],
)
def test_who_would_be_too_many_is_warned_of(
    enrolled: int, capacity: int | None, more: int, warned: bool
) -> None:
    intake = Intake(Team(name="A"), places(enrolled, capacity), None)
    assert bool(intake.warnings(more)) == warned


def test_a_pause_is_warned_of_with_its_reason() -> None:
    pause = IntakePause(first_on=date(2025, 6, 1), reason="Semester")
    intake = Intake(Team(name="A"), places(1, 9), pause)
    assert intake.warnings() == ["Intaget är pausat sedan 2025-06-01: Semester"]
    pause.last_on = date(2025, 8, 1)
    assert intake.warnings() == ["Intaget är pausat från 2025-06-01 till 2025-08-01: Semester"]


def test_the_numbers_are_those_of_the_figures(team: Team) -> None:
    make_episode(make_participant(team))
    make_episode(make_participant(team), enrolled_on=None)
    make_episode(make_participant(team), closed_on=date(2025, 3, 1), outcome="work")
    make_episode(make_participant(team), enrolled_on=date(2025, 6, 16), referred_on=TODAY)
    found = places_of(team, TODAY)
    assert (found.enrolled.n, found.in_queue.n, found.closed.n) == (1, 2, 1)
