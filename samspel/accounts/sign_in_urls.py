"""Pages for signing in and for one's own sign-in methods: those of allauth's that are used here.

Listed one by one, so that a new release of allauth opens no page that nobody looked at. Signing
up and changing one's own address are closed: an administrator makes accounts.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, re_path


@login_not_required
def closed(_request: HttpRequest) -> HttpResponse:
    """A page whose name allauth needs and which is not part of this product."""
    raise Http404


def hidden_where_refused(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, with a refusal that looks the same as "does not exist"."""

    @wraps(view)
    def shown(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, **kwargs)
        except PermissionDenied as refused:
            raise Http404 from refused

    return shown


_password: list[URLPattern | URLResolver] = [
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
_second_factor: list[URLPattern | URLResolver] = [
    path("2fa/", mfa.index, name="mfa_index"),
    path("2fa/authenticate/", login_not_required(mfa.authenticate), name="mfa_authenticate"),
    path(
        "2fa/reauthenticate/", hidden_where_refused(mfa.reauthenticate), name="mfa_reauthenticate"
    ),
    path("2fa/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("2fa/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "2fa/codes/new/",
        hidden_where_refused(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "2fa/codes/download/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
_passkeys: list[URLPattern | URLResolver] = [
    path("2fa/passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("2fa/passkeys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(
        "2fa/passkeys/reauthenticate/",
        hidden_where_refused(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("2fa/passkeys/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("2fa/passkeys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path(
        "2fa/passkeys/sign-in/",
        login_not_required(webauthn.login_webauthn),
        name="mfa_login_webauthn",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path(
        "reauthenticate/",
        hidden_where_refused(account.reauthenticate),
        name="account_reauthenticate",
    ),
    path("signup/", closed, name="account_signup"),
    path("email/", closed, name="account_email"),
    path("confirm-email/", closed, name="account_email_verification_sent"),
    *_password,
    *_second_factor,
    *_passkeys,
]
