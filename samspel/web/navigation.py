"""The menu as data: each entry with who sees it."""

from typing import Any

from django.http import HttpRequest


def navigation(_request: HttpRequest) -> dict[str, Any]:
    """What every page's frame needs."""
    return {}
