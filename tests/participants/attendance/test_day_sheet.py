"""One tap records that somebody came, another takes it back the same day."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.absences.models import Absence
from samspel.participants.attendance.attending import record, take_back
from samspel.participants.attendance.models import Attendance
from samspel.participants.models import Episode
from tests.participants.trial.conftest import FIRST, LONG_AGO, TODAY, came
from tests.people import client_of, make_episode, make_participant

SHEET = "/attendance/"


def tap(user: User, episode: Episode, **more: Any) -> Any:
    values = {"on": TODAY.isoformat(), "came": "yes"} | more
    headers = values.pop("headers", {})
    return client_of(user).post(reverse("attend", args=[episode.pk]), values, headers=headers)


def days(episode: Episode) -> list[date]:
    return sorted(episode.attendances.values_list("on", flat=True))


def test_a_tap_is_saved_and_the_same_tap_again_is_the_same(coach: User, on_trial: Episode) -> None:
    for _again in range(2):
        response = tap(coach, on_trial)
        assert response["Location"] == "/attendance/?team=team-vaster&day=2025-03-05"
    assert days(on_trial) == [TODAY]
    assert on_trial.attendances.get().recorded_by == coach
    entry = LogEntry.objects.get(act="attendance_recorded")
    assert (entry.subject, entry.details) == (f"episode:{on_trial.pk}", {})


def test_another_tap_takes_it_back_the_same_day(coach: User, on_trial: Episode) -> None:
    tap(coach, on_trial)
    for _again in range(2):
        tap(coach, on_trial, came="no")
    assert days(on_trial) == []
    assert LogEntry.objects.filter(act="attendance_taken_back").count() == 1


def test_what_was_recorded_on_an_earlier_day_stays(coach: User, on_trial: Episode) -> None:
    yesterday = TODAY - timedelta(days=1)
    came(on_trial, yesterday)
    client = client_of(coach)
    url = reverse("attend", args=[on_trial.pk])
    values = {"on": yesterday.isoformat(), "came": "no"}
    page = client.post(url, values, follow=True)
    assert "Det fördes in en tidigare dag och står kvar." in page.content.decode()
    assert 'name="came" value="no"' not in page.content.decode()
    assert days(on_trial) == [yesterday]


def test_a_day_gone_by_can_be_recorded_later_and_taken_back_that_day(
    coach: User, on_trial: Episode
) -> None:
    gone = TODAY - timedelta(days=20)
    tap(coach, on_trial, on=gone.isoformat())
    assert days(on_trial) == [gone]
    tap(coach, on_trial, on=gone.isoformat(), came="no")
    assert days(on_trial) == []


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (TODAY + timedelta(days=1), "Den dagen har inte varit än."),
        (FIRST - timedelta(days=1), "Personen var inte inskriven den 2025-02-02."),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_one_sentence(
    coach: User, on_trial: Episode, on: date, sentence: str
) -> None:
    client = client_of(coach)
    url = reverse("attend", args=[on_trial.pk])
    values = {"on": on.isoformat(), "came": "yes"}
    page = client.post(url, values, follow=True)
    assert sentence in page.content.decode()
    part = client.post(url, values, headers={"HX-Request": "true"})
    assert sentence in part.content.decode()
    assert days(on_trial) == []


def test_nobody_comes_who_is_closed_or_waits(team: Team, coach: User) -> None:
    closed = make_episode(
        make_participant(team), enrolled_on=FIRST, closed_on=TODAY, outcome="work"
    )
    waiting = make_episode(make_participant(team), enrolled_on=None)
    for episode in (closed, waiting):
        with pytest.raises(ValidationError):
            record(episode=episode, on=TODAY, today=TODAY, now=timezone.now(), by=Actor(coach))
    # On a day on which the one was still enrolled it can be entered afterwards.
    before = TODAY - timedelta(days=1)
    record(episode=closed, on=before, today=TODAY, now=timezone.now(), by=Actor(coach))
    assert days(closed) == [before]


def test_taking_back_what_is_not_there_is_nothing(coach: User, on_trial: Episode) -> None:
    take_back(episode=on_trial, on=TODAY, today=TODAY, by=Actor(coach))
    assert not LogEntry.objects.filter(act="attendance_taken_back").exists()


@pytest.mark.parametrize("who", ["stranger", "steering_member", "officer", "administrator"])
def test_others_cannot_tap(request: pytest.FixtureRequest, on_trial: Episode, who: str) -> None:
    assert tap(request.getfixturevalue(who), on_trial).status_code == 404
    assert days(on_trial) == []


@pytest.mark.parametrize("more", [{"on": "igår"}, {"on": ""}, {"came": "maybe"}])
def test_a_forged_tap_is_no_page(coach: User, on_trial: Episode, more: dict[str, str]) -> None:
    assert tap(coach, on_trial, **more).status_code == 404
    assert days(on_trial) == []


@pytest.mark.parametrize("value", ["yes", "no"])
@pytest.mark.parametrize("who", ["", "mine"])
def test_the_row_that_is_swapped_in_is_the_one_of_a_reload(
    coach: User, on_trial: Episode, value: str, who: str
) -> None:
    if value == "no":
        tap(coach, on_trial)
    part = tap(coach, on_trial, came=value, who=who, headers={"HX-Request": "true"})
    page = client_of(coach).get(SHEET, {"who": who}).content.decode()
    assert _without_token(part.content.decode()) in _without_token(page)


@pytest.mark.parametrize("value", ["yes", "no"])
def test_the_part_of_the_persons_page_shows_the_tap(
    coach: User, on_trial: Episode, value: str
) -> None:
    if value == "no":
        tap(coach, on_trial)
    url = reverse("trial_came", args=[on_trial.pk])
    part = client_of(coach).post(url, {"came": value}, headers={"HX-Request": "true"})
    other = "no" if value == "yes" else "yes"
    assert f'name="came" value="{other}"' in part.content.decode()
    assert 'id="trial-part"' in part.content.decode()


def _without_token(text: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text).strip()


def names(user: User, query: str = "") -> list[str]:
    return [row.name for row in client_of(user).get(SHEET + query).context["rows"]]


def test_the_sheet_shows_the_teams_enrolled_of_the_day(
    team: Team, other_team: Team, coach: User, colleague: User, on_trial: Episode
) -> None:
    make_episode(make_participant(team, family_name="Aktiv"), **LONG_AGO)
    make_episode(make_participant(team, family_name="Köande"), enrolled_on=None)
    make_episode(make_participant(other_team, family_name="Annans"), enrolled_on=FIRST)
    secret = make_participant(team, family_name="Hemlig", protection="marked")
    make_episode(secret, enrolled_on=FIRST, case_number="2025-7")
    assert names(coach) == ["Alva Aktiv", "Alva Exempel"]
    secret.named_staff.add(coach)
    assert names(coach) == ["Alva Aktiv", "Alva Exempel", "Skyddad identitet 2025-7"]
    assert names(coach, "?who=mine") == ["Alva Exempel"]
    assert names(coach, "?day=2025-02-02") == ["Alva Aktiv"]
    assert names(colleague, "?who=mine") == []


def test_whoever_stands_in_has_the_others_on_the_own_sheet(
    team: Team, coach: User, colleague: User, on_trial: Episode
) -> None:
    Absence.objects.create(
        team=team, coach=coach, substitute=colleague, first_on=TODAY, last_on=TODAY
    )
    assert names(colleague, "?who=mine") == ["Alva Exempel"]


@pytest.mark.parametrize(
    "query", ["?day=2025-03-06", "?day=x", "?day=9999-12-31", "?day=0001-01-01", "?team=okänd"]
)
def test_an_address_that_makes_no_sense_is_the_sheet_of_today(
    coach: User, on_trial: Episode, query: str
) -> None:
    page = client_of(coach).get(SHEET + query)
    assert (page.context["on"], page.context["team"].slug) == (TODAY, "team-vaster")


def test_the_sheet_tells_who_has_long_been_away(coach: User, on_trial: Episode) -> None:
    came(on_trial, date(2025, 2, 20))
    assert "borta i två veckor" not in client_of(coach).get(SHEET).content.decode()
    Attendance.objects.all().delete()
    came(on_trial, date(2025, 2, 19))
    assert "borta i två veckor" in client_of(coach).get(SHEET).content.decode()


def test_the_sheet_takes_few_queries(team: Team, coach: User) -> None:
    for number in range(30):
        person = make_participant(team, family_name=f"Person {number:02}")
        came(make_episode(person, enrolled_on=FIRST), date(2025, 2, 10))
    client = client_of(coach)
    with CaptureQueriesContext(connection) as queries:
        assert len(client.get(SHEET).context["rows"]) == 30
    assert len(queries) <= 8
