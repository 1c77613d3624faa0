"""The address of a team's wall page: made, printed, kept open for longer, and withdrawn.

The code in it follows from the link's id and the installation's secret. So a poster can be
printed again, and whoever has the database alone has no address.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.tokens import digest_of

OPENS_FOR = timedelta(days=2 * 365)
"""As long as a poster lasts."""
RUNS_OUT_SOON = timedelta(days=60)
_SALT = "samspel.ideas.wall"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike in print: i, l, o, 0 and 1."""
_LENGTH, _GROUP = 12, 4


def spelled(salt: str, number: str, length: int) -> str:
    """Letters that follow from ``number`` and the installation's secret, in groups of four."""
    value = int.from_bytes(salted_hmac(salt, number, algorithm="sha256").digest(), "big")
    drawn = []
    for _place in range(length):
        value, letter = divmod(value, len(LETTERS))
        drawn.append(LETTERS[letter])
    return in_groups("".join(drawn))


def in_groups(letters: str) -> str:
    """As a code is printed: “k7m4-qxtz-p2hn”."""
    parts = (letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))
    return "-".join(parts)


def as_printed(typed: str) -> str:
    """A code as it is printed, however somebody wrote it off: capitals, without the hyphens."""
    return in_groups("".join(each for each in typed.lower() if each.isalnum()))


def wall_links(team: Team, now: datetime) -> QuerySet[Link]:
    """The team's link that opens now, if it has one."""
    made = Link.objects.filter(team=team, purpose=Purpose.WALL, expires_at__gt=now)
    return made.filter(withdrawn_at=None).select_related("made_by")


def walls_put_up(teams: Iterable[Team]) -> QuerySet[Link]:
    """The teams' links that nobody has withdrawn, those that have run out among them."""
    return Link.objects.filter(team__in=teams, purpose=Purpose.WALL, withdrawn_at=None)


def wall_put_up(team: Team) -> Link | None:
    """The team's link that its posters carry, whether it opens or has run out."""
    return walls_put_up([team]).order_by("-expires_at").select_related("made_by").first()


def token_of(link: Link) -> str:
    """The code of a wall's link; empty where the installation's secret was another one then."""
    token = spelled(_SALT, str(link.pk), _LENGTH)
    return token if constant_time_compare(digest_of(token), link.digest) else ""


def open_wall(*, team: Team, now: datetime, by: Actor) -> Link:
    """Give the wall page a new address; the earlier one opens nothing from now on."""
    with saving(by):
        _lock(team)
        walls_put_up([team]).update(withdrawn_at=now)
        pk = uuid4()
        link = Link.objects.create(
            pk=pk,
            digest=digest_of(spelled(_SALT, str(pk), _LENGTH)),
            purpose=Purpose.WALL,
            team=team,
            made_at=now,
            expires_at=now + OPENS_FOR,
            made_by=by.user,
        )
        _tell("wall_opened", link, by)
    return link


def keep_open(*, team: Team, now: datetime, by: Actor) -> Link | None:
    """Let the address open for another while from today; None where there is none.

    One that has run out opens again: the posters can stay.
    """
    with saving(by):
        _lock(team)
        link = wall_put_up(team)
        if link is not None:
            link.expires_at = now + OPENS_FOR
            link.save(update_fields=["expires_at"])
            _tell("wall_kept", link, by)
    return link


def close_wall(*, team: Team, now: datetime, by: Actor) -> bool:
    """Let the address open nothing any more; whether there was one."""
    with saving(by):
        _lock(team)
        link = wall_put_up(team)
        if link is not None:
            walls_put_up([team]).update(withdrawn_at=now)
            _tell("wall_withdrawn", link, by)
    return link is not None


def runs_out_soon(link: Link, today: date) -> bool:
    """Whether it is time to let the page open for longer."""
    return timezone.localdate(link.expires_at) <= today + RUNS_OUT_SOON


def _lock(team: Team) -> None:
    """Of two who make an address at once the second withdraws what the first one made."""
    Team.objects.select_for_update().get(pk=team.pk)


def _tell(act: str, link: Link, by: Actor) -> None:
    log(by=by, act=act, subject=f"link:{link.pk}", team_id=link.team_id)
