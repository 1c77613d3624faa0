"""Rules of the house that a reader cannot see in one file."""

import ast
import re
from collections.abc import Iterator

import pytest

from samspel.accounts.log_words import ACTS, SUBJECTS
from tests.about_the_code.source import Module, calls, imported, modules

CLOCKS = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "datetime.date.today",
    "datetime.datetime.now",
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "localdate",
    "now",
}
READS_THE_CLOCK = {
    "samspel/pages/today.py": "the one place that gives pages today's date",
    "samspel/accounts/log.py": "when an entry was written",
    "samspel/accounts/administration.py": "which sessions are still open",
    "samspel/exchange/import_steps.py": "when an import was asked for and ended",
    "samspel/exchange/importing/episodes.py": "when a record was changed",
    "samspel/report/editing_pages.py": "who has a text open now",
    "samspel/report/writing.py": "when a text was saved",
}
"""Files that may read the clock, each with why; the rest are handed the day."""

WRITES_CASES_IN_BULK = {"samspel/exchange/demo/records.py": "invented cases, made fast"}
"""Modules that may write participants and episodes past their models' own saving."""

_BULK = {"update", "bulk_create", "bulk_update", "delete", "update_or_create"}
_CASES = re.compile(r"\b(Participant|Episode)\.objects\b|\bepisodes\.(update|delete|bulk)")


def test_the_clock_is_read_in_few_places() -> None:
    found: dict[str, list[str]] = {}
    for module in modules():
        for called, node in calls(module):
            if called in CLOCKS and not known_moment(module, called, node):
                found.setdefault(str(module), []).append(called)
    assert {name: found[name] for name in found.keys() - READS_THE_CLOCK.keys()} == {}


def known_moment(module: Module, called: str, node: ast.Call) -> bool:
    """Whether a call only looks as if it read the clock.

    timezone.localtime(x) turns a known time into Swedish time; `now` of `pages.today` is the one
    place that pages get the moment from.
    """
    if called == "now":
        return "samspel.pages.today.now" in imported(module)
    return called.endswith(("localtime", "localdate")) and bool(node.args)


def test_figures_never_read_the_clock() -> None:
    for module in modules():
        if module.wing == "figures":
            assert not [called for called, _node in calls(module) if called in CLOCKS], module


def test_cases_are_written_past_their_models_in_few_places() -> None:
    found = {
        str(module)
        for module in modules()
        for called, _node in calls(module)
        if called.rpartition(".")[2] in _BULK and _CASES.search(called)
    }
    assert found == set(WRITES_CASES_IN_BULK)


def logged() -> Iterator[tuple[str, str, str]]:
    """Every act that is logged in the code: file, act, subject's kind (“” where it varies)."""
    for module in modules():
        for _called, node in calls(module):
            given = {each.arg: each.value for each in node.keywords}
            if "act" in given and "by" in given:
                for act in literal(given["act"]):
                    for subject in literal(given.get("subject", ast.Constant(""))):
                        yield str(module), act, subject.partition(":")[0]


def literal(node: ast.expr) -> list[str]:
    """The texts that an expression can be, as far as the code shows."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.IfExp):
        return [*literal(node.body), *literal(node.orelse)]
    if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
        return [str(node.values[0].value)]
    return []


def test_the_log_has_words_for_every_act() -> None:
    acts = {(file, act) for file, act, _kind in logged() if act not in ACTS}
    assert acts == set()
    kinds = {(file, kind) for file, _act, kind in logged() if kind and kind not in SUBJECTS}
    assert kinds == set()


@pytest.mark.parametrize("name", sorted(READS_THE_CLOCK))
def test_listed_files_are_there(name: str) -> None:
    assert name in {str(module) for module in modules()}
