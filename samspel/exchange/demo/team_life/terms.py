"""The demo's terms of reference: two versions that are alike but for what was decided later."""

from datetime import date, timedelta

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.organisation.terms.models import TermsOfReference

_FIRST = """Uppdrag
Teamet tar emot personer i åldern 18–64 år som behöver stöd från flera myndigheter för att \
närma sig arbete eller studier.

Mål
Deltagarna ska få ett samlat stöd och själva vara med och bestämma vägen. Teamet har {capacity} \
platser och tar emot nya deltagare varje månad.

Arbetssätt
Teamet arbetar i grupp och enskilt. Varje deltagare har en handledare. Uppföljning sker \
tillsammans med den som remitterat var sjätte månad.

Bemanning
Varje myndighet ställer upp med en handledare på minst halvtid.
"""
_CHANGES = (
    ("18–64 år", "16–64 år"),
    ("var sjätte månad", "var tredje månad"),
    ("Teamet arbetar i grupp och enskilt.", "Teamet arbetar i grupp och enskilt, även utomhus."),
)
_ADDED = """
Rapportering
Teamet rapporterar till styrgruppen varje halvår. Siffrorna hämtas ur det som teamet har fört in.
"""


def fill_terms(team: Team, *, leader: User, today: date) -> None:
    """The terms since the team started, and those that followed a year and a half ago."""
    began = team.started_on or date(today.year - 3, 1, 1)
    text = _FIRST.format(capacity=team.capacity or "30")
    after = text
    for old, new in _CHANGES:
        after = after.replace(old, new)
    revised = max(date(today.year - 1, 7, 1), began + timedelta(days=200))
    by = {"team": team, "begun_by": leader, "decided_by": "styrgruppen", "version": 2}
    TermsOfReference.objects.create(
        **by,
        number=1,
        text=text,
        decided_on=began - timedelta(days=20),
        valid_from=began,
        valid_to=revised - timedelta(days=1),
    )
    TermsOfReference.objects.create(
        **by,
        number=2,
        text=after + _ADDED,
        decided_on=revised - timedelta(days=24),
        valid_from=revised,
    )
