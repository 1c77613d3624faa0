"""Who acts, and from where: handed to every action and written in the access log."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from samspel.accounts.user import User


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an act; ``user`` is None for the system's own commands."""

    user: User | None = None
    address: str | None = None


SYSTEM = Actor()


def actor_of(request: HttpRequest) -> Actor:
    """The signed-in user of a request and the network address it came from.

    Behind a reverse proxy the address is the last one that the proxy added itself.
    """
    address = request.META.get("REMOTE_ADDR") or None
    if settings.BEHIND_TLS:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        address = forwarded.rpartition(",")[2].strip() or address
    user = request.user if isinstance(request.user, User) else None
    return Actor(user=user, address=address)
