"""Signing in, failing to and signing out stand in the access log; so do changed sign-in methods.

A typed address is never written: it may be anybody's, and people type passwords in the wrong
field. A keyed hash of it lets the same address be recognised over several tries.
"""

from typing import Any

from allauth.account import signals as account_signals
from allauth.core import context
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as auth_signals
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from samspel.accounts.actor import SYSTEM, Actor, actor_of, address_of
from samspel.accounts.log import log
from samspel.accounts.user import User


def _write(request: HttpRequest | None, user: User | None, act: str, **details: str) -> None:
    address = address_of(request) if request else None
    subject = f"user:{user.pk}" if user else "user:unknown"
    with transaction.atomic():
        log(by=Actor(user=user, address=address), act=act, subject=subject, details=details)


def typed_hash(text: str) -> str:
    """Sixteen letters that stand for what was typed as an address; not reversible without the
    signing key."""
    return salted_hmac("samspel.typed-address", text.strip().lower()).hexdigest()[:16]


def signed_in(request: HttpRequest, user: User, **_more: Any) -> None:
    _write(request, user, "signed_in")


def signed_out(request: HttpRequest, user: User | None, **_more: Any) -> None:
    if user is not None:
        _write(request, user, "signed_out")


def sign_in_failed(
    credentials: dict[str, Any], request: HttpRequest | None = None, **_more: Any
) -> None:
    """The password was wrong or there is no such account; which one is not told either."""
    address = address_of(request) if request else None
    typed = typed_hash(str(credentials.get("email", "")))
    with transaction.atomic():
        log(
            by=Actor(user=SYSTEM.user, address=address),
            act="sign_in_failed",
            subject="user:unknown",
            details={"method": "password", "typed": typed},
        )


def second_factor_failed(request: HttpRequest, user: User, **_more: Any) -> None:
    _write(request, user, "sign_in_failed", method="second_factor")


def password_changed(request: HttpRequest, user: User, **_more: Any) -> None:
    _write(request, user, "password_changed")


def authenticator_saved(instance: Authenticator, *, created: bool, **_more: Any) -> None:
    """A sign-in method was added or used; the entry stands in the method's own transaction."""
    instance.user.access_changed()
    if created:
        _told_of("second_factor_added", instance)


def authenticator_deleted(instance: Authenticator, **_more: Any) -> None:
    instance.user.access_changed()
    _told_of("second_factor_removed", instance)


def _told_of(act: str, method: Authenticator) -> None:
    request = context.request
    with transaction.atomic():
        log(
            by=actor_of(request) if request else SYSTEM,
            act=act,
            subject=f"user:{method.user_id}",
            details={"method": str(method.type)},
        )


def connect() -> None:
    """Listen; called once when the application is ready."""
    account_signals.user_logged_in.connect(signed_in)
    account_signals.password_changed.connect(password_changed)
    account_signals.password_set.connect(password_changed)
    account_signals.password_reset.connect(password_changed)
    auth_signals.user_logged_out.connect(signed_out)
    auth_signals.user_login_failed.connect(sign_in_failed)
    mfa_signals.authentication_failed.connect(second_factor_failed)
    post_save.connect(authenticator_saved, sender=Authenticator)
    post_delete.connect(authenticator_deleted, sender=Authenticator)
