"""What the checker found, as a proof-reader lists it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from textwrap import wrap

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samspel.report.checking.examination import Examination
from samspel.report.checking.finding import Finding
from samspel.report.checking.quotation import marked
from samspel.report.checking.source import Source

_WIDTH = 88
_INDENT = "   "
KINDS = {
    "sum": gettext_lazy("a sum"),
    "identity": gettext_lazy("numbers that belong together"),
    "share": gettext_lazy("a share"),
    "mean": gettext_lazy("a mean"),
    "date": gettext_lazy("a date"),
    "restated": gettext_lazy("a number told twice"),
    "series": gettext_lazy("a series over time"),
}
"""What a finding is about, in words."""
CERTAINTIES = {
    "certain": gettext_lazy("This is certain."),
    "likely": gettext_lazy("This is likely; look at it."),
}
"""How sure a finding is, in words."""


def told(examination: Examination) -> str:
    """The findings in reading order, each with its place, its quote, what is wrong and what fits.

    Last how many of the report's numbers were understood, so that silence is not mistaken for
    health. In the active language; ends with a line break.
    """
    found = [
        [*_entry(number, finding, examination.reading.outline.source), ""]
        for number, finding in enumerate(examination.findings, start=1)
    ]
    lines = [*_about(examination), "", *chain.from_iterable(found), *_summed_up(examination)]
    return "\n".join(lines) + "\n"


def place_of(source: Source, line: int) -> str:
    """Where a line stands: “page 3, line 120”, or “line 120” where there are no pages."""
    page = source.by_number[line].page
    if page is None:
        return _("line %(line)d") % {"line": line}
    return _("page %(page)d, line %(line)d") % {"page": page, "line": line}


def understood_sentence(examination: Examination) -> str:
    """How many of the report's numbers were held against something."""
    return _("%(understood)d of %(statements)d numbers were understood and checked.") % {
        "understood": len(examination.understood),
        "statements": examination.statements,
    }


def _about(examination: Examination) -> Iterator[str]:
    outline = examination.reading.outline
    yield outline.source.name
    if outline.team:
        yield _("Team: %(team)s") % {"team": outline.team}
    if outline.period is None:
        yield _("Period: not found")
    else:
        first, last = outline.period.start, outline.period.end
        yield _("Period: %(start)s to %(end)s") % {"start": first, "end": last}


def _entry(number: int, finding: Finding, source: Source) -> Iterator[str]:
    place = place_of(source, finding.at.line)
    yield f"{number}. {place[:1].upper()}{place[1:]}: {KINDS[finding.kind]}"
    yield from _indented(marked(source, finding.at))
    yield from _indented(finding.message)
    if finding.expected:
        yield from _indented(_("Would fit: %(expected)s") % {"expected": finding.expected})
    yield from _indented(str(CERTAINTIES[finding.certainty]))
    if finding.also:
        yield from _indented(_("Also on: %(places)s") % {"places": _places(source, finding.also)})
    if finding.against:
        places = _places(source, finding.against)
        yield from _indented(_("Held against: %(places)s") % {"places": places})


def _places(source: Source, lines: Iterable[int]) -> str:
    return "; ".join(place_of(source, line) for line in sorted(set(lines)))


def _indented(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _summed_up(examination: Examination) -> Iterator[str]:
    found = len(examination.findings)
    if found:
        yield ngettext("%(n)d contradiction.", "%(n)d contradictions.", found) % {"n": found}
    else:
        yield _("No contradictions found.")
    yield understood_sentence(examination)
    if len(examination.understood) < examination.statements:
        yield _("The others were not checked; they may be right or wrong.")
