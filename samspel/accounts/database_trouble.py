"""Trouble with the database itself, told from a fault of ours: locked, away, full, damaged.

On the command line it is one sentence. On a page it is "load anew in a moment" (503): that sends
what was typed again, while going back would lose it, since no page is kept by the browser.
"""

import sys

from django.db import DatabaseError, Error, InterfaceError, OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.views.defaults import server_error as broken

_SECONDS_TO_WAIT = 5
_NO_TABLE = ("no such table", "no such column")
# PostgreSQL's codes for a missing table and a missing column.
_NO_TABLE_CODES = {"42P01", "42703"}


def _lacks_tables(error: BaseException) -> bool:
    if isinstance(error, OperationalError):
        return str(error).startswith(_NO_TABLE)
    code = getattr(error.__cause__, "sqlstate", None)
    return isinstance(error, ProgrammingError) and code in _NO_TABLE_CODES


def is_passing(error: BaseException | None) -> bool:
    """Whether the database could not answer just now and may a moment later."""
    away = isinstance(error, OperationalError | InterfaceError)
    return away and not _lacks_tables(error) if error else False


def sentence_about(error: Error) -> str | None:
    """What is wrong with the database, in one sentence; None where the fault is the program's."""
    if _lacks_tables(error):
        return _("The database is older than the program: run “samspel migrate” first.")
    # sqlite3 says of a file that is none just “DatabaseError”, and nothing else does.
    if is_passing(error) or type(error) is DatabaseError:
        why = str(error).strip().partition("\n")[0].rstrip(".")
        return _("The database cannot be used: %(why)s.") % {"why": why}
    return None


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for an error that nothing caught: 503 where the database was away, else 500."""
    if not is_passing(sys.exc_info()[1]):
        return broken(request)
    page = get_template("503.html").render()
    return HttpResponse(page, status=503, headers={"Retry-After": str(_SECONDS_TO_WAIT)})
