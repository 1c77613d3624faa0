"""Whoever follows every link finds nobody of the other team of a joint group."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import resolve, reverse

from samspel.accounts.models import User
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups.models import Group, Leader, Session
from samspel.participants.models import Episode
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_member, make_session
from tests.participants.groups.test_shared import HERS, HIS
from tests.people import client_of

_LINK = re.compile(r'(?:href|hx-get|action)="(/[^"#]*|\?[^"#]*)"')
_MOST_ALIKE = 3
"""Pages that are followed of one sort: a week after a week has no end."""
_FIGURES = ("group_sessions_held", "attendances", "reached_by_groups", "days_to_first_activity")
_FILES = ("csv", "json")
_LEFT_ALONE = ("/static/", "/accounts/logout", "/media/")


@pytest.fixture
def worked(shared: Group, alva: Episode, olle: Episode, coach: User, stranger: User) -> Group:
    """Both came, both lead, and both are in something else at the same time."""
    for episode, by, at in ((alva, coach, 9), (olle, stranger, 9)):
        Leader.objects.create(group=shared, episode=episode)
        beside = make_group(episode.team, name=f"Bredvid {episode.team}")
        make_member(beside, episode)
        make_session(beside, TUESDAY, at=at)
        for day in (date(2025, 4, 8), date(2025, 4, 15)):
            session, _new = Session.objects.get_or_create(
                group=shared,
                on=day,
                defaults={
                    "team": shared.team,
                    "kind": shared.kind,
                    "at": "09:00",
                    "ends_at": "11:00",
                },
            )
            Attendance.objects.create(
                episode=episode,
                session=session,
                on=day,
                presence="absent" if day.day == 8 else "present",
                recorded_by=by,
                recorded_at=datetime(2025, 4, day.day, 9, tzinfo=ZoneInfo("Europe/Stockholm")),
            )
    make_session(shared, TODAY, at=13)
    make_session(shared, TUESDAY)
    return shared


def pages(client: Client, start: list[str]) -> Iterator[tuple[str, str]]:
    """Every page that links lead to, with its text; what is no text is left out."""
    waiting, known, alike = deque(start), set(start), Counter[str]()
    while waiting:
        url = waiting.popleft()
        path = url.split("?")[0]
        name = str(resolve(path).url_name)
        alike[name] += 1
        if alike[name] > _MOST_ALIKE and url not in start:
            continue
        answer = client.get(url)
        if answer.status_code != 200 or answer.streaming:
            continue
        kind = answer.headers["Content-Type"]
        if not kind.startswith(("text/", "application/json")):
            continue
        text = answer.content.decode()
        yield url, text
        if "html" in kind:
            for found in _LINK.findall(text):
                link = (path + found if found.startswith("?") else found).replace("&amp;", "&")
                if link not in known and not link.startswith(_LEFT_ALONE):
                    known.add(link)
                    waiting.append(link)


@pytest.mark.parametrize(
    ("who", "names"),
    [("other_leader", HERS), ("leader", HIS)],
)
def test_no_link_leads_to_a_name_of_the_other_team(
    request: pytest.FixtureRequest,
    worked: Group,
    alva: Episode,
    olle: Episode,
    who: str,
    names: tuple[str, ...],
) -> None:
    hidden, own = (alva, olle) if names == HERS else (olle, alva)
    team = own.team
    start = ["/", reverse("group", args=[worked.pk]), reverse("log")]
    told = [reverse("figures_download", args=[team.slug, "2025", ending]) for ending in _FILES]
    told += [reverse("figure", args=[team.slug, "2025", address]) for address in _FIGURES]
    start += told
    seen = dict(pages(client_of(request.getfixturevalue(who)), start))
    secrets = (*names, str(hidden.pk), str(hidden.participant_id))
    leaks = {url: each for url, text in seen.items() for each in secrets if each in text}
    assert leaks == {}
    assert set(told) <= set(seen)
    sorts = {str(resolve(url.split("?")[0]).url_name) for url in seen}
    assert {"group", "session_sheet", "group_month", "session_paper", "figure"} <= sorts
    mine = HIS if names == HERS else HERS
    assert any(mine[0] in text for text in seen.values())
