"""Who sees which mails, to whom they went, and who lets them be sent again."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.log import LogEntry
from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.mail.models import Message
from samspel.organisation.models import Membership, Team
from tests.people import client_of


@pytest.fixture
def mails(team: Team, other_team: Team) -> dict[str, Message]:
    """A mail in each state, one of the other team and one of no team."""
    # Not when the tests were collected: a long run would make what is being sent uncertain.
    now, day = timezone.now(), timedelta(days=1)
    given: dict[str, dict[str, Any]] = {
        "waiting": {"send_after": now + day},
        "sending": {"claimed_at": now},
        "sent": {"claimed_at": now, "sent_at": now},
        "uncertain": {"claimed_at": now - day},
        "given_up": {"given_up_at": now, "trouble": "receiver", "attempts": 6},
        "others": {"team_id": other_team.pk, "given_up_at": now},
        "nobodys": {"team_id": None, "given_up_at": now},
    }
    common = {"template": "old", "language": "sv", "send_after": now, "team_id": team.pk}
    return {
        key: Message.objects.create(key=key, to=f"{key}@example.org", **{**common, **more})
        for key, more in given.items()
    }


def shown(user: User, **query: object) -> list[str]:
    rows = client_of(user).get(reverse("mails"), query).context["rows"]
    return sorted(Message.objects.get(pk=row.pk).key for row in rows)


OWN = sorted(["waiting", "sending", "sent", "uncertain", "given_up"])


def test_each_sees_the_own_part(
    leader: User, administrator: User, mails: dict[str, Message]
) -> None:
    assert shown(leader) == OWN
    assert shown(administrator) == ["nobodys"]


def test_a_leader_who_administers_sees_both(
    administrator: User, team: Team, mails: dict[str, Message]
) -> None:
    Membership.objects.create(user=administrator, team=team, role=Role.TEAM_LEADER)
    assert shown(administrator) == sorted([*OWN, "nobodys"])
    page = client_of(administrator).get(reverse("mails")).content.decode()
    assert "sent@example.org" in page
    assert "nobodys@example.org" not in page


def test_receivers_are_for_who_does_casework(
    leader: User, administrator: User, mails: dict[str, Message]
) -> None:
    assert "sent@example.org" in client_of(leader).get(reverse("mails")).content.decode()
    assert "@example.org</td>" not in (
        client_of(administrator).get(reverse("mails")).content.decode()
    )


@pytest.mark.parametrize("state", OWN)
def test_the_filter_shows_one_state(leader: User, mails: dict[str, Message], state: str) -> None:
    assert shown(leader, state=state) == [state]


def test_a_part_is_what_a_reload_gives(leader: User, mails: dict[str, Message]) -> None:
    client = client_of(leader)
    part = client.get(reverse("mails"), headers={"HX-Request": "true"}).content.decode()
    whole = client.get(reverse("mails")).content.decode()
    assert "<main" not in part
    assert part.count("<tr>") == whole.count("<tr>") == len(OWN) + 1


def test_the_link_is_not_shown(leader: User, mails: dict[str, Message]) -> None:
    Message.objects.update(link="/l/secret-token/")
    assert "secret-token" not in client_of(leader).get(reverse("mails")).content.decode()


@pytest.mark.parametrize("state", OWN)
def test_what_is_stuck_is_sent_again_once(
    leader: User, mails: dict[str, Message], state: str
) -> None:
    message, client = mails[state], client_of(leader)
    before = message.send_after
    for _click in range(2):
        assert client.post(reverse("mail_again", args=[message.pk])).status_code == 302
    told = LogEntry.objects.filter(act="mail_sent_again", subject=f"mail:{message.pk}")
    stuck = state in {"uncertain", "given_up"}
    assert told.count() == stuck
    message.refresh_from_db()
    assert (message.send_after > before and state != "waiting") is stuck
    if stuck:
        assert told.get().team_id == message.team_id
        assert (message.claimed_at, message.given_up_at, message.attempts) == (None, None, 0)


@pytest.mark.parametrize("key", ["others", "nobodys"])
def test_what_one_does_not_see_one_cannot_send(
    leader: User, mails: dict[str, Message], key: str
) -> None:
    given_up_at = mails[key].given_up_at
    url = reverse("mail_again", args=[mails[key].pk])
    assert client_of(leader).post(url).status_code == 404
    mails[key].refresh_from_db()
    assert mails[key].given_up_at == given_up_at


def test_the_list_costs_the_same_for_many(
    leader: User, team: Team, mails: dict[str, Message], django_assert_max_num_queries: Any
) -> None:
    one = {"to": "a@example.org", "template": "x", "language": "sv"}
    due = timezone.now()
    Message.objects.bulk_create(Message(key=f"n{n}", send_after=due, **one) for n in range(200))
    Message.objects.update(team_id=team.pk)
    client = client_of(leader)
    with django_assert_max_num_queries(10):
        client.get(reverse("mails"))
