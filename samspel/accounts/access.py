"""Getting things that only an administrator may have: the object cannot be had without the check.

A refusal looks the same as "does not exist".
"""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from samspel.accounts.user import User

AnyModel = TypeVar("AnyModel", bound=Model)


def user_or_404(request: HttpRequest) -> User:
    """The signed-in user; raises Http404 when there is none."""
    user = request.user
    if not isinstance(user, User) or not user.is_active:
        raise Http404
    return user


def administrator_or_404(request: HttpRequest) -> User:
    """The signed-in user, who is an administrator; raises Http404 for everybody else."""
    user = user_or_404(request)
    if not user.is_administrator:
        raise Http404
    return user


def administered_or_404(
    request: HttpRequest, things: type[AnyModel] | QuerySet[AnyModel], pk: int
) -> AnyModel:
    """One of ``things`` for an administrator; raises Http404 for everybody else."""
    administrator_or_404(request)
    return get_object_or_404(things, pk=pk)
