"""Keeping open pages from being flooded, without any service outside.

A page carries a signed pass: which team it was shown for, when, and a number of its own that
makes sending it again the same sending. Machines fill in the field that people do not see, send
faster than anybody reads, and send much from one address.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.core import signing
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from samspel.organisation.team import Team

SHORTEST = timedelta(seconds=4)
"""Nobody reads what happens with the information and writes a name in less."""
LONGEST = timedelta(hours=12)
SENDINGS_AN_HOUR = 5
"""From one address; a library's or an agency's computers share one."""
_SALT = "samspel.referrals.pass"
_HOUR = 60 * 60


@dataclass(frozen=True, slots=True)
class Pass:
    """What a page was shown with; ``number`` is the id of the form that it becomes."""

    number: UUID
    shown_at: datetime


def new_pass(team: Team, now: datetime) -> str:
    """The pass of a page that is shown now, signed."""
    return signing.dumps([team.pk, str(uuid4()), now.timestamp()], salt=_SALT)


def pass_from(text: str, team: Team, now: datetime) -> Pass | None:
    """The pass that a page came with; None for one that is forged, another team's or too old."""
    try:
        of_team, number, shown = signing.loads(text, salt=_SALT)
        found = Pass(UUID(number), datetime.fromtimestamp(shown, tz=now.tzinfo))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    fits = of_team == team.pk and timedelta(0) <= now - found.shown_at <= LONGEST
    return found if fits else None


def is_too_fast(found: Pass, now: datetime) -> bool:
    """Whether the page came back sooner than a person can have written it."""
    return now - found.shown_at < SHORTEST


def too_many(what: str, who: str, *, limit: int = SENDINGS_AN_HOUR) -> bool:
    """Count one more of ``what`` from ``who``; whether that is more than the limit in an hour.

    Whoever it is can not be read in the cache.
    """
    key = f"{what}:{salted_hmac(_SALT, who.casefold(), algorithm='sha256').hexdigest()}"
    cache.add(key, 0, _HOUR)
    try:
        return bool(cache.incr(key) > limit)
    except ValueError:  # it ran out between the two
        return False
