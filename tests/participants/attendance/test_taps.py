"""Taps that a browser has kept: once each, in order, and never over somebody else's."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.attendance.attendance import Presence
from samspel.participants.attendance.models import Attendance, Tap
from samspel.participants.attendance.recording import Tapped, settle, take_tap
from samspel.participants.attendance.words import clock_told
from samspel.participants.groups.models import Session
from samspel.participants.models import Episode
from tests.participants.attendance.sessions import join, make_group, make_session
from tests.participants.conftest import HOSTILE
from tests.participants.trial.conftest import FIRST, TODAY
from tests.people import client_of, make_episode, make_participant

NOW = datetime(2025, 3, 5, 10, tzinfo=UTC)


@pytest.fixture
def session(team: Team, on_trial: Episode) -> Session:
    group = make_group(team)
    join(group, on_trial)
    return make_session(group, TODAY)


def tapped(session: Session, episode: Episode, presence: str, seen: str = "") -> dict[str, Any]:
    return {
        "id": str(uuid4()),
        "session": str(session.pk),
        "episode": str(episode.pk),
        "presence": presence,
        "seen": seen,
        "at": "2025-03-05T10:00:00.000Z",
    }


def send(user: User, /, *taps: object, **more: Any) -> Any:
    body = json.dumps({"taps": list(taps)} | more)
    return client_of(user).post(reverse("taps"), body, content_type="application/json")


def outcomes(response: Any) -> list[str]:
    return [each["is"] for each in response.json()["answers"]]


def test_a_tap_sent_twice_counts_once(coach: User, session: Session, on_trial: Episode) -> None:
    tap = tapped(session, on_trial, "present")
    assert outcomes(send(coach, tap, tap)) == ["saved", "saved"]
    assert outcomes(send(coach, tap)) == ["saved"]
    assert (Tap.objects.count(), Attendance.objects.count()) == (1, 1)
    assert LogEntry.objects.filter(act__startswith="session_attendance").count() == 1


def test_taps_on_one_person_are_taken_in_their_order(
    coach: User, session: Session, on_trial: Episode
) -> None:
    first = tapped(session, on_trial, "present")
    second = tapped(session, on_trial, "excused", seen="present")
    assert outcomes(send(coach, first, second)) == ["saved", "saved"]
    assert session.attendances.get().presence == "excused"


def test_somebody_elses_other_word_is_a_conflict_and_nothing_is_overwritten(
    coach: User, colleague: User, session: Session, on_trial: Episode
) -> None:
    send(colleague, tapped(session, on_trial, "absent"))
    answer = send(coach, tapped(session, on_trial, "present"), shown=str(session.pk))
    assert outcomes(answer) == ["conflict"]
    assert session.attendances.get().presence == "absent"
    row = answer.json()["rows"][str(on_trial.pk)]
    for told in ("Kim Handledare", colleague.name, "uteblev", "på plats", "Vilket stämmer?"):
        assert told in row
    page = client_of(coach).get(reverse("session_sheet", args=[session.pk]))
    assert "Vilket stämmer?" in page.content.decode()


def test_two_leaders_who_tap_the_same_agree(
    coach: User, colleague: User, session: Session, on_trial: Episode
) -> None:
    assert outcomes(send(colleague, tapped(session, on_trial, "present"))) == ["saved"]
    assert outcomes(send(coach, tapped(session, on_trial, "present"))) == ["same"]
    assert session.attendances.get().recorded_by == colleague


@pytest.fixture
def conflict(coach: User, colleague: User, session: Session, on_trial: Episode) -> Tap:
    send(colleague, tapped(session, on_trial, "absent"))
    send(coach, tapped(session, on_trial, "present"))
    return Tap.objects.get(came_of="conflict")


@pytest.mark.parametrize(("choice", "stands"), [("mine", "present"), ("theirs", "absent")])
def test_a_conflict_is_settled_by_choosing(
    coach: User, conflict: Tap, choice: str, stands: str
) -> None:
    url = reverse("session_settle", args=[conflict.session_id, conflict.pk])
    for _again in range(2):
        client_of(coach).post(url, {"choice": choice, "seen": "absent"})
    conflict.refresh_from_db()
    assert (conflict.came_of, conflict.settled_by) == (choice, coach)
    assert conflict.session.attendances.get().presence == stands
    page = client_of(coach).get(reverse("session_sheet", args=[conflict.session_id]))
    assert "Vilket stämmer?" not in page.content.decode()


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_the_row_after_choosing_is_that_of_a_reload(
    coach: User, conflict: Tap, choice: str
) -> None:
    url = reverse("session_settle", args=[conflict.session_id, conflict.pk])
    values, headers = {"choice": choice, "seen": "absent"}, {"HX-Request": "true"}
    part = client_of(coach).post(url, values, headers=headers).content.decode()
    page = client_of(coach).get(reverse("session_sheet", args=[conflict.session_id]))
    assert without_ids(part) in without_ids(page.content.decode())


def without_ids(text: str) -> str:
    lines = (each for each in text.splitlines() if "csrfmiddlewaretoken" not in each)
    return "\n".join(lines).strip()


def test_what_has_changed_again_is_not_chosen_over(
    coach: User, colleague: User, conflict: Tap
) -> None:
    send(colleague, tapped(conflict.session, conflict.episode, "excused", seen="absent"))
    url = reverse("session_settle", args=[conflict.session_id, conflict.pk])
    page = client_of(coach).post(url, {"choice": "mine", "seen": "absent"}, follow=True)
    assert "Någon har ändrat det igen under tiden." in page.content.decode()
    assert conflict.session.attendances.get().presence == "excused"
    with pytest.raises(ValidationError):
        settle(tap=conflict, takes_tap=True, seen="absent", now=NOW, by=Actor(coach))


def test_a_later_tap_of_the_same_person_replaces_the_one_that_waits(
    coach: User, conflict: Tap
) -> None:
    send(coach, tapped(conflict.session, conflict.episode, "digital", seen="present"))
    assert list(Tap.objects.order_by("pk").values_list("came_of", flat=True)).count("conflict") == 1
    conflict.refresh_from_db()
    assert conflict.came_of == "replaced"
    send(coach, tapped(conflict.session, conflict.episode, "excused", seen="absent"))
    assert not Tap.objects.filter(came_of="conflict").exists()
    assert conflict.session.attendances.get().presence == "excused"


@pytest.mark.parametrize("who", ["stranger", "steering_member"])
def test_others_cannot_choose(request: pytest.FixtureRequest, conflict: Tap, who: str) -> None:
    url = reverse("session_settle", args=[conflict.session_id, conflict.pk])
    values = {"choice": "mine", "seen": "absent"}
    assert client_of(request.getfixturevalue(who)).post(url, values).status_code == 404


def test_what_is_refused_says_why_and_is_kept_as_a_tap(
    team: Team, coach: User, session: Session
) -> None:
    waiting = make_episode(make_participant(team), enrolled_on=None)
    answer = send(coach, tapped(session, waiting, "present"))
    assert answer.json()["answers"][0]["why"] == "Personen var inte inskriven den 2025-03-05."
    assert Tap.objects.get().came_of == "refused"
    assert not Attendance.objects.exists()


def test_people_and_sessions_of_others_are_refused(
    team: Team, other_team: Team, coach: User, session: Session, on_trial: Episode
) -> None:
    theirs = make_episode(make_participant(other_team), enrolled_on=FIRST)
    elsewhere = make_session(make_group(other_team), TODAY)
    answer = send(coach, tapped(session, theirs, "present"), tapped(elsewhere, on_trial, "present"))
    assert [each["why"] for each in answer.json()["answers"]] == [
        "Personen hör inte till ditt team.",
        "Tillfället hör inte till ditt team, eller inte längre.",
    ]
    assert not Tap.objects.exists()


def test_an_id_stands_for_one_tap_only(
    team: Team, coach: User, colleague: User, session: Session, on_trial: Episode
) -> None:
    tap = tapped(session, on_trial, "present")
    send(coach, tap)
    assert outcomes(send(colleague, tap)) == ["refused"]
    other = make_episode(make_participant(team), enrolled_on=FIRST)
    assert outcomes(send(coach, tap | {"episode": str(other.pk)})) == ["refused"]
    assert Attendance.objects.count() == 1


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["id", "session", "episode", "presence", "seen", "at"])
def test_a_tap_that_makes_no_sense_is_refused_and_holds_up_no_other(
    coach: User, session: Session, on_trial: Episode, field: str, text: str
) -> None:
    good = tapped(session, on_trial, "present")
    bad = tapped(session, on_trial, "present") | {field: text}
    answer = send(coach, bad, good, shown=text, now=text)
    bad_came_of, good_came_of = outcomes(answer)
    takes_it = field == "at" or (field == "seen" and not text)
    assert (bad_came_of, good_came_of) == (("saved", "same") if takes_it else ("refused", "saved"))


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"taps": 1}', "null", "{", '"x"'])
def test_what_is_no_list_of_taps_is_refused(coach: User, body: str) -> None:
    answer = client_of(coach).post(reverse("taps"), body, content_type="application/json")
    assert answer.status_code == 400


@pytest.mark.parametrize("user", ["0", "", [], {}, 1.5])
def test_what_somebody_else_has_tapped_in_this_browser_is_not_taken(
    coach: User, session: Session, on_trial: Episode, user: object
) -> None:
    tap = tapped(session, on_trial, "present")
    assert send(coach, tap, user=user).status_code == 409
    assert not Tap.objects.exists()
    assert outcomes(send(coach, tap, user=str(coach.pk))) == ["saved"]


def test_what_needs_a_look_says_whose_row_of_which_sheet(
    coach: User, colleague: User, session: Session, on_trial: Episode
) -> None:
    send(colleague, tapped(session, on_trial, "absent"))
    answer = send(coach, tapped(session, on_trial, "present")).json()["answers"][0]
    assert answer["about"] == f"Alva Exempel, {session.name} 2025-03-05"
    assert answer["sheet"] == reverse("session_sheet", args=[session.pk])
    agreed = send(coach, tapped(session, on_trial, "absent")).json()["answers"][0]
    assert agreed.keys() == {"id", "is"}


def test_the_sessions_day_counts_and_the_phones_clock_is_a_remark(
    coach: User, session: Session, on_trial: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samspel.participants.attendance.views.taps.now", lambda _request: NOW)
    tap = tapped(session, on_trial, "present") | {"at": "2025-03-06T10:00:00Z"}
    answer = send(coach, tap, now="2025-03-06T10:01:00Z")
    assert session.attendances.get().on == TODAY
    kept = Tap.objects.get()
    assert kept.phone_at == NOW + timedelta(days=1)
    assert kept.clock_off == 24 * 3600 + 60
    assert kept.reached_at == NOW
    assert "Telefonens klocka går 1 dag för fort." in answer.json()["clock"]


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (None, ""),
        (300, ""),
        (-300, ""),
        (301, "5 minuter för fort"),
        (-3600, "1 timme efter"),
        (-2 * 86_400, "2 dagar efter"),
    ],
)
def test_a_clock_is_told_of_when_it_is_some_minutes_wrong(seconds: int | None, told: str) -> None:
    sentence = clock_told(seconds)
    assert told in sentence
    assert bool(sentence) is bool(told)


def test_the_second_of_two_at_once_finds_the_firsts_row(
    coach: User, colleague: User, session: Session, on_trial: Episode
) -> None:
    """Both saw nothing recorded: the row that is there when the second comes decides."""
    taken = [
        take_tap(
            session=session,
            episode=on_trial,
            tapped=Tapped(uuid4(), presence, ""),
            today=TODAY,
            now=NOW,
            by=Actor(user),
        ).came_of
        for user, presence in ((coach, Presence.PRESENT), (colleague, Presence.EXCUSED))
    ]
    assert taken == ["saved", "conflict"]
    assert session.attendances.get().presence == "present"


def test_a_batch_of_twelve_takes_few_queries_for_each(
    team: Team, coach: User, session: Session, django_assert_max_num_queries: Any
) -> None:
    cases = [make_episode(make_participant(team), enrolled_on=FIRST) for _number in range(12)]
    client = client_of(coach)
    body = json.dumps({"taps": [tapped(session, case, "present") for case in cases]})
    with django_assert_max_num_queries(12 * 19 + 10):
        client.post(reverse("taps"), body, content_type="application/json")
    assert Attendance.objects.count() == 12
