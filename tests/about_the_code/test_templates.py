"""Every template is used, extends the frame, and holds no script or style of its own."""

import re
from pathlib import Path

import allauth
import django.forms

from tests.about_the_code.source import modules, templates

_INLINE_STYLE = re.compile(r"<[^>]*\sstyle=", re.IGNORECASE)
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*(\ssrc=|application/json))", re.IGNORECASE)
_HANDLER = re.compile(r"<[^>]*\son[a-z]+=", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(\ssrc=|<link[^>]*\shref=)[\"']https?://", re.IGNORECASE)
DJANGOS_OWN = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html", "429.html"}


def of_libraries() -> set[str]:
    """Names under which Django and allauth look for templates that we replace."""
    folders = [
        Path(next(iter(allauth.__path__))) / "templates",
        Path(next(iter(django.forms.__path__))) / "templates",
    ]
    return {
        path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.*")
    }


def test_every_template_is_used() -> None:
    told = "\n".join([*(module.text for module in modules()), *templates().values()])
    unused = {
        name
        for name in templates()
        if f'"{name}"' not in told and f"'{name}'" not in told and name not in DJANGOS_OWN
    }
    assert unused - of_libraries() == set()


def test_pages_carry_no_style_script_or_address_of_their_own() -> None:
    """The content security policy would stop them; nothing is fetched from elsewhere."""
    for name, text in templates().items():
        for forbidden in (_INLINE_STYLE, _INLINE_SCRIPT, _HANDLER, _ELSEWHERE):
            assert not forbidden.search(text), f"{name}: {forbidden.pattern}"


def test_forms_that_send_are_protected() -> None:
    sending = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.IGNORECASE | re.DOTALL)
    for name, text in templates().items():
        for form in sending.findall(text):
            assert "{% csrf_token %}" in form, f"{name}: {form[:80]}"
