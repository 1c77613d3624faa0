"""Who acts, and from where: handed to every action and written in the access log."""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

from samspel.accounts.user import User


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an act; ``user`` is None for the system's own commands."""

    user: User | None = None
    address: str | None = None


SYSTEM = Actor()


def address_of(request: HttpRequest) -> str | None:
    """The network address that a request came from, in its usual spelling; None when unknown.

    Behind a reverse proxy it is the last one in the list, which the proxy added itself.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_TLS:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        address = forwarded.rpartition(",")[2].strip() or address
    try:
        parsed = ip_address(address)
    except ValueError:
        return None
    # An IPv4 address in an IPv6 socket is stored as databases give it back, or the chain breaks.
    return str((isinstance(parsed, IPv6Address) and parsed.ipv4_mapped) or parsed)


def actor_of(request: HttpRequest) -> Actor:
    """The signed-in user of a request and the network address it came from."""
    user = request.user if isinstance(request.user, User) else None
    return Actor(user=user, address=address_of(request))
