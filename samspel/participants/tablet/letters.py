"""The letters of a code: six, none like another, and no vowels, so that they make no word."""

import secrets

from django.utils.crypto import salted_hmac

LETTERS = "CDFGHJKMNPQRTVWX34679"
"""Without B and 8, S and 5, Z and 2, I, L and 1, O and 0."""
LENGTH = 6
_SALT = "samspel.tablet.code"


def new_letters() -> str:
    """The letters of a new code; there are 85 million."""
    return "".join(secrets.choice(LETTERS) for _each in range(LENGTH))


def in_two_halves(letters: str) -> str:
    """A code as people read it out: KMP 4T7."""
    half = LENGTH // 2
    return f"{letters[:half]} {letters[half:]}"


def as_typed(text: str) -> str:
    """What somebody typed as a code's letters: small or large, with spaces or dashes or none."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def digest_of(letters: str) -> str:
    """How a code is known: a hash with the installation's key, in hexadecimal."""
    return salted_hmac(_SALT, letters, algorithm="sha256").hexdigest()
