"""One page per person: what it shows, to whom, and that opening it is told of."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samspel.accounts.log import first_broken_link
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.models import Episode, Participant
from samspel.participants.timeline import timeline
from tests.participants.conftest import told
from tests.people import client_of, make_episode, make_participant

TODAY = date(2025, 6, 15)


def url(episode: Episode) -> str:
    return reverse("participant", args=[episode.participant_id])


def test_who_may(only_the_team_may: Callable[[str], None], enrolled: Episode) -> None:
    only_the_team_may(url(enrolled))


def test_opening_is_told_of_and_refusals_are_not(
    coach: User, stranger: User, enrolled: Episode, team: Team
) -> None:
    client_of(stranger).get(url(enrolled))
    assert not LogEntry.objects.exists()
    client_of(coach).get(url(enrolled))
    entry = told("opened")
    assert entry.subject == f"participant:{enrolled.participant_id}"
    assert (entry.actor, entry.team_id, entry.details) == (coach, team.pk, {})
    assert first_broken_link() is None


def test_every_page_about_the_person_is_an_opening(coach: User, enrolled: Episode) -> None:
    client = client_of(coach)
    for name in ("participant", "participant_correct"):
        client.get(reverse(name, args=[enrolled.participant_id]))
    for name in ("episode_close", "episode_correct"):
        client.get(reverse(name, args=[enrolled.pk]))
    openings = LogEntry.objects.filter(act="opened")
    assert openings.count() == 4
    assert {each.subject for each in openings} == {f"participant:{enrolled.participant_id}"}


@pytest.mark.parametrize(
    ("whose", "acts"),
    [
        ("visited", ["För in uppdrag", "Skriv in", "Ta bort ur kön"]),
        ("queued", ["Skriv in", "Ta bort ur kön"]),
        ("enrolled", ["Avsluta ärendet"]),
        ("closed", ["Remittera på nytt"]),
    ],
)
def test_the_buttons_are_what_the_stage_allows(
    request: pytest.FixtureRequest, coach: User, whose: str, acts: list[str]
) -> None:
    episode = request.getfixturevalue(whose)
    client = client_of(coach)
    shown = client.get(url(episode)).context["acts"]
    assert [title for title, _address, _look in shown] == acts
    assert [client.get(address).status_code for _title, address, _look in shown] == [200] * len(
        acts
    )


def test_the_page_tells_who_it_is_and_everything_that_happened(
    coach: User, enrolled: Episode
) -> None:
    text = client_of(coach).get(url(enrolled)).content.decode()
    for words in ("Alva Exempel", "1990-01-02", "Regionen", "2025-01-10", "Inskrivning", "Aktiv"):
        assert words in text
    title = text[text.index("<title>") : text.index("</title>")]
    assert "Alva" not in title


def test_names_are_shown_as_text(coach: User, team: Team) -> None:
    person = make_participant(team, given_name="<b>Bo</b>", family_name="{{ x }}")
    text = client_of(coach).get(url(make_episode(person))).content.decode()
    assert "&lt;b&gt;Bo&lt;/b&gt; {{ x }}" in text


def test_a_protected_person_s_page_says_so(coach: User, enrolled: Episode) -> None:
    Participant.objects.update(protection="registered")
    enrolled.participant.named_staff.add(coach)
    text = client_of(coach).get(url(enrolled)).content.decode()
    assert "skyddad folkbokföring" in text


def test_a_person_without_cases_can_be_referred(coach: User, team: Team) -> None:
    person = make_participant(team, birth_date=None, gender="")
    page = client_of(coach).get(reverse("participant", args=[person.pk]))
    [(_title, address, _look)] = page.context["acts"]
    assert address == reverse("episode_refer", args=[person.pk])
    assert "inte känd" in page.content.decode()


def test_many_cases_take_as_many_queries_as_one(
    coach: User, colleague: User, enrolled: Episode
) -> None:
    client = client_of(coach)
    client.get(url(enrolled))
    with CaptureQueriesContext(connection) as few:
        client.get(url(enrolled))
    for year in range(2015, 2024):
        make_episode(
            enrolled.participant,
            referred_on=date(year, 1, 1),
            enrolled_on=date(year, 2, 1),
            closed_on=date(year, 9, 1),
            outcome="work",
            coach=colleague,
        )
    with CaptureQueriesContext(connection) as many:
        page = client.get(url(enrolled))
    assert len(page.context["stories"]) == 10
    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("dates", "events"),
    [
        (
            {"study_visit_on": "2025-06-20", "referred_on": "2025-06-01"},
            ["2025-06-20 Studiebesök is-coming", "2025-06-01 Uppdrag"],
        ),
        (
            {"referred_on": "2025-04-01", "enrolled_on": "2025-05-01"},
            [
                "2025-08-01 Uppföljning ska hållas is-coming",
                "2025-07-01 Prövotiden går ut is-coming",
                "2025-05-01 Inskrivning",
                "2025-04-01 Uppdrag",
            ],
        ),
        (
            {"enrolled_on": "2025-05-01", "closed_on": "2025-05-20"},
            ["2025-05-20 Avslut is-end", "2025-05-01 Inskrivning"],
        ),
        (
            {"enrolled_on": "2025-01-01", "closed_on": "2025-03-01"},
            ["2025-03-01 Prövotiden går ut", "2025-03-01 Avslut is-end", "2025-01-01 Inskrivning"],
        ),
        (
            {"referred_on": "2025-04-01", "withdrawn_on": "2025-05-01"},
            ["2025-05-01 Lämnade kön is-end", "2025-04-01 Uppdrag"],
        ),
        (
            {"referred_on": "2025-04-01", "enrolled_on": "2025-08-01"},
            ["2025-08-01 Inskrivning is-coming", "2025-04-01 Uppdrag"],
        ),
    ],
)
def test_the_timeline_on_the_fifteenth_of_june(
    team: Team, dates: dict[str, str], events: list[str]
) -> None:
    nothing = {"referred_on": None, "enrolled_on": None}
    days = {name: date.fromisoformat(day) for name, day in dates.items()}
    outcome = "work" if "closed_on" in days else ""
    episode = Episode(team=team, **nothing | days, outcome=outcome)
    shown = timeline(episode, {}, today=TODAY)
    assert [f"{each.on} {each.title} {each.css}".strip() for each in shown] == events


def test_the_enrolment_tells_of_income_and_months(team: Team) -> None:
    episode = Episode(
        team=team,
        enrolled_on=date(2025, 5, 1),
        income_source="none",
        public_support_months=Decimal("18.5"),
    )
    [enrolment] = [each for each in timeline(episode, {}, today=TODAY) if each.detail]
    assert enrolment.detail.endswith("18,5 månader i offentlig försörjning före")
