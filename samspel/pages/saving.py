"""Doing what a form asks for: what refuses it is said in the form, never on an error page."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.utils.translation import gettext_lazy as _


def saved(form: BaseForm, act: Callable[[], Any]) -> bool:
    """Whether the form was valid and ``act`` was done; otherwise the form says why not.

    ``act`` refuses by ValidationError. An IntegrityError means that somebody else saved the same
    thing between the form's check and the act.
    """
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            act()
    except ValidationError as refused:
        form.add_error(None, refused)
    except IntegrityError:
        form.add_error(
            None, _("Somebody else saved the same thing at the same moment. Look before you go on.")
        )
    return form.is_valid()
