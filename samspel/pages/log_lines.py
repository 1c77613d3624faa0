"""What the server's log tells of a request: never its address, which holds what people type."""

import logging
from http import HTTPStatus
from typing import Any


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
