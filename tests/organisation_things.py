"""Things of the organisation that addresses are filled with."""

from datetime import date
from typing import Any

from samspel.organisation.models import Team
from samspel.organisation.terms.models import TermsOfReference


def make_terms(team: Team) -> dict[str, Any]:
    """Two versions that were decided on, and a draft of the third."""
    first = TermsOfReference.objects.create(
        team=team,
        number=1,
        text="Teamet tar emot.",
        decided_on=date(2024, 1, 10),
        valid_from=date(2024, 2, 1),
        valid_to=date(2024, 12, 31),
    )
    second = TermsOfReference.objects.create(
        team=team,
        number=2,
        text="Teamet tar emot och följer upp.",
        decided_on=date(2024, 12, 1),
        valid_from=date(2025, 1, 1),
    )
    TermsOfReference.objects.create(team=team, text="Ett utkast.")
    return {"terms_first": first.pk, "terms_second": second.pk}
