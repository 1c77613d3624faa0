"""Whether a text is Swedish, by its most frequent small words."""

import re
from collections import Counter

from django.utils.translation import gettext as _

from samspel.report.checking.opening.refused import NotReadable
from samspel.report.checking.source import Source

_WORD = re.compile(r"[^\W\d_]+")
# Words that the other language does not have, not even where a scan has lost the rings and dots
# of å, ä and ö: “an” may be “än”, “at” “åt”, and “men” is Swedish as well.
_SWEDISH = frozenset(
    _WORD.findall(
        "och att det som av är ar på pa från fran till har ett inte varav efter eller även aven"
        " också ocksa där när sig dessa denna detta kan ska blir sin sina hos samt deltagare antal"
        " perioden månader manader kvinnor män personer avslutade nyinskrivna inskrivna arbete"
        " annat totalt avslut"
    )
)
_ENGLISH = frozenset(
    _WORD.findall(
        "the of and to was were that with this are have which from been their they when after end"
        " women people participants closed enrolled newly work studies months share who did since"
        " other"
    )
)
_ENOUGH = 3
_MANY = 200_000
"""Characters that are looked at: more tell nothing new."""


def refuse_other_languages(source: Source) -> None:
    """Raise NotReadable where a text is in English; one that is neither is left to its reading."""
    text = "\n".join(line.text for line in source.lines)[:_MANY]
    found = Counter(word.lower() for word in _WORD.findall(text))
    swedish = sum(found[word] for word in _SWEDISH)
    english = sum(found[word] for word in _ENGLISH)
    if english >= _ENOUGH and english > swedish:
        raise NotReadable(
            _("“%(file)s” is in English; only reports in Swedish are read.") % {"file": source.name}
        )
