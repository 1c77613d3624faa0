"""Standing times: published, changed, ended, and a day of them cancelled."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.mail.models import Message
from samspel.organisation.models import Team
from samspel.participants.visits import publishing
from samspel.participants.visits.models import CancelledTime, StandingTime, Visit
from samspel.participants.visits.occasions import free_occasions
from samspel.participants.visits.publishing import Published
from tests.participants.conftest import send, sentences, told
from tests.participants.visits.conftest import NOW, TODAY, WEDNESDAY
from tests.people import client_of

WEDNESDAYS = Published(weekday=2, at=time(10), first_on=date(2025, 6, 2), place="Storgatan 1")
FILLED = {
    "weekday": "1",
    "at": "13:30",
    "every_weeks": "2",
    "first_on": "2025-06-16",
    "last_on": "",
    "places": "3",
    "place": "Torget",
}


@pytest.fixture(autouse=True)
def _on_monday(on_monday: None) -> None:
    """Every page of these tests is shown on that day."""


def change(standing: StandingTime, by: Actor, **changes: object) -> StandingTime:
    return publishing.change_time(
        standing_time=standing,
        version=standing.version,
        published=replace(WEDNESDAYS, **changes),
        today=TODAY,
        now=NOW,
        by=by,
    )


def test_a_coach_publishes_a_time(coach: User, team: Team) -> None:
    response = send(coach, "/visits/times/new/", **FILLED)
    made = StandingTime.objects.get()
    assert response["Location"] == f"/visits/times/{made.pk}/"
    assert (made.weekday, made.at, made.every_weeks, made.places) == (1, time(13, 30), 2, 3)
    assert told("standing_time_added").team_id == team.pk
    assert made.days(TODAY, date(2025, 7, 31))[:2] == [date(2025, 6, 17), date(2025, 7, 1)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("weekday", "7"),
        ("weekday", ""),
        ("at", "25:00"),
        ("every_weeks", "0"),
        ("every_weeks", "9"),
        ("places", "0"),
        ("places", "x"),
        ("first_on", "2025-02-30"),
        ("first_on", "9999-12-31"),
        ("last_on", "2025-06-15"),
        ("last_on", "9999-12-31"),
    ],
)
def test_what_cannot_be_published(coach: User, team: Team, field: str, value: str) -> None:
    says = sentences(send(coach, "/visits/times/new/", **FILLED | {field: value}))
    assert set(says) == {field}
    assert not StandingTime.objects.exists()


def test_only_the_team_sees_its_times(
    only_the_team_may: Callable[[str], None], standing: StandingTime
) -> None:
    only_the_team_may(f"/visits/times/{standing.pk}/")


def test_a_time_is_changed_and_ended(coach: User, standing: StandingTime) -> None:
    response = send(
        coach,
        f"/visits/times/{standing.pk}/",
        **FILLED | {"weekday": "2", "at": "10:00", "last_on": "2025-07-02", "version": "1"},
    )
    assert response.status_code == 302
    standing.refresh_from_db()
    assert (standing.last_on, standing.version) == (date(2025, 7, 2), 2)


def test_two_who_change_a_time_never_overwrite_each_other(
    standing: StandingTime, by: Actor
) -> None:
    change(standing, by, places=2)
    with pytest.raises(ValidationError, match="Någon annan har ändrat"):
        change(standing, by, places=3)


@pytest.mark.parametrize(
    "changes",
    [
        {"at": time(11)},
        {"weekday": 3},
        {"first_on": date(2025, 6, 19)},
        {"last_on": date(2025, 6, 17)},
        {"first_on": date(2025, 6, 11), "every_weeks": 2},
    ],
)
def test_a_booked_visit_keeps_its_time(
    visit: Visit, standing: StandingTime, by: Actor, changes: dict[str, object]
) -> None:
    with pytest.raises(ValidationError, match="2025-06-18"):
        change(standing, by, **changes)


def test_as_many_places_as_are_booked(
    visit: Visit, standing: StandingTime, by: Actor, book: Callable[..., Visit]
) -> None:
    change(standing, by, places=2)
    standing.refresh_from_db()
    same = {"standing_time": standing, "starts_at": visit.starts_at, "seat": 2}
    Visit.objects.create(team=standing.team, booked_at=NOW, **same)
    with pytest.raises(ValidationError, match="Fler besök"):
        change(standing, by, places=1)


def test_a_day_is_cancelled_with_its_visits_and_put_back(
    coach: User, visit: Visit, standing: StandingTime, team: Team
) -> None:
    url = f"/visits/times/{standing.pk}/day/"
    page = client_of(coach).post(url, {"on": "2025-06-18", "act": "cancel"}, follow=True)
    assert "1 besök" in page.content.decode()
    visit.refresh_from_db()
    assert visit.came == "cancelled"
    assert Message.objects.filter(template="visit_cancelled").count() == 1
    assert free_occasions(team, TODAY, NOW)[0].day == WEDNESDAY + timedelta(weeks=1)
    client_of(coach).post(url, {"on": "2025-06-18", "act": "cancel"})
    assert CancelledTime.objects.count() == 1
    client_of(coach).post(url, {"on": "2025-06-18", "act": "restore"})
    assert free_occasions(team, TODAY, NOW)[0].day == WEDNESDAY
    assert told("standing_day_restored").details == {"on": "2025-06-18"}


@pytest.mark.parametrize("on", ["2025-06-19", "2025-06-11", "", "x", "9999-12-31", "2025-02-30"])
def test_a_day_that_is_none_of_those_to_come(coach: User, standing: StandingTime, on: str) -> None:
    url = f"/visits/times/{standing.pk}/day/"
    page = client_of(coach).post(url, {"on": on, "act": "cancel"}, follow=True)
    assert "Välj en av tidens kommande dagar" in page.content.decode()
    assert not CancelledTime.objects.exists()


def test_a_stranger_cancels_nothing(stranger: User, standing: StandingTime) -> None:
    url = f"/visits/times/{standing.pk}/day/"
    assert client_of(stranger).post(url, {"on": "2025-06-18"}).status_code == 404
    assert not CancelledTime.objects.exists()


def test_the_list_says_which_have_ended(coach: User, standing: StandingTime) -> None:
    page = client_of(coach).get("/visits/times/").content.decode()
    assert "Onsdag 10:00" in page
    assert "varje vecka" in page
