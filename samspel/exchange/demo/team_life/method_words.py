"""What the demo's teams write of their supervision, trainings and development areas; invented."""

from typing import NamedTuple

SUPERVISION = ("Handledning i grupp", "Malin Ekdahl, legitimerad psykolog")
SUPERVISION_COST = 4_800_00
CANCELLED = ("Utbildningsdag", "Krockar med länsdagen", "För få kan komma")
SUMMER = "Sommaruppehåll"
MINUTES = (
    "Vi gick igenom veckans program och delade upp följdbesöken.",
    "Vi bestämde att pröva gemensam planering med arbetsförmedlingen en gång i månaden.",
    "Ny rutin för hur vi tar emot studiebesök. Lena skriver ner den till nästa gång.",
    "Genomgång av lediga platser på arbetsplatserna. Två nya arbetsgivare att ringa.",
)


class Training(NamedTuple):
    """A training; ``back`` years ago, in ``month``; ``cost`` in öre, None where not known."""

    back: int
    month: int
    title: str
    provider: str
    days: int
    hours: int
    cost: int | None


TRAININGS = (
    Training(3, 10, "Introduktion i samverkan", "Samordningsförbundet", 1, 6, 0),
    Training(2, 3, "Motiverande samtal, grundkurs", "Bergslagens folkhögskola", 3, 18, 24_600_00),
    Training(2, 11, "Bemötande vid psykisk ohälsa", "Regionens utvecklingsenhet", 1, 6, 0),
    Training(1, 2, "Supported employment", "Arbetslivsskolan", 4, 24, 36_200_50),
    Training(1, 9, "Att leda grupper", "Bergslagens folkhögskola", 2, 12, 15_400_00),
    Training(0, 2, "Motiverande samtal, fördjupning", "Bergslagens folkhögskola", 2, 12, 16_400_00),
    Training(0, 5, "Suicidprevention", "Regionens utvecklingsenhet", 1, 4, 0),
    Training(0, 11, "Sekretess och samtycke", "Samordningsförbundet", 1, 3, None),
)


class Step(NamedTuple):
    """How far an area had come, so many months after it was raised."""

    months: int
    state: str
    note: str


class Area(NamedTuple):
    """A development area, raised so many months before today."""

    months_ago: int
    title: str
    aim: str
    steps: tuple[Step, ...]


AREAS = (
    Area(
        31,
        "Kortare väntan före inskrivning",
        "Ingen ska behöva vänta mer än två månader från remiss till inskrivning.",
        (
            Step(2, "ongoing", "Vi tar emot studiebesök varje vecka i stället för varannan."),
            Step(13, "done", "Väntan är nu under två månader för nästan alla."),
        ),
    ),
    Area(
        25,
        "Gemensam digital journal med regionen",
        "Slippa dubbla anteckningar.",
        (Step(7, "dropped", "Sekretessen hindrar det. Vi prövar samtycken i stället."),),
    ),
    Area(
        16,
        "Fler arbetsgivare på landsbygden",
        "Det ska finnas platser att träna på också utanför tätorten.",
        (
            Step(1, "ongoing", "Kontakt med tre lantbruk och ett sågverk."),
            Step(9, "ongoing", "Två nya platser, och skjuts ordnad på tisdagar och torsdagar."),
        ),
    ),
    Area(
        11,
        "Deltagarna planerar veckan tillsammans med oss",
        "Programmet ska utgå från det som deltagarna själva vill.",
        (Step(2, "ongoing", "Planeringsdag varje kvartal, idélistan hänger på väggen."),),
    ),
    Area(
        8,
        "Uppföljning ett år efter avslut",
        "Veta hur det gick för dem som har lämnat oss.",
        (
            Step(1, "ongoing", "Vi ringer alla efter sex månader."),
            Step(5, "paused", "Väntar tills den vakanta tjänsten är tillsatt."),
        ),
    ),
    Area(2, "Trygga samtal på lätt svenska", "Alla brev och blad ska gå att förstå.", ()),
)
