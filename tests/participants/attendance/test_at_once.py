"""Several who record at the same moment: one row each, one word stands, and nothing hangs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F

from samspel.accounts.actor import SYSTEM, Actor
from samspel.participants.attendance.attendance import Presence
from samspel.participants.attendance.models import Attendance, Tap
from samspel.participants.attendance.recording import Tapped, record_all_present, settle, take_tap
from samspel.participants.groups import holding
from samspel.participants.groups.holding import Occasion
from samspel.participants.groups.models import Session
from samspel.participants.models import Episode
from tests.participants.attendance.sessions import join, make_group, make_session
from tests.participants.trial.conftest import FIRST, TODAY
from tests.people import make_association, make_episode, make_participant, make_team

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2025, 3, 5, 10, tzinfo=UTC)


@pytest.fixture
def cases() -> list[Episode]:
    team = make_team("Team", make_association())
    people = [make_participant(team, family_name=f"Gran{letter}") for letter in "abcdef"]
    return [make_episode(person, enrolled_on=FIRST) for person in people]


@pytest.fixture
def session(cases: list[Episode]) -> Session:
    group = make_group(cases[0].team)
    join(group, *cases)
    return make_session(group, TODAY)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What came of some acts that begin at the same moment."""
    start = Barrier(len(acts))

    def carried_out(act: Callable[[], object]) -> str:
        try:
            start.wait(10)
            return str(act())
        except ValidationError as refused:
            return " ".join(refused.messages)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(carried_out, acts))


def taps(
    session: Session, case: Episode, presence: str, pk: UUID | None = None
) -> Callable[[], str]:
    told = Tapped(pk or uuid4(), Presence(presence), "")
    about: dict[str, Any] = {"session": session, "episode": case, "by": SYSTEM}
    return lambda: take_tap(tapped=told, today=TODAY, now=NOW, **about).came_of


def test_of_two_leaders_who_tap_differently_one_stands_and_one_waits(
    session: Session, cases: list[Episode]
) -> None:
    outcomes = at_once(
        *(taps(session, cases[0], each) for each in ("present", "excused", "absent", "digital"))
    )
    assert sorted(outcomes) == ["conflict", "conflict", "conflict", "saved"] or sorted(
        outcomes
    ) == ["conflict", "replaced", "replaced", "saved"]
    assert session.attendances.count() == 1


def test_one_tap_that_is_sent_by_two_pages_at_once_counts_once(
    session: Session, cases: list[Episode]
) -> None:
    pk = uuid4()
    assert at_once(*[taps(session, cases[0], "present", pk)] * 4) == ["saved"] * 4
    assert (Tap.objects.count(), Attendance.objects.count()) == (1, 1)


def test_all_present_and_single_taps_do_not_wait_for_each_other_forever(
    session: Session, cases: list[Episode]
) -> None:
    def everybody(order: list[Episode]) -> Callable[[], object]:
        return lambda: record_all_present(
            session=session, episodes=order, today=TODAY, now=NOW, by=SYSTEM
        )

    single = [taps(session, case, "present") for case in cases]
    outcomes = at_once(everybody(cases), everybody(cases[::-1]), *single)
    assert set(outcomes) <= {"None", "saved", "same"}
    assert session.attendances.filter(presence="present").count() == len(cases)


def test_a_session_is_not_moved_from_under_a_tap(session: Session, cases: list[Episode]) -> None:
    before = TODAY - timedelta(days=1)

    def move() -> None:
        occasion = Occasion(before, session.at, session.ends_at)
        holding.change_session(
            session=session, version=session.version, occasion=occasion, today=TODAY, by=SYSTEM
        )

    at_once(move, *(taps(session, case, "present") for case in cases))
    assert not Attendance.objects.exclude(on=F("session__on")).exists()
    assert session.attendances.count() == len(cases)


def test_a_session_is_not_cancelled_from_under_a_tap(
    session: Session, cases: list[Episode]
) -> None:
    def cancel() -> None:
        holding.cancel_session(
            session=session, version=session.version, because="Storm", today=TODAY, by=SYSTEM
        )

    at_once(cancel, *(taps(session, case, "present") for case in cases))
    session.refresh_from_db()
    assert session.is_cancelled is not session.attendances.exists()


def test_a_tap_on_a_stale_copy_finds_what_the_session_is_now(
    session: Session, cases: list[Episode]
) -> None:
    Session.objects.filter(pk=session.pk).update(cancelled_because="Storm")
    assert taps(session, cases[0], "present")() == "refused"
    with pytest.raises(ValidationError, match="inställt"):
        record_all_present(session=session, episodes=cases, today=TODAY, now=NOW, by=SYSTEM)
    Tap.objects.all().delete()
    Session.objects.all().delete()
    with pytest.raises(ValidationError, match="finns inte längre"):
        taps(session, cases[0], "present")()


def test_of_two_who_settle_at_once_one_chooses(session: Session, cases: list[Episode]) -> None:
    taps(session, cases[0], "absent")()
    taps(session, cases[0], "present")()
    tap = Tap.objects.get(came_of="conflict")

    def choose(*, takes_tap: bool) -> Callable[[], object]:
        return lambda: settle(tap=tap, takes_tap=takes_tap, seen="absent", now=NOW, by=Actor(None))

    outcomes = at_once(choose(takes_tap=True), choose(takes_tap=False))
    tap.refresh_from_db()
    assert set(outcomes) == {str(tap.pk)}
    stands = "present" if tap.came_of == "mine" else "absent"
    assert session.attendances.get().presence == stands
