"""Things of the organisation that addresses are filled with."""

from datetime import date
from typing import Any

from samspel.organisation.models import Team
from samspel.organisation.partners.models import Collaboration, OfficialVisit, Partner
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


def make_partners(team: Team) -> dict[str, Any]:
    """A partner with something that is done, and a visit."""
    first_on = date(2024, 1, 1)
    partner = Partner.objects.create(
        team=team, name="Vårdcentralen", kind="health_care", first_on=first_on
    )
    done = Collaboration.objects.create(partner=partner, what="Träffar", first_on=first_on)
    visit = OfficialVisit.objects.create(
        team=team, direction="received", on=first_on, whom="Högskolan"
    )
    return {"partner": partner.pk, "collaboration": done.pk, "official_visit": visit.pk}
