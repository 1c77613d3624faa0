"""A figure of a past period is computed from dates alone, never from today's status.

A year of casework through the actions, and last year's figures are the same as before; something
recorded late changes the year that it happened in, and only that.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from samspel.accounts.actor import SYSTEM
from samspel.exchange.importing.episodes import import_episodes
from samspel.figures.contract import contract
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.closing import Closing, close
from samspel.participants.correction import EpisodeFacts, correct_episode
from samspel.participants.enrolment import Enrolment, enrol
from samspel.participants.episodes import figures_of
from samspel.participants.models import Episode, Participant
from samspel.participants.referral import Beginning, refer_again
from samspel.participants.registration import Particulars, register
from samspel.participants.withdrawal import withdraw
from tests.exchange.files import COHORTS

pytestmark = pytest.mark.django_db

YEARS = ("2019", "2020", "2021")
NEW_YEAR, LAST_DAY = date(2022, 1, 3), date(2022, 12, 30)


@pytest.fixture
def avesta(db: None) -> Team:
    with (COHORTS / "avesta-2021.csv").open("rb") as file:
        import_episodes(file, by=SYSTEM)
    return Team.objects.get()


def told(year: str) -> dict[str, Any]:
    return contract(figures_of(Team.objects.get(), parse_period(year)))


def close_half_of_the_enrolled() -> None:
    enrolled = Episode.objects.filter(closed_on=None).exclude(enrolled_on=None)
    for turn, episode in enumerate(enrolled.order_by("case_number")):
        if turn % 2:
            day = NEW_YEAR + timedelta(days=5 * turn)
            close(
                episode=episode,
                version=episode.version,
                closing=Closing(day, ("work", "studies", "dropout", "other")[turn % 4]),
                today=day,
                by=SYSTEM,
            )


def empty_the_queue() -> None:
    queue = Episode.objects.filter(enrolled_on=None, withdrawn_on=None, closed_on=None)
    for turn, episode in enumerate(queue.order_by("case_number")):
        day = NEW_YEAR + timedelta(days=7 * turn)
        step: dict[str, Any] = {"episode": episode, "version": episode.version, "by": SYSTEM}
        if turn % 4:
            enrol(**step, enrolment=Enrolment(day, None, "none"), today=day)
        else:
            withdraw(**step, withdrawn_on=day, reason="moved", today=day)


def let_some_return() -> None:
    left = Participant.objects.exclude(episodes__closed_on=None).order_by("reference")
    for turn, person in enumerate(left[:5]):
        day = LAST_DAY - timedelta(days=30 + turn)
        beginning = Beginning(referred_on=day, referred_by="region")
        refer_again(participant=person, beginning=beginning, today=day, by=SYSTEM)


def new_person(team: Team, name: str, referred: date, today: date) -> Episode:
    person = register(
        team=team,
        particulars=Particulars("Alva", name, birth_date=date(1990, 1, 2), gender="woman"),
        beginning=Beginning(referred_on=referred, referred_by="self"),
        today=today,
        by=SYSTEM,
        is_another_person=True,
    )
    return person.episodes.get()


def test_a_year_of_casework_leaves_the_years_before_as_they_were(avesta: Team) -> None:
    before = {year: told(year) for year in YEARS}
    assert before["2021"]["counts"]["enrolled_at_end"]["n"] == 42
    close_half_of_the_enrolled()
    empty_the_queue()
    let_some_return()
    for number, name in enumerate(("Ett", "Två", "Tre")):
        day = NEW_YEAR + timedelta(days=60 * number)
        new_person(avesta, name, day, day)
    assert {year: told(year) for year in YEARS} == before

    after = told("2022")["counts"]
    assert after["enrolled_at_start"] == before["2021"]["counts"]["enrolled_at_end"]
    assert after["closed"]["n"] >= 20
    assert after["newly_enrolled"]["n"] >= 5
    assert after["referred"]["n"] == 8


def test_a_closing_recorded_a_year_late_changes_its_own_year_only(avesta: Team) -> None:
    before = {year: told(year) for year in YEARS}
    episode = Episode.objects.filter(closed_on=None, enrolled_on__lt=date(2021, 6, 1)).first()
    assert episode is not None
    close(
        episode=episode,
        version=episode.version,
        closing=Closing(date(2021, 11, 1), "work"),
        today=LAST_DAY,
        by=SYSTEM,
    )
    after = {year: told(year) for year in YEARS}
    assert after["2021"]["counts"]["closed"]["n"] == 17
    assert after["2021"]["counts"]["enrolled_at_end"]["n"] == 41
    assert (after["2019"], after["2020"]) == (before["2019"], before["2020"])


def test_an_enrolment_recorded_late_counts_where_it_happened(avesta: Team) -> None:
    before = {year: told(year) for year in YEARS}
    episode = new_person(avesta, "Sen", date(2021, 3, 1), LAST_DAY)
    enrol(
        episode=episode,
        version=episode.version,
        enrolment=Enrolment(date(2021, 4, 1), None, "none", None),
        today=LAST_DAY,
        by=SYSTEM,
    )
    after = {year: told(year) for year in YEARS}
    assert after["2021"]["counts"]["newly_enrolled"]["n"] == 29
    assert (after["2019"], after["2020"]) == (before["2019"], before["2020"])


def test_a_corrected_date_moves_from_one_year_to_the_other(avesta: Team) -> None:
    episode = Episode.objects.filter(enrolled_on__year=2021, closed_on=None).first()
    assert episode is not None
    names = EpisodeFacts.__dataclass_fields__
    facts = {name: getattr(episode, name) for name in names}
    moved = {"referred_on": date(2022, 1, 10), "enrolled_on": date(2022, 2, 1)}
    correct_episode(
        episode=episode,
        version=episode.version,
        facts=EpisodeFacts(**{**facts, **moved, "study_visit_on": None}),
        today=LAST_DAY,
        by=SYSTEM,
    )
    assert told("2021")["counts"]["newly_enrolled"]["n"] == 27
    assert told("2022")["counts"]["newly_enrolled"]["n"] == 1
