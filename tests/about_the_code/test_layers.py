"""Imports run downwards only, and a wing never uses another wing's views."""

import subprocess
import sys

import pytest
from django.urls import get_resolver

from tests.about_the_code.source import ROOT, Module, imported, modules
from tests.about_the_code.test_every_url import patterns


def test_imports_point_one_way() -> None:
    linter = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", modules(), ids=str)
def test_views_are_for_their_own_wing(module: Module) -> None:
    assert get_resolver()
    views = {each.callback.__module__ for each in patterns()}
    others = {
        name
        for name in imported(module)
        if name in views and name.split(".")[1] != module.wing and name.startswith("samspel.")
    }
    assert others == set()


def test_pages_know_nothing_of_the_project() -> None:
    for module in modules():
        if module.wing == "pages":
            ours = {name for name in imported(module) if name.startswith("samspel.")}
            assert {name for name in ours if not name.startswith("samspel.pages")} == set(), module
