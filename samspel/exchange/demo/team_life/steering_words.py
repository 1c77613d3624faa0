"""What the demo's steering groups talk of and decide; every name and sentence is invented."""

from typing import NamedTuple


class Heads(NamedTuple):
    """Whom an agency has sent, the first one first, and their title."""

    names: tuple[str, ...]
    substitute: str
    title: str


HEADS = {
    "AF": Heads(("Malte Brunnsgård", "Siv Klintberg"), "Rune Fagerås", "sektionschef"),
    "FK": Heads(("Berit Åsvall", ""), "Ylva Torpman", "enhetschef"),
    "Regionen": Heads(("Henrik Lundsjö",), "Petra Mossberg", "verksamhetschef"),
}
"""An empty name stands for the team's own account."""
MUNICIPALITY = Heads(("Gunilla Rosvik", "Tage Ekelöv"), "Marja Sandås", "socialchef")
SCHOOL, PRINCIPAL = "{place} folkhögskola", "Ingrid Vattrang"
ROOMS = ("Kommunhuset, sal Linden", "Teamets lokaler", "Digitalt", "Regionens hus")
OPENING = ("Mötet öppnas", "Ordföranden hälsar välkommen och dagordningen godkänns.")
POINTS = (
    ("Läget i teamet", "Teamledaren berättar om inflöde, kö och bemanning."),
    ("Ekonomi", "Utfall och prognos mot budget."),
    ("Remisser från myndigheterna", "Hur många kommer varifrån, och hur väl förberedda är de?"),
    ("Lokaler", "Behov av ett rum till för gruppverksamheten."),
    ("Arbetsträning hos arbetsgivare", "Platser som finns och platser som saknas."),
    ("Uppdragsbeskrivningen", "Behöver något i uppdraget ändras inför nästa år?"),
    ("Uppföljning efter avslut", "Vad visar uppföljningarna efter sex och tolv månader?"),
)
LINES = (
    "Styrgruppen tackar för informationen.",
    "Frågan diskuteras. Myndigheterna ser olika på den, och teamledaren tar den vidare.",
    "Styrgruppen är nöjd med utvecklingen och vill följa den på nästa möte.",
    "Flera påpekar att kötiden är viktig för deltagarnas tilltro.",
)
DECISIONS = (
    ("Teamet provar en startgrupp till under våren.", "teamledaren"),
    ("Arbetsförmedlingen ser över hur remisser förbereds.", "Arbetsförmedlingens ledamot"),
    ("Kommunen undersöker om lokalen intill kan hyras.", "kommunens ledamot"),
    ("Budgeten för nästa år lämnas till förbundet.", "teamledaren"),
    ("Regionen utser en ny ledamot.", "Regionens ersättare"),
    ("En uppföljning efter tolv månader redovisas för styrgruppen.", "teamledaren"),
    ("Teamet bjuder in arbetsgivare till ett frukostmöte.", "teamet"),
)
CANCELLED = "För få ledamöter kunde komma."
SENT = (
    ("Handledning nästa år", "Vi vill fortsätta med handledning varje månad. Vad får den kosta?"),
    ("Hjälp att hitta praktikplatser", "Kan myndigheterna öppna egna platser för arbetsträning?"),
)
CORRECTION = ("Datum för nästa möte", "Nästa möte är den {day}, inte en vecka senare.")
