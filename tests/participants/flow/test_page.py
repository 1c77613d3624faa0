"""The page: its numbers are the figures, every number opens what it counts, and who sees it."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.figures.period import Period, parse_period
from samspel.figures.printing import print_value
from samspel.organisation.models import Membership, Team
from samspel.participants.episodes import figures_of
from samspel.participants.flow.choice import choice_of
from samspel.participants.flow.numbers import FEWEST, Number
from samspel.participants.flow.told_by import ENDS, STAGES, WAYS
from samspel.participants.models import Episode
from samspel.participants.stage import Stage
from samspel.participants.when import transitions
from tests.participants.flow.conftest import DAY, on
from tests.people import client_of, make_participant

URL = reverse("flow")
_LINK = re.compile(r'<a class="figure-link" href="([^"]*)"[^>]*>([^<]*)</a>')
_FIGURE = re.compile(r"/reports/figures/[\w-]+/([^/]+)/([^/]+)/")
CHOICES = pytest.mark.parametrize("period", ["", "months", "last"])


def shown(user: User, **query: str) -> str:
    answer = client_of(user).get(URL, query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def links(page: str) -> list[tuple[str, str]]:
    """Every number of the page: where it leads, and what is printed."""
    return [(unescape(url), text) for url, text in _LINK.findall(page)]


def drawings(page: str) -> list[str]:
    return re.findall(r"<svg class=\"flow .*?</svg>", page, re.DOTALL)


def numbers(user: User, **query: str) -> dict[str, Number]:
    """What the boxes show now, by their key."""
    answer = client_of(user).get(URL, query)
    chart = answer.context["charts"][0]
    first: dict[str, Number] = {}
    for each in chart.boxes:
        found = (piece.number for line in each.lines for piece in line.pieces if piece.number)
        first[each.box.key] = next(found)
    return first


def test_who_sees_it(only_the_team_may: Any, coach: User, stranger: User, officer: User) -> None:
    for user, status in ((coach, 200), (stranger, 200), (officer, 404)):
        assert client_of(user).get(URL).status_code == status
    assert client_of(coach).post(URL).status_code == 405
    assert client_of(None).get(URL)["Location"].startswith("/accounts/login/")


def test_steering_group_and_association_have_no_entry(
    coach: User, steering_member: User, officer: User
) -> None:
    assert f'href="{URL}"' in client_of(coach).get(reverse("participants")).content.decode()
    for user in (steering_member, officer):
        assert f'href="{URL}"' not in client_of(user).get(reverse("start")).content.decode()


def test_the_numbers_as_worked_out(many: None, coach: User) -> None:
    got = {key: number.shown for key, number in numbers(coach).items()}
    assert got == {
        "study_visit": "1",
        "queue": "2",
        "trial": "3",
        "active": "4",
        "closing": "5",
        "closed": "4",
        "withdrawn": "2",
        "inbox": "2",
    }
    rows = {
        (row.source, row.step): row.numbers
        for row in client_of(coach).get(URL, headers={"accept-language": "en"}).context["ways"]
    }
    assert len(rows) == len(transitions())
    with override("en"):
        told = {
            (str(source), str(step)): (told.number.shown, told.share.shown if told.share else "")
            for (source, step), told in rows.items()
            if told
        }
    assert told[("Study visit", "Enter referral")] == ("2", "50%")
    assert told[("Study visit", "Take out of the queue")] == ("1", "")
    assert told[("Queue", "Take out of the queue")] == ("1", "")
    assert told[("Queue", "Enrol")] == ("7", "70%")
    assert told[("Trial period", "Decide on the trial period")] == ("4", "100%")
    assert told[("Active", "Close the case")] == ("1", "")
    assert told[("Closing", "Close the case")] == ("3", "")


@CHOICES
def test_every_number_is_that_of_its_figure(
    many: None, coach: User, team: Team, period: str
) -> None:
    page = shown(coach, period=period)
    checked = set()
    for url, text in links(page):
        if match := _FIGURE.fullmatch(unquote(url)):
            figures = figures_of(team, parse_period(match[1]))
            value = figures.value(match[2])
            few = match[2].endswith(".median") and (value.n or 0) < FEWEST
            assert unescape(text) == ("–" if few else print_value(value)), url
            checked.add(match[2])
    wanted = {each.days for each in STAGES.values()} | {each.number for each in ENDS.values()}
    wanted |= {each.number for each in WAYS.values()}
    wanted |= {each.share for each in WAYS.values() if each.share}
    assert wanted <= checked


def test_every_number_opens_as_many_cases_as_it_says(many: None, coach: User, team: Team) -> None:
    client = client_of(coach)
    for url, text in set(links(shown(coach))):
        answer = client.get(url)
        assert answer.status_code == 200, url
        if match := _FIGURE.fullmatch(unquote(url)):
            figures = figures_of(team, parse_period(match[1]))
            value, behind = figures.value(match[2]), len(answer.context["cases"])
            counted = value.part if value.kind == "share" else value.n
            assert behind == counted, url
            assert not text.isdecimal() or value.kind == "median" or behind == int(text)
        else:
            assert answer.context["listing"].count == int(text), url


def test_lists_have_exactly_the_cases_of_the_figure(many: None, coach: User, team: Team) -> None:
    figures = figures_of(team, Period(on(1, 1), DAY))
    for stage in (Stage.QUEUE, Stage.TRIAL, Stage.ACTIVE, Stage.CLOSING):
        url = numbers(coach)[stage].url
        assert url.startswith(f"{reverse('participants')}?stage={stage}")
        listed = {row.case_number for row in client_of(coach).get(url).context["rows"]}
        assert listed == set(figures.episode_ids(STAGES[stage].now)), stage


def test_a_case_that_the_reader_may_not_see_is_counted_and_found_without_a_name(
    many: None, coach: User, team: Team, add: Callable[..., Episode]
) -> None:
    hidden = add(referred_on=on(5, 5))
    hidden.participant.protection = "confidential"
    hidden.participant.save()
    waiting = numbers(coach)["queue"]
    assert waiting.shown == "3"
    assert "/reports/figures/" in waiting.url
    answer = client_of(coach).get(waiting.url)
    assert len(answer.context["cases"]) == 3
    assert hidden.case_number not in answer.content.decode()


def test_both_drawings_have_every_way_and_none_else(many: None, coach: User) -> None:
    ways = [f"{source} {step} {target}" for source, step, target in transitions()]
    found = drawings(shown(coach))
    assert len(found) == 2
    for drawn in found:
        assert re.findall(r'data-way="([^"]*)"', drawn) == ways
        assert sorted(re.findall(r'data-place="([^"]*)"', drawn)) == sorted([*Stage, "inbox"])


def test_drawings_say_the_same_as_the_tables(many: None, coach: User) -> None:
    page = shown(coach)
    told = set(links(page.partition('<div class="section flow-tables">')[2]))
    wide, upright = (set(links(drawn)) for drawn in drawings(page))
    assert upright < wide <= told


def test_a_median_of_few_is_not_shown_and_says_of_how_many(
    on_the_day: None, coach: User, add: Callable[..., Episode]
) -> None:
    for day, text in ((11, "–"), (12, "–"), (13, "11")):
        add(referred_on=on(1, 1), enrolled_on=on(1, day))
        row = client_of(coach).get(URL).context["stages"][1].numbers
        assert row.days.shown == text
        assert row.days.meaning.startswith(f"n = {day - 10}"), row.days.meaning
    assert "n = 3." in row.days.meaning
    assert row.days_before.meaning.startswith("n = 0: för få för en median.")


@CHOICES
def test_a_part_is_what_a_reload_gives(many: None, coach: User, period: str) -> None:
    client = client_of(coach)
    part = client.get(URL, {"period": period}, headers={"hx-request": "true"}).content.decode()
    assert part.strip().startswith('<div id="listing">')
    assert part.strip() in shown(coach, period=period)


def test_several_teams_are_chosen_from(
    many: None, coach: User, team: Team, other_team: Team
) -> None:
    assert 'name="team"' not in shown(coach)
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    page = shown(coach, team=other_team.slug)
    assert 'name="team"' in page
    assert numbers(coach, team=other_team.slug)["active"].shown == "0"
    full = numbers(coach, team=team.slug)
    assert full["active"].shown == "4"
    client = client_of(coach)
    for key in ("queue", "trial", "active", "closing", "inbox"):
        assert client.get(full[key].url).context["listing"].count == int(full[key].shown), key
        empty = numbers(coach, team=other_team.slug)[key]
        assert client.get(empty.url).context["listing"].count == 0, key


def test_a_team_that_is_not_mine_is_not_shown(
    many: None, stranger: User, team: Team, other_team: Team
) -> None:
    page = shown(stranger, team=team.slug)
    assert other_team.name in page
    assert team.name not in page


def test_an_empty_team_has_a_chart_of_nothing(coach: User) -> None:
    assert {number.shown for number in numbers(coach).values()} == {"0"}


@pytest.mark.parametrize("asked", ["x", "2025", "months'--", "\0", "é" * 5000])
def test_what_does_not_fit_is_this_year(on_the_day: None, coach: User, asked: str) -> None:
    assert "2026-01-01–2026-06-15" in shown(coach, period=asked, team=asked)


def test_the_periods_on_a_day() -> None:
    with override("en"):
        chosen = {each: choice_of(each, on(2, 29, 2024)) for each in ("", "months", "last")}
    periods = {
        each: (str(one.period), one.words, str(one.before), one.words_before)
        for each, one in chosen.items()
    }
    assert periods == {
        "": ("2024-01-01..2024-02-29", "2024", "2023-01-01..2023-12-31", "2023"),
        "months": ("2023-03-01..2024-02-29", "12 mo.", "2022-03-01..2023-02-28", "before"),
        "last": ("2023-01-01..2023-12-31", "2023", "2022-01-01..2022-12-31", "2022"),
    }


def test_the_first_day_of_a_year(settings, coach: User, add: Callable[..., Episode]) -> None:
    settings.SAMSPEL_TODAY = on(1, 1)
    add(referred_on=on(1, 1))
    waiting = numbers(coach)["queue"]
    assert waiting.shown == "1"
    assert client_of(coach).get(waiting.url).context["listing"].count == 1


@pytest.mark.parametrize("cases", [1, 60])
def test_it_takes_few_queries(
    on_the_day: None,
    leader: User,
    other_team: Team,
    add: Callable[..., Episode],
    cases: int,
) -> None:
    Membership.objects.create(user=leader, role=Role.COACH, team=other_team)
    for _number in range(cases):
        add(referred_on=on(1, 1), enrolled_on=on(1, 11))
    client = client_of(leader)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(URL).status_code == 200
    assert len(queries) <= 12


def test_it_carries_no_style_and_no_name(many: None, coach: User, team: Team) -> None:
    make_participant(team, given_name="Sigrid", family_name="Hemlig")
    page = shown(coach).partition("<main")[2].partition("</main>")[0]
    assert " style=" not in page
    assert "<script" not in page
    assert "Sigrid" not in page
