"""The stage follows from dates and a day; the rule for a row and for a query are one."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.participants.episode import newest_first
from samspel.participants.episodes import figures_of
from samspel.participants.models import Episode
from samspel.participants.stage import Stage, stage_of, stage_since, trial_end
from tests.people import make_episode, make_participant

TODAY = date(2025, 6, 15)
NOTHING = {
    "study_visit_on": None,
    "referred_on": None,
    "enrolled_on": None,
    "trial_ends_on": None,
    "closing_begun_on": None,
    "closed_on": None,
    "withdrawn_on": None,
}
DAYS = st.dates(date(2023, 11, 1), date(2025, 3, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("dates", "stage", "since"),
    [
        ({"study_visit_on": "2025-06-01"}, Stage.STUDY_VISIT, "2025-06-01"),
        ({"study_visit_on": "2025-07-01"}, Stage.STUDY_VISIT, "2025-07-01"),
        ({"referred_on": "2025-06-15"}, Stage.QUEUE, "2025-06-15"),
        (
            {"study_visit_on": "2025-06-01", "referred_on": "2025-06-16"},
            Stage.STUDY_VISIT,
            "2025-06-01",
        ),
        ({"referred_on": "2025-06-01", "enrolled_on": "2025-06-16"}, Stage.QUEUE, "2025-06-01"),
        ({"enrolled_on": "2025-06-15", "trial_ends_on": "2025-08-15"}, Stage.TRIAL, "2025-06-15"),
        ({"enrolled_on": "2025-04-16", "trial_ends_on": "2025-06-16"}, Stage.TRIAL, "2025-04-16"),
        ({"enrolled_on": "2025-04-15", "trial_ends_on": "2025-06-15"}, Stage.ACTIVE, "2025-06-15"),
        # A team without a trial period: active from the first day.
        ({"enrolled_on": "2025-06-15"}, Stage.ACTIVE, "2025-06-15"),
        (
            {
                "enrolled_on": "2025-06-16",
                "trial_ends_on": "2025-08-16",
                "referred_on": "2025-06-01",
            },
            Stage.QUEUE,
            "2025-06-01",
        ),
        (
            {"enrolled_on": "2025-01-01", "closing_begun_on": "2025-06-15"},
            Stage.CLOSING,
            "2025-06-15",
        ),
        (
            {"enrolled_on": "2025-01-01", "closing_begun_on": "2025-06-16"},
            Stage.ACTIVE,
            "2025-01-01",
        ),
        (
            {
                "enrolled_on": "2025-06-01",
                "trial_ends_on": "2025-08-01",
                "closing_begun_on": "2025-06-10",
            },
            Stage.CLOSING,
            "2025-06-10",
        ),
        ({"enrolled_on": "2025-01-01", "closed_on": "2025-06-16"}, Stage.ACTIVE, "2025-01-01"),
        ({"enrolled_on": "2025-01-01", "closed_on": "2025-06-15"}, Stage.CLOSED, "2025-06-15"),
        ({"enrolled_on": "2025-06-15", "closed_on": "2025-06-15"}, Stage.CLOSED, "2025-06-15"),
        (
            {"referred_on": "2025-01-01", "withdrawn_on": "2025-06-15"},
            Stage.WITHDRAWN,
            "2025-06-15",
        ),
        ({"referred_on": "2025-01-01", "withdrawn_on": "2025-06-16"}, Stage.QUEUE, "2025-01-01"),
    ],
)
def test_the_stage_on_the_fifteenth_of_june(
    dates: dict[str, str], stage: Stage, since: str
) -> None:
    episode = SimpleNamespace(**NOTHING | {name: day(text) for name, text in dates.items()})
    assert stage_of(episode, TODAY) == stage
    assert stage_since(episode, stage) == day(since)


@pytest.mark.parametrize(
    ("enrolled", "months", "ends"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2025-01-15", 99, "2026-01-15"),
    ],
)
def test_the_trial_ends_on_the_same_day_of_a_later_month(
    enrolled: str, months: int, ends: str
) -> None:
    assert trial_end(day(enrolled), months) == day(ends)


def test_without_a_trial_period_nothing_ends() -> None:
    assert trial_end(day("2025-01-15"), 0) is None


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(data=st.data(), today=DAYS)
def test_row_and_query_agree(team: Team, data: st.DataObject, today: date) -> None:
    """Many episodes at a time, with dates near today so that boundary days are met."""
    Episode.objects.all().delete()
    team.participants.all().delete()
    near = st.none() | st.integers(-70, 70).map(lambda days: today + timedelta(days=days))
    for number in range(6):
        dates = data.draw(st.tuples(*[near | st.just(today)] * 7))
        study, referred, enrolled, trial, closing, closed, withdrawn = dates
        if study is None and referred is None and enrolled is None:
            continue
        enrolled = enrolled and max(enrolled, referred or enrolled)
        trial = enrolled and trial and max(trial, enrolled + timedelta(days=1))
        closing = enrolled and closing and max(closing, enrolled)
        closed = closed and enrolled and max(closed, closing or enrolled)
        withdrawn = None if enrolled else withdrawn and max(withdrawn, referred or withdrawn)
        make_episode(
            make_participant(team),
            case_number=str(number),
            study_visit_on=study,
            referred_on=referred,
            enrolled_on=enrolled,
            trial_ends_on=trial,
            closing_begun_on=closing,
            closed_on=closed,
            withdrawn_on=withdrawn,
            outcome="work" if closed else "",
        )
    episodes = list(Episode.objects.all())
    stages = {each.pk: each.stage(today) for each in episodes}
    for stage in Stage:
        found = set(Episode.objects.in_stages([stage], today).values_list("pk", flat=True))
        assert found == {pk for pk, derived in stages.items() if derived == stage}
    asked = Episode.objects.with_stage_number(today).with_since(today)
    rows = {
        pk: (number, since)
        for pk, number, since in asked.values_list("pk", "stage_number", "since")
    }
    for each in episodes:
        number, since = rows[each.pk]
        assert list(Stage)[number] == stages[each.pk]
        assert since == stage_since(each, stages[each.pk])


def test_the_queue_of_the_list_is_the_queue_of_the_figures(team: Team) -> None:
    make_episode(make_participant(team), referred_on=day("2025-06-15"), enrolled_on=None)
    make_episode(make_participant(team), referred_on=day("2025-06-16"), enrolled_on=None)
    make_episode(make_participant(team), enrolled_on=day("2025-06-15"))
    make_episode(make_participant(team), enrolled_on=day("2025-06-16"))
    counted = figures_of(team, parse_period("2025-06-15..2025-06-15")).count("in_queue_at_end").n
    assert Episode.objects.in_stages([Stage.QUEUE], TODAY).count() == counted == 2


def test_no_stages_find_no_episodes(team: Team) -> None:
    make_episode(make_participant(team))
    assert not Episode.objects.in_stages([], TODAY).exists()


def test_the_open_episode_comes_first_then_the_newest(team: Team) -> None:
    person = make_participant(team)
    old = make_episode(person, closed_on=day("2025-03-01"), outcome="moved")
    newer = make_episode(person, referred_on=day("2025-04-01"), enrolled_on=None,
                         withdrawn_on=day("2025-05-01"))  # fmt: skip
    still = make_episode(person, referred_on=day("2024-01-01"), enrolled_on=None)
    assert newest_first([old, newer, still]) == [still, newer, old]
