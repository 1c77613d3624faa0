"""Receiving files without swallowing memory or disk: what is too large is skipped as it arrives.

The guard has to stand before anything reads the body, and the check against forged requests
reads it; so that check is made inside.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from samspel.participants.referrals.file_check import LARGEST, MOST_FILES, clean_name

More = ParamSpec("More")
View = Callable[Concatenate[HttpRequest, More], HttpResponse]
_SKIPPED = "skipped_files"


class SizeGuard(FileUploadHandler):
    """Lets files through that are small enough, and remembers the names of the others.

    The rest of the form is read all the same, so that no text is lost for a file.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.skipped: list[str] = []
        self._received = self._files = 0
        setattr(request, _SKIPPED, self.skipped)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._received = 0
        self._files += 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self._received += len(raw_data)
        if self._received > LARGEST or self._files > MOST_FILES:
            self.skipped.append(clean_name(self.file_name or ""))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:
        """The handlers after this one keep the file."""
        return None


def skipped_files(request: HttpRequest) -> list[str]:
    """The names of the files that were too large or too many."""
    found: list[str] = getattr(request, _SKIPPED, [])
    return found


def receives_files(view: View[More]) -> View[More]:
    """Let a view receive files through the guard; the outermost of its decorators."""
    checked = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: More.args, **more: More.kwargs) -> HttpResponse:
        request.upload_handlers.insert(0, SizeGuard(request))
        return checked(request, *args, **more)

    return cast("View[More]", guarded)
