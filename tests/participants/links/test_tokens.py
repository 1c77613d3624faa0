"""Links without account: a token that is stored nowhere, opens for a time and is used once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from samspel.accounts.actor import SYSTEM
from samspel.organisation.models import Team
from samspel.participants.links.link import Link, LinkState, Purpose
from samspel.participants.links.tokens import (
    LinkRefused,
    digest_of,
    link_for,
    links_of,
    make_link,
    use_up,
    withdraw_links,
)

NOW = datetime(2025, 6, 16, 8, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def make(team: Team) -> Callable[..., tuple[Link, str]]:
    def made(**changes: Any) -> tuple[Link, str]:
        values = {"purpose": Purpose.FOLLOW_UP, "expires_at": NOW + DAY, "now": NOW, "by": SYSTEM}
        return make_link(team=team, **values | changes)

    return made


def test_the_database_alone_has_no_token(make: Callable[..., tuple[Link, str]]) -> None:
    link, token = make()
    stored = {str(value) for value in Link.objects.values_list().get()}
    assert token not in stored
    assert digest_of(token) == link.digest
    assert len(token) == 32
    assert make()[1] != token


def test_a_token_opens_what_it_is_for(make: Callable[..., tuple[Link, str]]) -> None:
    link, token = make()
    assert link_for(token, Purpose.BOOK_VISIT, Purpose.FOLLOW_UP, now=NOW) == link
    for wrong in (token[:-1], token.swapcase(), "", "x" * 5000):
        with pytest.raises(LinkRefused) as refused:
            link_for(wrong, Purpose.FOLLOW_UP, now=NOW)
        assert refused.value.state is None
    with pytest.raises(LinkRefused):
        link_for(token, Purpose.BOOK_VISIT, now=NOW)


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"expires_at": NOW + timedelta(microseconds=1)}, LinkState.OPENS),
        ({"expires_at": NOW}, LinkState.EXPIRED),
        ({"used_at": NOW}, LinkState.USED),
        ({"withdrawn_at": NOW, "used_at": NOW}, LinkState.WITHDRAWN),
    ],
)
def test_why_a_link_does_not_open(
    make: Callable[..., tuple[Link, str]], change: dict[str, Any], state: LinkState
) -> None:
    link, _token = make(now=NOW - DAY)
    Link.objects.update(**change)
    link.refresh_from_db()
    assert link.state(NOW) == state


def test_of_two_who_use_a_link_one_does(make: Callable[..., tuple[Link, str]]) -> None:
    link, token = make()
    same = link_for(token, Purpose.FOLLOW_UP, now=NOW)
    use_up(link, now=NOW)
    with pytest.raises(LinkRefused) as refused:
        use_up(same, now=NOW)
    assert refused.value.state == LinkState.USED


def test_a_subjects_links_are_withdrawn_and_no_others(
    make: Callable[..., tuple[Link, str]],
) -> None:
    mine, other = uuid4(), uuid4()
    make(subject_id=mine)
    used, _token = make(subject_id=mine)
    use_up(used, now=NOW)
    make(subject_id=other)
    make(subject_id=mine, purpose=Purpose.CHANGE_VISIT)
    assert withdraw_links(Purpose.FOLLOW_UP, mine, now=NOW) == 1
    assert not links_of(Purpose.FOLLOW_UP, mine).exists()
    assert links_of(Purpose.FOLLOW_UP, other).count() == 1
    assert links_of(Purpose.CHANGE_VISIT, mine).count() == 1


def test_a_link_opens_for_some_time(make: Callable[..., tuple[Link, str]]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make(expires_at=NOW)
