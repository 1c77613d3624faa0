"""Write `docs/figures.md` from the definitions and the specification tables.

`python -m tests.spec.manual` writes it; with `--check` nothing is written and a stale manual ends
with status 1.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from babel.messages.pofile import read_po

from samspel.figures.definition import Definition
from samspel.figures.definitions import DEFINITIONS
from samspel.figures.dimension_definitions import DIMENSION_DEFINITIONS
from samspel.figures.forecast_suggestion import FORECAST_SUGGESTION
from samspel.figures.queue_outlook import QUEUE_OUTLOOK
from tests.spec.contents import RESOURCE_SPECS, SPECS
from tests.spec.forecast_table import HEAD as FORECAST_HEAD
from tests.spec.forecasts import FORECASTS
from tests.spec.outlook import HEAD, OUTLOOKS
from tests.spec.resource_table import ResourceSpec
from tests.spec.score_changes import CHANGES
from tests.spec.score_changes import HEAD as CHANGE_HEAD
from tests.spec.table import Spec

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "figures.md"
CATALOGUE = ROOT / "samspel" / "figures" / "locale" / "sv" / "LC_MESSAGES" / "django.po"

SCORE_CHANGE = "score_change"
"""The breakdown that the table of boundaries belongs to."""

INTRODUCTION = """\
# The figures

What every figure means, with examples worked out by hand. This page is generated from the
definitions and from the tests that hold them (`python -m tests.spec.manual`); do not edit it.

All figures come from dates alone: a figure of a past period does not ask how a case stands today.
Both days of a period count. Numbers are rounded once, half away from zero, when they are printed;
“–” means that there is nothing to take a mean or a share of.
"""


def swedish() -> Mapping[str, str]:
    """The Swedish texts by their English source."""
    with CATALOGUE.open("rb") as reading:
        return {str(entry.id): str(entry.string) for entry in read_po(reading) if entry.id}


def manual() -> str:
    """The whole page."""
    words = swedish()
    parts = [INTRODUCTION]
    parts += [_section(definition, words) for definition in DEFINITIONS.values()]
    parts.append("# Breakdowns\n\nEvery episode has one place in each, so a breakdown adds up.\n")
    parts += [_section(definition, words) for definition in DIMENSION_DEFINITIONS.values()]
    return "\n".join(parts)


def _section(definition: Definition, words: Mapping[str, str]) -> str:
    lines = [
        f"## {definition.title} ({words[definition.title]})",
        f"`{definition.key}`",
        definition.text,
        f"*{words[definition.text]}*",
    ]
    lines += [_example(spec) for spec in SPECS if spec.figure == definition.key]
    lines += [_sums(spec) for spec in RESOURCE_SPECS if spec.figure == definition.key]
    if definition is QUEUE_OUTLOOK:
        lines.append(_table(HEAD, [each.cells() for each in OUTLOOKS]))
    if definition is FORECAST_SUGGESTION:
        lines.append("**What a line may cost for the rest of 2023.** Amounts in kronor.")
        lines.append(_table(FORECAST_HEAD, [each.cells() for each in FORECASTS]))
    if definition.key == SCORE_CHANGE:
        lines.append("**What became of a score, boundary by boundary.** Points, not tenths.")
        lines.append(_table(CHANGE_HEAD, [each.cells() for each in CHANGES]))
    return "\n\n".join(lines) + "\n"


def _example(spec: Spec) -> str:
    rows = [[row[name] for name in spec.head] for row in spec.rows]
    parts = [f"**{spec.about}** Period {spec.period}.", _table(spec.head, rows)]
    if spec.events is not None:
        events = [[row[name] for name in spec.events.head] for row in spec.events.rows]
        parts.append(_table(spec.events.head, events))
    figures = [[f"`{one.address}`", one.printed, one.worked_out] for one in spec.expected]
    return "\n\n".join([*parts, _table(["figure", "is", "because"], figures)])


def _sums(spec: ResourceSpec) -> str:
    parts = [f"**{spec.about}** Period {spec.period}."]
    parts += [_table(head, lines) for head, lines in spec.tables()]
    figures = [[f"`{one.address}`", one.printed, one.worked_out] for one in spec.expected]
    return "\n\n".join([*parts, _table(["figure", "is", "because"], figures)])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def main(arguments: Sequence[str]) -> int:
    """Write or check the manual; returns the exit status."""
    if "--check" in arguments:
        return 0 if MANUAL.exists() and MANUAL.read_text(encoding="utf-8") == manual() else 1
    MANUAL.parent.mkdir(exist_ok=True)
    MANUAL.write_text(manual(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
