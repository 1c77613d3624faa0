"""How allauth behaves here: accounts are made by an administrator, never by signing up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from samspel.accounts.actor import address_of
from samspel.accounts.user import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Closes the open sign-up page and reads the caller's address as the log does."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up; an account is made for them."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Users have no name to sign in with but their address."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that limits are counted by; one for all callers that have none."""
        return address_of(request) or "unknown"

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether the password is the user's; allauth would look for an address of its own."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def post_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse:
        """Go on as allauth does, in the user's own language where the browser has none yet."""
        response: HttpResponse = super().post_login(request, user, **details)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.language,
                samesite="Lax",
                secure=settings.BEHIND_TLS,
            )
        return response
