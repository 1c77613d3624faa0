"""What consents and enrolments give to the day's list and to the timeline."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspel.accounts.models import User
from samspel.organisation.models import Agency, Team
from samspel.participants.consents.due import CONSENTS, enrolment_dues
from samspel.participants.consents.missing import Missing, incomplete, missing_of
from samspel.participants.consents.models import Consent, EnrolmentMeeting
from samspel.participants.consents.story import SOURCES
from samspel.participants.due import Due, DueKind
from samspel.participants.due_rows import dues_from
from samspel.participants.models import Episode
from samspel.participants.person.cases import cases_of
from samspel.participants.person.part import Drafts, dues_of, parts_of
from samspel.participants.stage import Stage
from samspel.participants.timeline import events_of
from tests.people import make_episode, make_participant

TODAY = date(2025, 6, 15)


def consent(episode: Episode, agency: Agency | None, last_on: date, **more: object) -> Consent:
    usual = {
        "party": "" if agency else "Mamma",
        "kinds": ["health", "plan"],
        "first_on": date(2025, 1, 1),
        "given": "oral",
        "recorded_at": datetime(2025, 1, 1, tzinfo=UTC),
    }
    return Consent.objects.create(episode=episode, agency=agency, last_on=last_on, **(usual | more))


def meeting(episode: Episode, **agreed: object) -> EnrolmentMeeting:
    return EnrolmentMeeting.objects.create(episode=episode, held_on=date(2025, 2, 1), **agreed)


@pytest.fixture
def fk(team: Team) -> Agency:
    return team.agencies.get(short_name="FK")


def dues(episode: Episode) -> list[str]:
    return [f"{each.on} {each.text}" for each in dues_from([CONSENTS], [episode], TODAY)]


@pytest.mark.parametrize(
    ("days", "is_told"), [(-15, False), (-14, True), (0, True), (14, True), (15, False)]
)
def test_a_consent_that_runs_out_is_told_of_around_its_last_day(
    enrolled: Episode, fk: Agency, days: int, is_told: bool
) -> None:
    last = TODAY + timedelta(days=days)
    consent(enrolled, fk, last)
    assert dues(enrolled) == ([f"{last} Samtycket till FK går ut"] if is_told else [])


def test_one_that_is_renewed_or_withdrawn_is_not_told_of(
    enrolled: Episode, fk: Agency, team: Team
) -> None:
    consent(enrolled, None, TODAY)
    consent(enrolled, None, date(2026, 1, 1), first_on=date(2025, 6, 16), party="MAMMA")
    consent(enrolled, fk, TODAY, withdrawn_on=date(2025, 3, 1))
    assert dues(enrolled) == []
    other = team.agencies.get(short_name="Kommunen")
    consent(enrolled, other, TODAY)
    consent(enrolled, fk, date(2026, 1, 1), first_on=date(2025, 6, 16))
    assert dues(enrolled) == ["2025-06-15 Samtycket till Kommunen går ut"]


def test_an_incomplete_enrolment_is_told_of_from_its_first_day(
    team: Team, enrolled: Episode
) -> None:
    booked = make_episode(make_participant(team), enrolled_on=date(2025, 6, 16))
    meeting(enrolled, is_informed=True)
    meeting(booked)
    found = list(enrolment_dues([enrolled, booked], TODAY))
    assert [(each.on, each.episode_id) for each in found] == [(date(2025, 2, 1), enrolled.pk)]
    assert found[0].text == "Gör klar inskrivningen: personnummer, handläggarens e-post och 7 till"
    assert list(enrolment_dues([], TODAY)) == []


@pytest.mark.parametrize(("days", "is_told"), [(-1, False), (0, True), (14, True), (15, False)])
def test_a_first_step_is_told_of_until_its_day_has_gone_by(
    enrolled: Episode, days: int, is_told: bool
) -> None:
    on = TODAY + timedelta(days=days)
    meeting(enrolled, first_step="Introduktion", first_step_on=on, is_settled=True)
    found = [(each.on, each.text) for each in enrolment_dues([enrolled], TODAY)]
    assert found == ([(on, "Första steget: Introduktion")] if is_told else [])
    cases, _titles = cases_of(enrolled.participant)
    drafts = Drafts([], [])
    on_page = dues_of(cases[0], Stage.TRIAL, parts_of(cases[0], drafts, TODAY), TODAY)
    assert [(each.on, each.text) for each in on_page if each.kind == DueKind.FIRST_STEP] == found


def test_a_first_step_stands_on_its_day_of_the_timeline(enrolled: Episode) -> None:
    on = TODAY + timedelta(days=3)
    meeting(enrolled, first_step="Introduktion", first_step_on=on)
    step = next(iter(events_of(SOURCES, [enrolled.pk], today=TODAY)))
    assert (step.on, step.title, step.detail, step.css) == (
        on, "Första steg", "Introduktion", "is-coming",
    )  # fmt: skip


def test_each_takes_one_query(team: Team, fk: Agency) -> None:
    episodes = [make_episode(make_participant(team)) for _each in range(4)]
    for each in episodes:
        consent(each, fk, TODAY)
        meeting(each)

    def consent_dues(episodes: Sequence[Episode], today: date) -> Iterable[Due]:
        return dues_from([CONSENTS], episodes, today)

    for rule in (consent_dues, enrolment_dues):
        with CaptureQueriesContext(connection) as queries:
            assert len(list(rule(episodes, TODAY))) == 4
        assert len(queries) == 1


def test_everything_that_belongs_to_an_enrolment_can_be_missing(team: Team) -> None:
    person = make_participant(team, gender="", birth_date=None)
    episode = make_episode(person)
    assert missing_of(episode, EnrolmentMeeting(), has_consents=False) == list(Missing)
    assert missing_of(episode, EnrolmentMeeting(is_settled=True), has_consents=False) == []
    episode.referred_by = "self"
    alone = missing_of(episode, EnrolmentMeeting(), has_consents=True)
    assert set(Missing) - set(alone) == {
        Missing.CASEWORKER, Missing.UNDERTAKING, Missing.CONSENTS,
    }  # fmt: skip


def test_who_was_enrolled_without_the_checklist_lacks_nothing(enrolled: Episode) -> None:
    assert incomplete([enrolled]) == []


def test_the_timeline_tells_of_meeting_consents_and_withdrawals(
    enrolled: Episode, fk: Agency
) -> None:
    meeting(enrolled, start_group="Vår 25", first_step="Introduktion")
    consent(enrolled, fk, date(2026, 1, 1), withdrawn_on=date(2025, 5, 1))
    consent(enrolled, None, date(2026, 1, 1), first_on=date(2025, 7, 1))
    events = list(events_of(SOURCES, [enrolled.pk], today=TODAY))
    assert [(str(each.on), each.title, each.detail, each.css) for each in events] == [
        ("2025-07-01", "Samtycke till Mamma", "plan och mål, hälsa", "is-coming"),
        ("2025-05-01", "Samtycke till FK tillbakataget", "", ""),
        ("2025-02-01", "Inskrivningssamtal, startgrupp Vår 25", "Introduktion", ""),
        ("2025-01-01", "Samtycke till FK", "plan och mål, hälsa", ""),
    ]


@pytest.mark.parametrize(
    ("agreed", "title", "detail"),
    [
        ({"without_visit_because": "Har varit här"}, "Inskriven utan studiebesök", "Har varit här"),
        (
            {"is_despite_intake": True},
            "Inskriven fast ingen plats var ledig eller intaget var pausat",
            "",
        ),
        (
            {"without_visit_because": "Har varit här", "is_despite_intake": True},
            "Inskriven utan studiebesök, fast ingen plats var ledig eller intaget var pausat",
            "Har varit här",
        ),
    ],
)
def test_the_timeline_tells_who_enrolled_somebody_against_the_teams_rule_and_why(
    enrolled: Episode, coach: User, agreed: dict[str, object], title: str, detail: str
) -> None:
    meeting(enrolled, recorded_by=coach, **agreed)
    events = {each.title: each for each in events_of(SOURCES, [enrolled.pk], today=TODAY)}
    assert set(events) == {"Inskrivningssamtal", title}
    assert (events[title].detail, events[title].by) == (detail, coach.name)
