"""Those who can see casework must have a second factor (`access.md`, "Signing in")."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from samspel.accounts.roles import Act
from samspel.accounts.user import User

WITHOUT_SECOND_FACTOR = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "set_language",
        "theme",
        "accessibility",
    }
)
"""Names of the pages that a person without a second factor needs to set one up, and to leave."""

_KEPT_AS = "second_factor_checked"


class SecondFactorMiddleware:
    """Sends a user without a second factor to set one up before anything else.

    The answer "may go on" is kept in the session with the user's access revision, which grows
    with every change of roles or sign-in methods: it costs no query until one of them changes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.required = settings.SECOND_FACTOR == "required"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        user = request.user
        if not self.required or not isinstance(user, User) or may_go_on(request, user):
            return None
        match = request.resolver_match
        if match is not None and match.url_name in WITHOUT_SECOND_FACTOR:
            return None
        return redirect("mfa_index")


def has_second_factor(user: User) -> bool:
    """Whether an authenticator app or a passkey is set up; recovery codes alone are none."""
    types = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=user, type__in=types).exists())


def may_go_on(request: HttpRequest, user: User) -> bool:
    """Whether ``user`` has a second factor or sees no casework; the answer yes is kept."""
    if request.session.get(_KEPT_AS) == user.access_revision:
        return True
    if user.holds_a_role_that_may(Act.CASEWORK) and not has_second_factor(user):
        return False
    request.session[_KEPT_AS] = user.access_revision
    return True
