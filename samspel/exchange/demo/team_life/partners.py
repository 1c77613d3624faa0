"""The demo's partners, what is done with them, and visits."""

from datetime import date, timedelta

from samspel.exchange.demo.places import TeamPlan
from samspel.organisation.models import Team
from samspel.organisation.partners.models import Collaboration, OfficialVisit, Partner

_PARTNERS = (
    (
        "Vårdcentralen {place}",
        "health_care",
        1200,
        None,
        ("Informationsträff för patienter varje månad", "Gemensam planering vid sjukskrivning"),
    ),
    ("{place}s folkhögskola", "education", 900, None, ("Prova-på-dagar i kreativa ämnen",)),
    ("Arbetsmarknadsenheten {place}", "municipality", 1200, None, ("Platser för arbetsträning",)),
    ("Föreningen Gröna Tråden", "civil_society", 700, None, ("Odlingsgrupp vår och höst",)),
    ("Företagarna i {place}", "employers", 420, None, ("Frukostmöte två gånger om året",)),
    ("Studieförbundet Norrvind", "civil_society", 1100, 250, ("Skrivarkurs",)),
    ("Psykiatrimottagningen i {place}", "health_care", 150, None, ("Lots in i teamet",)),
)
_VISITS = (
    ("received", 610, "Samverkansteamet i Björnhult", "Hur grupperna är upplagda", 6),
    ("received", 380, "Högskolan Vättermark", "Studenter i arbetsterapi", 14),
    ("received", 95, "Kommunstyrelsen", "Vad medlen har gått till", 9),
    ("made", 450, "Teamet Språngbrädan i Almnäs", "Arbetsträning i livsmedelsbutik", None),
    ("made", 60, "Samordningsförbundet Sjöbygden", "Uppföljning med indikatorer", None),
    ("received", -21, "Psykiatrimottagningen", "Studiebesök av ny personal", 4),
)


def fill_partners(team: Team, *, plan: TeamPlan, today: date) -> None:
    """Partners since different days, one of them over, and visits of the last years."""
    began = team.started_on or date(today.year - 3, 1, 1)
    for name, kind, ago, over, done in _PARTNERS:
        first_on = max(today - timedelta(days=ago), began)
        partner = Partner.objects.create(
            team=team,
            name=name.format(place=plan.municipality),
            kind=kind,
            first_on=first_on,
            last_on=today - timedelta(days=over) if over else None,
        )
        Collaboration.objects.bulk_create(
            Collaboration(
                partner=partner,
                what=what,
                first_on=first_on + timedelta(days=40 * number),
                last_on=partner.last_on,
            )
            for number, what in enumerate(done)
        )
    OfficialVisit.objects.bulk_create(
        OfficialVisit(
            team=team,
            direction=direction,
            on=today - timedelta(days=ago),
            whom=whom,
            about=about,
            visitors=visitors,
        )
        for direction, ago, whom, about, visitors in _VISITS
    )
