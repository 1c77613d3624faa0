"""How allauth behaves here: accounts are made by an administrator, never by signing up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Closes the open sign-up page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up; an account is made for them."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Users have no name to sign in with but their address."""
