"""Percents that stand without a count: “53 % till arbete, studier eller annan rehabilitering”."""

import re

from samspel.figures.address import PREVIOUS, Address
from samspel.figures.period import Period
from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.prose.masked import NO_NUMBER, PERCENT, Masked
from samspel.report.checking.reading.prose.other_times import time_at
from samspel.report.checking.statement import Statement

_WORDS = rf"[^.;:{NO_NUMBER}]{{0,70}}?"
_STUDIES = (
    rf"{any_of('arbete')}\s*[,/]\s*{any_of('studier', 'studie')}\s*(?:\S+\s+)?{any_of('annan')}"
)
_RESULT = (
    rf"(?:{any_of('till resultat', 'gått i mål', 'mätbara avslut')}|{any_of('till')}\s+{_STUDIES})"
)
_RATES = (
    re.compile(rf"(?P<p>{PERCENT}){_WORDS}{_RESULT}", re.IGNORECASE),
    re.compile(rf"{any_of('andel*')}{_WORDS}{_RESULT}{_WORDS}(?P<p>{PERCENT})", re.IGNORECASE),
    re.compile(
        rf"{any_of('resultatandel*', 'resultatgrad*')}{_WORDS}(?P<p>{PERCENT})", re.IGNORECASE
    ),
)
_OF_SOME = re.compile(any_of("kvinnor*", "män", "männen*", "unga"), re.IGNORECASE)


def read_rates(sentence: Masked, period: Period | None) -> list[Statement]:
    """The result rate, where it is told of everybody."""
    found = []
    for form in _RATES:
        match = form.search(sentence.text)
        if match is None or _OF_SOME.search(match[0]):
            continue
        when = time_at(sentence, match.start("p"), period)
        if when != "unclear":
            address = Address("result_rate", period=PREVIOUS if when == "previous" else None)
            found.append(Statement(address, sentence.percent_at(match.start("p"))))
            break
    return found
