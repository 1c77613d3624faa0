"""Files and functions stay small enough to have one subject, and are named by it."""

import ast
from collections.abc import Iterator

from tests.about_the_code.source import PACKAGE, ROOT, Module, modules

LONGEST_FILE = 300
LONGEST_FUNCTION = 34
NO_SUBJECT = {"utils", "util", "helpers", "helper", "services", "common", "misc", "tools", "base"}


def everything() -> list[Module]:
    return [*modules(), *modules(ROOT / "tests")]


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, the docstring aside."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines


def test_files_are_short() -> None:
    long = {str(each): each.text.count("\n") for each in everything()}
    assert {name: lines for name, lines in long.items() if lines >= LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    long = {
        f"{module}:{function.name}": lines_of(function)
        for module in modules()
        for function in functions(module)
        if lines_of(function) > LONGEST_FUNCTION
    }
    assert long == {}


def test_modules_are_named_by_their_subject() -> None:
    assert [str(each) for each in everything() if each.path.stem in NO_SUBJECT] == []


def test_every_module_says_what_it_is_about() -> None:
    silent = [
        str(each)
        for each in modules()
        if each.text.strip() and not ast.get_docstring(each.tree) and each.path.name != "apps.py"
    ]
    assert silent == []


def test_folders_are_packages_of_the_house() -> None:
    wings = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert wings <= {
        "figures",
        "documents",
        "mail",
        "pages",
        "accounts",
        "records",
        "organisation",
        "participants",
        "personnel",
        "budget",
        "report",
        "exchange",
        "web",
    }
