"""Keeping the wall page from being flooded, without anything that tells who wrote.

Of the address that a form came from only one of 256 drawers is known, each of which stands for
millions of addresses; how much came from a drawer is counted for an hour.
"""

from datetime import datetime

from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor, address_of
from samspel.organisation.team import Team
from samspel.participants.referrals.spam_guard import Pass, is_too_fast, too_many

SOMEBODY = Actor()
"""Whoever writes on the wall: neither an account nor an address is kept."""
FROM_A_DRAWER = 60
"""Sendings an hour: a house's own network is one address, and on a planning day fifteen sit around
a table and sign up for three ideas each."""
TO_A_WALL = 120
CODES_FROM_A_DRAWER = 10
"""Codes tried an hour: they are short, and nobody needs to guess."""
_SALT = "samspel.ideas.drawer"


def drawer_of(request: HttpRequest) -> str:
    """One of 256 drawers, by the address that a request came from."""
    address = address_of(request) or ""
    return str(salted_hmac(_SALT, address, algorithm="sha256").digest()[0])


def why_not(request: HttpRequest, team: Team, found: Pass | None, now: datetime) -> str:
    """Why a sending is not taken now, in one sentence; nothing when it is."""
    if found is None:
        return _("The page has been open for long. Read through what you wrote, and send again.")
    if is_too_fast(found, now):
        return _("That went very fast. Read through what you wrote, and send once more.")
    many = too_many(f"wall-{team.pk}", drawer_of(request), limit=FROM_A_DRAWER)
    if many or too_many("wall", str(team.pk), limit=TO_A_WALL):
        return _("Much has been written here in a short time. Try again in an hour.")
    return ""


def tries_too_often(request: HttpRequest, team: Team) -> bool:
    """Count one more try of a personal code; whether there have been too many."""
    return too_many(f"wall-code-{team.pk}", drawer_of(request), limit=CODES_FROM_A_DRAWER)
