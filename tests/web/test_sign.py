"""The sign and the icons: what is drawn, and what is said of it to those who do not see it."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.translation import override

from samspel.web.assets import ICONS
from samspel.web.templatetags.icons import icon
from samspel.web.templatetags.sign import State, field_map, sign

PACKAGE = Path(__file__).resolve().parents[2] / "samspel"


def test_the_sign_is_nine_dots() -> None:
    assert sign().count("<circle") == 9
    assert 'aria-hidden="true"' in sign()


def test_the_map_of_a_report_says_how_far_it_has_come() -> None:
    states: list[State] = ["filled"] * 3 + ["begun"] + ["empty"] * 5
    with override("en"):
        drawn = field_map(states)
    assert 'aria-label="3 of nine fields written, 1 begun"' in drawn
    assert [drawn.count(f"is-{state}") for state in ("filled", "begun", "empty")] == [3, 1, 5]


def test_the_map_speaks_swedish() -> None:
    with override("sv"):
        assert 'aria-label="9 av nio fält skrivna"' in field_map(["filled"] * 9)


def test_a_report_has_nine_fields() -> None:
    with pytest.raises(ValueError, match="nine fields, not 8"):
        field_map(["empty"] * 8)


def test_an_icon_is_decoration() -> None:
    drawn = Template('{% load icons %}{% icon "search" %}').render(Context())
    assert drawn.startswith('<svg class="icon"')
    assert 'aria-hidden="true"' in drawn


def test_an_icon_that_does_not_exist_is_a_fault_of_the_template() -> None:
    with pytest.raises(TemplateSyntaxError, match="no-such-thing"):
        icon("no-such-thing")


def test_every_icon_named_in_a_template_exists() -> None:
    named = {
        name
        for template in PACKAGE.rglob("templates/**/*.html")
        for name in re.findall(r'{%\s*icon "([^"]+)"', template.read_text(encoding="utf-8"))
    }
    assert "search" in named
    known = set(re.findall(r'"([a-z0-9-]+)": "', ICONS.read_text(encoding="utf-8")))
    assert named <= known
