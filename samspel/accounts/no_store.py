"""Nothing behind the sign-in is kept by a browser or a proxy: the next at the machine sees none."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_NO_STORE = "private, no-store"


class NoStoreMiddleware:
    """Tells browsers not to keep a page or a file, unless the page says itself how it is kept.

    The pages in front of the sign-in get it too: to ask who is signed in would cost a query, and
    they are few. Static files are answered further out and keep what they say.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", _NO_STORE)
        return response
