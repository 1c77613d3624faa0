"""Whether a text is a report of the kind that is read: a team's, on people that it worked with."""

from django.utils.translation import gettext as _

from samspel.report.checking.opening.refused import NotReadable
from samspel.report.checking.reading.letters import words
from samspel.report.checking.source import Source

_SUBJECTS = (
    words("deltagar*"),
    words("nyinskriv*", "inskriv*", "skrivs in", "skrivits in", "skrevs in"),
    words("avslut", "avslutad*", "avslutats", "avhopp", "dropouts"),
    words("remitter*", "remittent*", "remiss", "remisser"),
    words("samverkansteam*", "samordningsförbund*", "styrgrupp*", "teamet", "teamets"),
    words("rehabilitering*", "arbetsträning*", "rehab"),
    words("försörjning*", "bidragsberoende", "försörjningsstöd", "sjukersättning"),
    words("genomströmningstid*"),
    words("försäkringskassan*", "arbetsförmedlingen*", "socialtjänst*", "psykiatri*"),
    words("samverkan*", "samverkar"),
)
_FEWEST = 4
"""Subjects that a report touches on. An annual account or a recipe has one or two of them."""


def refuse_other_kinds(source: Source) -> None:
    """Raise NotReadable where a text is no report on the work of a team with its participants."""
    text = "\n".join(line.text for line in source.lines)
    found = sum(subject.search(text) is not None for subject in _SUBJECTS)
    tells_of_people = any(subject.search(text) for subject in _SUBJECTS[:3])
    if found < _FEWEST or not tells_of_people:
        raise NotReadable(
            _(
                "“%(file)s” is no report on a team's participants in Swedish, or it was recognised "
                "too badly to be read."
            )
            % {"file": source.name}
        )
