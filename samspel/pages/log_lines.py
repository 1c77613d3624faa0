"""What the server's log tells of a request: never its address, which holds what people type.

Of a fault it tells where in the code and what kind, never what somebody had entered.
"""

import logging
import traceback
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import django.db
from django.core.exceptions import ValidationError

_REPEATS_VALUES = (ValueError, LookupError, ValidationError, django.db.DataError)
"""Faults whose messages repeat the value that did not fit."""


class WithoutPaths(logging.Filter):
    """Leaves out requests for what is not there, and in other lines shows the page's pattern.

    A name typed as an address would else stand in the log, as often as somebody likes.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        request: Any = getattr(record, "request", None)
        if request is None or not hasattr(request, "path"):
            return True
        if getattr(record, "status_code", None) == HTTPStatus.NOT_FOUND:
            return False
        match = getattr(request, "resolver_match", None)
        shown = f"/{match.route}" if match else "-"
        if isinstance(record.args, tuple):
            # Django escapes what it logs, so the path looks different where it is not ASCII.
            escaped = request.path.encode("unicode_escape").decode("ascii")
            record.args = tuple(
                shown if arg in (request.path, escaped) else arg for arg in record.args
            )
        return True


class WithoutValues(logging.Formatter):
    """Writes tracebacks whose messages hold no record's values.

    Of a broken constraint PostgreSQL tells the whole row in the lines after the first one, and
    of a value that does not fit the value itself.
    """

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        return "\n".join(_told(ei[1]))


def _told(fault: BaseException | None) -> Iterator[str]:
    """The lines of a fault, what led to it first."""
    if fault is None:
        return
    led_to_it = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if led_to_it is not None:
        yield from _told(led_to_it)
        yield ""
    yield "Traceback (most recent call last):"
    yield "".join(traceback.format_tb(fault.__traceback__)).rstrip()
    kind = f"{type(fault).__module__}.{type(fault).__qualname__}".removeprefix("builtins.")
    words = "" if _tells_values(fault) else str(fault).partition("\n")[0]
    yield f"{kind}: {words}" if words else kind


def _tells_values(fault: BaseException) -> bool:
    """Whether the message, or that of the driver's fault behind it, repeats a value."""
    behind = type(fault).__module__.partition(".")[0] == "psycopg"
    return isinstance(fault, _REPEATS_VALUES) or behind
