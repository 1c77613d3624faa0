"""Write `docs/flow.md` and its drawing from the table of steps and stages.

`python -m tests.about_the_code.flow_manual` writes them; with `--check` nothing is written and
stale ones end with status 1. The drawing is laid out by what lays out the one in the product.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

import django
from django.apps import apps
from django.utils.translation import gettext, override

if not apps.ready:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from samspel.participants.flow.layout import INBOX, Arrow, Box, Drawing, Geometry, drawing
from samspel.participants.flow.told_by import STEPS, title_of
from samspel.participants.person.acts import PLACES
from samspel.participants.stage import Stage
from samspel.participants.when import Step, may, transitions

DOCS = Path(__file__).parents[2] / "docs"
PAGE, PICTURE = DOCS / "flow.md", DOCS / "pictures" / "flow.svg"

WAITING = "Uppdrag som väntar på svar är inga ärenden än: de blir det när teamet tar emot dem."
ENDED = "Den som är avslutad eller har lämnat kön får ett nytt ärende genom ett nytt uppdrag."
INTRODUCTION = """\
# Vägen genom ett team

Hur ett ärende går från studiebesök till avslut, och vad man kan göra i varje skede. Skedet följer
av ärendets datum och skrivs aldrig in. Sidan och bilden görs av tabellen i
`samspel/participants/when.py` (`python -m tests.about_the_code.flow_manual`); ändra dem inte här.
Samma bild med teamets egna tal finns i Samspel under Deltagare, Flöde.

![Rutor är skeden, pilar är steg mellan dem. Tabellen nedanför säger samma sak.](pictures/flow.svg)
"""
SHEET = Geometry(
    "manual",
    is_upright=False,
    along=150,
    across=76,
    gap=104,
    margin=112,
    lane=24,
    end_gap=76,
    end_across=62,
    inbox_along=172,
    inbox_across=48,
)
MOST_IN_A_LINE = 10
STYLE = """\
text { font: 14px system-ui, sans-serif; fill: #1c2621; text-anchor: middle; }
.code { font: 12px ui-monospace, monospace; fill: #556059; }
.sheet { fill: #fff; }
.stage { fill: #e5eee6; stroke: #1f5a43; stroke-width: 1.5; }
.end { fill: #f2ede2; stroke: #88908a; stroke-width: 1.5; }
.inbox { fill: #fff; stroke: #88908a; stroke-width: 1.5; stroke-dasharray: 5 4; }
.line { fill: none; stroke: #556059; stroke-width: 1.75; stroke-linejoin: round; }
.lead { fill: none; stroke: #88908a; stroke-width: 1.75; stroke-dasharray: 5 4; }
.tip { fill: #556059; }"""
ELSEWHERE = {Step.ATTEND: "Skriv upp närvaro", Step.CHECK: "Fråga hur det gick efteråt"}
"""Steps that have no button of their own on the person's page."""


def step_words(step: Step) -> str:
    """A step as its button says it."""
    return ELSEWHERE[step] if step in ELSEWHERE else str(PLACES[step][1])


def page() -> str:
    """The whole page, in Swedish."""
    with override("sv"):
        ways = [
            (_coded(title_of(source), source), _coded(STEPS[step], step), title_of(target))
            for source, step, target in transitions()
        ]
        head = ["Att göra", *(str(title_of(stage)) for stage in Stage)]
        acts = [
            [_coded(step_words(step), step), *("ja" if may(step, each) else "" for each in Stage)]
            for step in Step
        ]
        parts = [
            INTRODUCTION,
            "## Stegen som för vidare\n",
            _table(["Från", "Steg", "Till"], ways),
            f"\n{WAITING}\n",
            "## Vad man kan göra i varje skede\n",
            _table(head, acts),
            f"\n{ENDED}",
        ]
        return "\n".join(parts) + "\n"


def picture() -> str:
    """The drawing as a file of its own, in Swedish."""
    with override("sv"):
        return "\n".join(_drawn(drawing(SHEET))) + "\n"


def _drawn(sheet: Drawing) -> Iterator[str]:
    width, height = sheet.width + 16, sheet.height + 16
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 {width} {height}">'
    yield "<title>Vägen genom ett team</title>"
    yield f"<style>\n{STYLE}\n</style>"
    yield f'<rect class="sheet" x="-8" y="-8" width="{width}" height="{height}"/>'
    yield f'<path class="lead" d="{sheet.lead}"/>'
    for arrow in sheet.arrows:
        yield f'<path class="line" d="{arrow.line}"/><polygon class="tip" points="{arrow.tip}"/>'
        yield from _arrow_words(arrow)
    for box in sheet.boxes:
        yield from _box(box)
    yield "</svg>"


def _arrow_words(arrow: Arrow) -> Iterator[str]:
    """In two halves around a way on, above a way past, beside a way out."""
    (x, y), words = arrow.middle, str(STEPS[arrow.step]).split()
    if arrow.kind == "past":
        yield _text(x, y - 8, " ".join(words))
        return
    is_short = len(" ".join(words)) <= MOST_IN_A_LINE
    half = len(words) if is_short else (len(words) + 1) // 2
    lines = [" ".join(words[:half]), " ".join(words[half:])]
    x, places = (x + 48, (y - 6, y + 11)) if arrow.kind == "out" else (x - 4, (y - 9, y + 20))
    for place, line in zip(places, lines, strict=True):
        if line:
            yield _text(x, place, line)


def _box(box: Box) -> Iterator[str]:
    is_inbox = box.key == INBOX
    end = not is_inbox and not any(source == box.key for source, *_rest in transitions())
    look = "inbox" if is_inbox else "end" if end else "stage"
    yield (
        f'<rect class="{look}" x="{box.x}" y="{box.y}" width="{box.width}"'
        f' height="{box.height}" rx="10"/>'
    )
    x, y = box.x + box.width // 2, box.y + box.height // 2
    if is_inbox:
        yield _text(x, y + 5, gettext("Referrals to answer"))
        return
    yield _text(x, y - 4, str(title_of(Stage(box.key))))
    yield _text(x, y + 17, box.key, "code")


def _text(x: int, y: int, words: str, look: str = "") -> str:
    named = f' class="{look}"' if look else ""
    return f'<text{named} x="{x}" y="{y}">{escape(words)}</text>'


def _coded(words: object, code: str) -> str:
    return f"{words} (`{code}`)"


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def files() -> Mapping[Path, str]:
    """What should stand in the documentation."""
    return {PAGE: page(), PICTURE: picture()}


def main(arguments: Sequence[str]) -> int:
    """Write or check page and drawing; returns the exit status."""
    if "--check" in arguments:
        same = (at.exists() and at.read_text("utf-8") == text for at, text in files().items())
        return 0 if all(same) else 1
    for at, text in files().items():
        at.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
