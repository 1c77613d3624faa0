"""The administrator's pages for accounts: who has one, and what is done with it."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts import administration
from samspel.accounts.access import administered_or_404, administrator_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.forms import AccountChangeForm, AccountForm
from samspel.accounts.roles import Role
from samspel.accounts.user import User
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.saving import saved

COLUMNS = (
    Column("name", _("Name"), ("name",)),
    Column("email", _("E-mail address"), ("email",)),
    Column("roles", _("Roles")),
    Column("second_factor", _("Second step")),
    Column("last_login", _("Last signed in"), ("last_login",)),
)
FILTERS = (
    Filter(
        "state", _("Account"), (("open", _("open")), ("blocked", _("blocked")), ("all", _("all")))
    ),
    Filter(
        "role",
        _("Role"),
        (("", _("any")), ("administrator", _("administrator")), *Role.choices),
    ),
)


@require_safe
def users(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account."""
    administrator_or_404(request)
    listing = Listing(request.GET, path=request.path, columns=COLUMNS, filters=FILTERS, sort="name")
    rows = listing.take(_chosen(listing.chosen))
    context = {"listing": listing, "rows": rows}
    return page_or_part(
        request, page="accounts/users.html", part="accounts/parts/users.html", context=context
    )


def _chosen(chosen: dict[str, str]) -> QuerySet[User]:
    methods = Authenticator.objects.filter(user=OuterRef("pk"), type__in=("totp", "webauthn"))
    found = User.objects.annotate(has_second_step=Exists(methods)).prefetch_related(
        "memberships__team", "memberships__association"
    )
    if chosen["state"] != "all":
        found = found.filter(is_active=chosen["state"] == "open")
    if chosen["role"] == "administrator":
        return found.filter(is_administrator=True)
    if chosen["role"]:
        role = {"memberships__role": chosen["role"], "memberships__ended_on": None}
        return found.filter(pk__in=User.objects.filter(**role).values("pk"))
    return found


@require_safe
def user(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: roles, sign-in methods, and what can be done with it."""
    person = administered_or_404(request, User, pk)
    context = {
        "person": person,
        "memberships": person.memberships.select_related("team", "association", "agency"),
        "methods": Authenticator.objects.filter(user=person).exclude(type="recovery_codes"),
    }
    return render(request, "accounts/user.html", context)


def user_new(request: HttpRequest) -> HttpResponse:
    """Make an account; the person gets a link by mail to choose a password."""
    administrator_or_404(request)
    form = AccountForm(request.POST or None)
    by, made, site = actor_of(request), form.instance, request.build_absolute_uri("/")
    if request.method == "POST" and saved(
        form, lambda: administration.make_account(by=by, user=made, site=site)
    ):
        messages.success(request, _("The account is made and a link is on its way."))
        return redirect("user", made.pk)
    return render(request, "accounts/user_new.html", {"form": form})


def user_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change name, language and whether the person administers."""
    person = administered_or_404(request, User, pk)
    form = AccountChangeForm(request.POST or None, instance=person)
    by = actor_of(request)
    if request.method == "POST" and saved(
        form,
        lambda: administration.change_account(by=by, user=person, fields=form.changed_data),
    ):
        messages.success(request, _("Saved."))
        return redirect("user", pk)
    return render(request, "accounts/user_change.html", {"form": form, "person_pk": pk})


def _act(request: HttpRequest, pk: int, act: Callable[[User], None], done: object) -> HttpResponse:
    """Do one act with an account and go back to its page, with what came of it."""
    person = administered_or_404(request, User, pk)
    try:
        act(person)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, str(done))
    return redirect("user", pk)


@require_POST
def user_invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a new link for choosing a password."""
    by, site = actor_of(request), request.build_absolute_uri("/")
    return _act(
        request,
        pk,
        lambda person: administration.invite(by=by, user=person, site=site),
        _("A link is on its way."),
    )


@require_POST
def user_block(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the account for signing in, at once."""
    by = actor_of(request)
    return _act(
        request,
        pk,
        lambda person: administration.block_sign_in(by=by, user=person),
        _("The account is closed and the person is signed out everywhere."),
    )


@require_POST
def user_allow(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the account again."""
    by = actor_of(request)
    return _act(
        request,
        pk,
        lambda person: administration.allow_sign_in(by=by, user=person),
        _("The account is open again."),
    )


@require_POST
def user_reset_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away the second step; the person sets up a new one at the next sign-in."""
    by = actor_of(request)
    return _act(
        request,
        pk,
        lambda person: administration.reset_second_factor(by=by, user=person),
        _("The second step is taken away; the person sets up a new one at the next sign-in."),
    )
