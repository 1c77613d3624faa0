"""What an administrator does with accounts. Each act writes its log entry in its transaction."""

from collections.abc import Collection

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User


@transaction.atomic
def make_account(*, by: Actor, user: User, site: str) -> User:
    """Save a new account without a password and send its owner a link to choose one.

    ``site`` is the address of the start page, with which the link in the mail begins.
    """
    user.set_unusable_password()
    user.save(force_insert=True)
    log(by=by, act="account_made", subject=f"user:{user.pk}")
    invite(by=by, user=user, site=site)
    return user


@transaction.atomic
def invite(*, by: Actor, user: User, site: str) -> None:
    """Send the account's owner a link to choose a password; it goes off when all is saved."""
    log(by=by, act="account_invited", subject=f"user:{user.pk}")
    key = default_token_generator.make_token(user)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": key},
    )
    link = site.rstrip("/") + path
    transaction.on_commit(lambda: _send_invitation(user, link))


def _send_invitation(user: User, link: str) -> None:
    with translation.override(user.language):
        subject = render_to_string("accounts/email/invitation_subject.txt").strip()
        body = render_to_string("accounts/email/invitation_message.txt", {"link": link})
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [user.email])


@transaction.atomic
def change_account(*, by: Actor, user: User, fields: Collection[str]) -> None:
    """Save the changed ``fields`` of an account; raises ValidationError when nobody would be
    left to administer."""
    if "is_administrator" in fields and not user.is_administrator:
        require_another_administrator(user)
    user.save(update_fields=list(fields))
    log(by=by, act="account_changed", subject=f"user:{user.pk}", details={"fields": sorted(fields)})


@transaction.atomic
def block_sign_in(*, by: Actor, user: User) -> None:
    """Close the account: open sessions end at once and nobody can sign in to it.

    Raises ValidationError when nobody would be left to administer.
    """
    require_another_administrator(user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user)
    log(by=by, act="sign_in_blocked", subject=f"user:{user.pk}")


@transaction.atomic
def allow_sign_in(*, by: Actor, user: User) -> None:
    """Open the account again, with the password and roles that it had."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    log(by=by, act="sign_in_allowed", subject=f"user:{user.pk}")


@transaction.atomic
def reset_second_factor(*, by: Actor, user: User) -> None:
    """Take away app, passkeys and recovery codes, and end open sessions: the phone is gone."""
    for method in Authenticator.objects.filter(user=user):
        method.delete()
    end_sessions(user)
    log(by=by, act="second_factor_reset", subject=f"user:{user.pk}")


def require_another_administrator(user: User) -> None:
    """Raise ValidationError unless somebody else is an administrator who may sign in."""
    others = User.objects.filter(is_administrator=True, is_active=True).exclude(pk=user.pk)
    if user.is_administrator_in_store() and not others.exists():
        raise ValidationError(
            _("There must be another administrator first; this is the only one."),
            code="last_administrator",
        )


def end_sessions(user: User) -> None:
    """Sign the user out everywhere."""
    # The sessions' table does not know its users; it holds those of one working day.
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
