"""Correcting the dates and codes of an episode."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants import changing
from samspel.participants.models import Episode
from tests.participants.conftest import send, sentences, told
from tests.people import client_of, make_episode, make_participant


def url(episode: Episode) -> str:
    return reverse("episode_correct", args=[episode.pk])


def filled(user: User, episode: Episode, **changes: Any) -> dict[str, Any]:
    """What the page's own form holds, with some of it changed."""
    form = client_of(user).get(url(episode)).context["form"]
    values = {name: form[name].value() for name in form.fields}
    kept = {name: "" if value is None else value for name, value in values.items()}
    return kept | changes


def test_who_may(only_the_team_may: Callable[[str], None], closed: Episode) -> None:
    only_the_team_may(url(closed))


def test_a_correction_names_the_fields_and_never_the_values(coach: User, closed: Episode) -> None:
    changes = {"closed_on": "2025-04-01", "outcome": "moved", "case_number": "Ny 1"}
    assert send(coach, url(closed), **filled(coach, closed, **changes)).status_code == 302
    closed.refresh_from_db()
    assert (closed.closed_on, closed.outcome) == (date(2025, 4, 1), "moved")
    assert (closed.case_number, closed.version) == ("Ny 1", 2)
    assert told("corrected").details == {"fields": ["case_number", "closed_on", "outcome"]}


def test_a_closing_can_be_taken_back(coach: User, closed: Episode) -> None:
    changes = filled(coach, closed, closed_on="", outcome="")
    assert send(coach, url(closed), **changes).status_code == 302
    closed.refresh_from_db()
    assert closed.is_open


def test_what_changes_nothing_leaves_no_trace(coach: User, closed: Episode, team: Team) -> None:
    assert send(coach, url(closed), **filled(coach, closed)).status_code == 302
    closed.refresh_from_db()
    team.refresh_from_db()
    assert (closed.version, team.revision) == (1, 0)
    assert not LogEntry.objects.exclude(act="opened").exists()


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"closed_on": ""}, "outcome", "avslutsorsak"),
        ({"outcome": ""}, "outcome", "avslutsorsak"),
        ({"enrolled_on": ""}, "closed_on", "varit inskriven"),
        ({"enrolled_on": "2025-03-02"}, "closed_on", "före inskrivningen"),
        ({"referred_on": "2025-02-02"}, "enrolled_on", "före uppdraget"),
        ({"withdrawn_on": "2025-02-02"}, "withdrawn_on", "utan avslutas"),
        ({"case_number": ""}, "case_number", "måste"),
        ({"case_number": "taken"}, "case_number", "redan ett ärende"),
        ({"enrolled_on": "1989-12-31"}, "enrolled_on", "1990"),
        ({"study_visit_on": "1990-01-01"}, "study_visit_on", "födelse"),
    ],
)
def test_each_constraint_speaks_at_its_field(
    coach: User, closed: Episode, team: Team, changes: dict[str, str], field: str, words: str
) -> None:
    make_episode(make_participant(team), case_number="taken")
    found = sentences(send(coach, url(closed), **filled(coach, closed, **changes)))
    assert words in found[field][0]
    before = closed.version
    closed.refresh_from_db()
    assert closed.version == before


def test_an_episode_without_any_beginning(coach: User, queued: Episode) -> None:
    found = sentences(send(coach, url(queued), **filled(coach, queued, referred_on="")))
    assert "börjar med" in found["__all__"][0]


def test_a_second_open_case_is_refused(coach: User, closed: Episode) -> None:
    make_episode(closed.participant, referred_on=date(2025, 5, 1), enrolled_on=None)
    found = sentences(send(coach, url(closed), **filled(coach, closed, closed_on="", outcome="")))
    assert found == {"__all__": ["Personen har redan ett pågående ärende."]}


def test_an_old_doubtful_date_does_not_stop_another_correction(coach: User, team: Team) -> None:
    old = make_episode(
        make_participant(team, birth_date=None), referred_on=date(1980, 1, 1), referred_by="gone"
    )
    assert send(coach, url(old), **filled(coach, old, income_source="none")).status_code == 302


def test_two_who_correct_at_once(coach: User, closed: Episode, colleague: User) -> None:
    changes = filled(coach, closed, outcome="moved", coach=colleague.pk)
    Episode.objects.filter(pk=closed.pk).update(version=2, outcome="studies", coach=coach)
    response = send(coach, url(closed), **changes)
    assert "Någon annan sparade" in sentences(response)["__all__"][0]
    text = response.content.decode()
    assert "Nu står det: Studier" in text
    assert f"Nu står det: {coach.name}" in text
    assert '<option value="moved" selected>' in text


def test_months_are_shown_and_read_with_a_decimal_comma(coach: User, closed: Episode) -> None:
    Episode.objects.filter(pk=closed.pk).update(public_support_months="22.4")
    page = client_of(coach).get(url(closed)).content.decode()
    assert 'name="public_support_months" value="22,4"' in page
    changes = filled(coach, closed, public_support_months="18,5")
    Episode.objects.filter(pk=closed.pk).update(version=2)
    assert "Nu står det: 22,4" in send(coach, url(closed), **changes).content.decode()
    assert send(coach, url(closed), **changes | {"version": 2}).status_code == 302
    closed.refresh_from_db()
    assert str(closed.public_support_months) == "18.5"


def test_a_number_that_somebody_took_meanwhile(
    coach: User, closed: Episode, team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check found it free; the database refuses and does not say whose it is."""

    def late(*_values: Any, **_options: Any) -> None:
        make_episode(make_participant(team), case_number="taken")

    changes = filled(coach, closed, case_number="taken")
    monkeypatch.setattr(changing, "check_episode", late)
    found = sentences(send(coach, url(closed), **changes))
    assert "samma ögonblick" in found["__all__"][0]
