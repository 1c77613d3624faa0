"""Codes are short: whoever tries wrong ones is soon not listened to for an hour."""

from django.core.cache import cache
from django.utils.crypto import salted_hmac

GUESSES_AN_HOUR = 20
"""Wrong codes from one address; a team's tablets share one, and people mistype."""
_HOUR = 60 * 60
_SALT = "samspel.tablet.guesses"


def has_guessed_too_often(address: str | None) -> bool:
    """Whether codes from an address are not listened to now, right or wrong."""
    return int(cache.get(_key(address), 0)) >= GUESSES_AN_HOUR


def count_guess(address: str | None) -> None:
    """Count a wrong code from an address; which address it is cannot be read in the cache."""
    key = _key(address)
    cache.add(key, 0, _HOUR)
    try:
        cache.incr(key)
    except ValueError:  # it ran out between the two
        cache.add(key, 1, _HOUR)


def _key(address: str | None) -> str:
    return f"tablet:{salted_hmac(_SALT, address or '', algorithm='sha256').hexdigest()}"
