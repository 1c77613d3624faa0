"""The counts that a report tells of its participants, each with the words that tell it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.prose.masked import NO_NUMBER, NUMBER, Masked
from samspel.report.checking.reading.prose.names import first_named
from samspel.report.checking.reading.prose.phrases import NOUNS, phrase, words_of

_NOT_PEOPLE = re.compile(
    any_of(
        "arbetsträning*",
        "praktik*",
        "grupp",
        "grupper",
        "möten",
        "område*",
        "utvecklingsområde*",
        "utbildning*",
        "uppföljning*",
        "tillfälle*",
        "aktiviteter",
        "beslut",
        "medarbetare",
        "coacher",
        "handledare",
        "platser",
        "plats",
        "projekt",
    ),
    re.IGNORECASE,
)
_VETO = re.compile(
    any_of("innan", "före", "inte", "ej", "utan att", "ingen", "aldrig", "dagar", "av de", "bland"),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Form:
    """How a figure is told. ``when`` must stand somewhere in the sentence, ``never`` nowhere."""

    figure: str
    pattern: re.Pattern[str]
    when: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None


def form(figure: str, text: str, when: str = "", never: str = "") -> Form:
    """Read a form; ``when`` and ``never`` are words parted by ``/``."""
    return Form(figure, phrase(text), words_of(when), words_of(never))


_END = "slut/slutet/utgången/nu/idag/utgång/aktuella"
_START = "början/ingången/start/starten"
_IN_STEPS = f"{_START}/i_prövotid"
_ELSEWHERE = "kö/kön/kölistan/väntar/väntade/arbetsträning*/gruppen/grupp/praktik*/placering*"
HEADS: tuple[Form, ...] = (
    form("enrolled_at_end_under_30", "# & .. under_30_år", never="nyinskriv*"),
    form("in_queue_at_end", "# & .. skrivas_in/stå_i_kö", when="väntar/väntade/väntat/kö/kön"),
    form("in_queue_at_end", "# & .. i_kö/i_kön/på_kö", never="början/stått"),
    form("in_queue_at_end", "i_kö/i_kön/kölistan/kön_till/kön_för .. #", never="början/stått"),
    form("in_queue_at_end", "väntade/väntar # & .. inskrivning/plats", never="början"),
    form("closed_to_result", "# & .. till_resultat/i_resultat/mätbara_avslut/mätbart_avslut"),
    form("closed_to_result", "# & .. gått_i_mål/nått_målet"),
    form("dropouts", "# & .. drop-out*/drop_out*/dropout*/avhopp*/hoppade_av/hoppat_av"),
    form("dropouts", "drop-out*/dropout*/avhopp* : #"),
    form("completed", "# & .. fullfölj*"),
    form("completed", "återstående/resterande # & .. avslutade/avslutats/ärenden"),
    form("newly_enrolled", "# & .. nyinskriv*"),
    form("newly_enrolled", "# nya & .. skrivits_in/skrevs_in"),
    form("newly_enrolled", "# nya &!"),
    form("newly_enrolled", "av_de # nya"),
    form("newly_enrolled", "# & .. skrivits_in/skrevs_in/skrivit_in/blivit_inskrivna"),
    form("newly_enrolled", "skrevs # & .. in"),
    form("newly_enrolled", "har # & .. skrivits_in"),
    form("newly_enrolled", "antalet nyinskriv* .. #"),
    form("closed", "# & .. avslutats/avslutades/avslutat/avslutade"),
    form("closed", "# avslut/avsluten"),
    form("closed", "avslutades/avslutats # &"),
    form("closed", "avslutade .. : #"),
    form("enrolled_at_end", "antalet_aktiva/antalet_inskrivna .. #", when=_END),
    form("enrolled_at_end", "består/bestod gruppen_av/deltagargruppen_av #"),
    form("enrolled_at_end", "gruppen/deltagargruppen består/bestod av #"),
    form("enrolled_at_end", "gruppen/deltagargruppen .. består_av/bestod_av #"),
    form("enrolled_at_start", "# & .. inskrivna/aktiva/inskriven", when=_START, never=_END),
    form("enrolled_at_end", "# & .. inskrivna/aktiva/inskriven", when=_END, never=_IN_STEPS),
    form("enrolled_at_start", "fanns # &!", when=_START, never=f"{_END}/{_ELSEWHERE}"),
    form("enrolled_at_end", "fanns/finns # &!", when=_END, never=f"{_IN_STEPS}/{_ELSEWHERE}"),
    form("worked_with", "arbetat/arbetade/arbetar .. med #"),
    form("worked_with", "# &! .. funnits_i_teamet/deltagit_i_teamet/funnits_i_verksamheten"),
    form("worked_with", "funnits # &! i_teamet/i_verksamheten"),
    form("referred", "# remisser/remiss"),
    form("visited", "# & .. kom_på_studiebesök"),
    form("withdrawn", "# & .. lämnade innan/före"),
)
"""In this order: what is told more narrowly comes first."""
_ALL_RESULTS = re.compile(
    rf"(?P<n>{NUMBER})[^.;{NO_NUMBER}]{{0,60}}?{any_of('till')}\s+{any_of('arbete')}\s*[,/]\s*"
    rf"{any_of('studier', 'studie')}\s*(?:[,/]|{any_of('eller', 'och', 'samt')}|\s)*"
    rf"{any_of('annan')}",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(rf"\s*(?:{any_of('nya')}\s+)?{NOUNS}", re.IGNORECASE)


_PARTS = ("closed_to_result", "dropouts", "enrolled_at_end_under_30")
"""“12 av 16 gick till …”: the words are told of the first number."""
_CLOSED_TO = re.compile(
    rf"\s*(?:under\s+\S+\s+)?{any_of('till', 'för', 'pga', 'på grund av', 'av')}\s", re.IGNORECASE
)
_REACH = 60


def heads_in(sentence: Masked, *, strict: bool = False) -> dict[int, str]:
    """The figure of each number that is told as the count of a whole cohort, by its index.

    With ``strict``, and where a sentence is about something else than participants, a word for
    people must stand with the number.
    """
    found: dict[int, str] = {}
    parts = {each.of: index for index, each in enumerate(sentence.mentions) if each.of is not None}
    vague = strict or _NOT_PEOPLE.search(sentence.text) is not None
    for figure, match in _matches(sentence.text):
        index = sentence.index_at(match.start("n"))
        if figure in _PARTS:
            index = parts.get(index, index)
        mention = sentence.mentions[index]
        has_noun = _NOUN_AFTER.match(sentence.text, mention.at + 1) is not None
        if index in found or not mention.is_count or (vague and not has_noun):
            continue
        if has_noun or figure != "worked_with":
            found[index] = figure
    return found


def _is_outcome(figure: str, match: re.Match[str]) -> bool:
    """“Tre avslutades till sjukersättning” is the count of an outcome."""
    goes_on = _CLOSED_TO.match(match.string, match.end())
    if figure != "closed" or goes_on is None:
        return False
    return first_named("outcome", match.string[goes_on.end() :][:_REACH]) is not None


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in _ALL_RESULTS.finditer(text):
        yield "closed_to_result", match
    for each in HEADS:
        if each.when and not each.when.search(text):
            continue
        if each.never and each.never.search(text):
            continue
        for match in each.pattern.finditer(text):
            vetoed = _VETO.search(match.groupdict().get("gap") or "")
            if not vetoed and not _is_outcome(each.figure, match):
                yield each.figure, match
