"""The demo's employers in words: who they are, what one does there, what they say."""

from typing import NamedTuple


class Offer(NamedTuple):
    """A task: its title, what one does, and its codes, parted by bars.

    Kinds of work; structure, pace and whom one meets; for the body; accessibility; places; hours.
    """

    title: str
    text: str
    codes: str

    @property
    def parts(self) -> list[list[str]]:
        """The codes of each kind."""
        return [part.split() for part in self.codes.split("|")]


class Workplace(NamedTuple):
    """An employer with its contact and tasks; “{place}” is the team's municipality."""

    name: str
    kind: str
    about: str
    contact: str
    offers: tuple[Offer, ...]


WORKPLACES = (
    Workplace(
        "Åby Plantskola",
        "private",
        "Liten arbetsplats där alla fikar ihop klockan nio. Hunden är alltid med. Lugnast på "
        "vintern; i maj är det full fart.",
        "Gun Åbrink, ägare",
        (
            Offer(
                "Vattna och plantera om",
                "Vattna i växthuset, plantera om sticklingar, märka krukor.",
                "garden | simple calm few | standing | bus rest flexible_hours | 2 | 4–20",
            ),
            Offer(
                "Hjälpa i butiken",
                "Fylla på hyllor, ta emot leveranser, visa kunder rätt.",
                "shop stock | some quick many | standing heavy | bus | 1 | 10–30",
            ),
        ),
    ),
    Workplace(
        "Kafé Tre Åar",
        "cooperative",
        "Socialt företag som är vant vid att man börjar i liten skala. Två arbetsledare på plats.",
        "Mahmoud Ridell, arbetsledare",
        (
            Offer(
                "Baka och förbereda luncher",
                "Skala, hacka, baka bröd efter recept med bilder.",
                "kitchen | simple even few | standing | step_free bus rest plain_language "
                "flexible_hours | 3 | 3–25",
            ),
            Offer(
                "Disk och servering",
                "Duka fram, plocka undan, köra diskmaskinen.",
                "kitchen | simple quick many | standing | step_free bus toilet | 1 | 6–20",
            ),
        ),
    ),
    Workplace(
        "Återbruket i {place}",
        "municipal",
        "Kommunens återbruk. Många har arbetstränat här. Tydligt schema på tavlan varje morgon.",
        "Berit Lovelius, arbetsledare",
        (
            Offer(
                "Sortera och prismärka",
                "Gå igenom det som lämnas in, sortera, tvätta av och märka.",
                "second_hand stock | simple calm few | standing | step_free bus rest toilet "
                "flexible_hours | 3 | 4–30",
            ),
            Offer(
                "Laga cyklar",
                "Byta slang, justera bromsar, provcykla.",
                "workshop | some calm few | standing heavy | bus rest | 2 | 6–25",
            ),
        ),
    ),
    Workplace(
        "Lindängens ridskola",
        "non_profit",
        "Förening med en anställd och många ideella. Förmiddagarna är lugna, då är inga barn där.",
        "Siv Hästmark, verksamhetsledare",
        (
            Offer(
                "Mocka och fodra",
                "Mocka boxar, fodra, släppa ut i hagen.",
                "animals | simple calm alone | heavy standing | quiet flexible_hours | 2 | 4–20",
            ),
        ),
    ),
    Workplace(
        "{place} bibliotek",
        "municipal",
        "Stilla arbetsplats med fasta tider. Personalen vill gärna träffas en gång innan.",
        "Yvonne Bladh, enhetschef",
        (
            Offer(
                "Ställa upp böcker och plasta in",
                "Sortera in återlämnade böcker, plasta in nya, plocka beställningar.",
                "office crafts | simple calm few | standing sitting | step_free bus quiet "
                "toilet scent_free animal_free | 1 | 5–20",
            ),
        ),
    ),
    Workplace(
        "Hjul & Däck Norrbro",
        "private",
        "Fyra anställda. Högt tempo när däcken ska bytas, annars tid att visa.",
        "Kent Däckström, verkstadschef",
        (
            Offer(
                "Tvätta fälgar och städa verkstad",
                "Tvätta, märka och lägga undan hjul, hålla ordning på verktyg.",
                "workshop cleaning | simple even few | heavy standing | bus | 1 | 8–40",
            ),
        ),
    ),
    Workplace(
        "Solgläntans äldreboende",
        "municipal",
        "Van arbetsplats med introduktion i två dagar. Utdrag ur belastningsregistret behövs.",
        "Amira Tengblad, enhetschef",
        (
            Offer(
                "Sällskap och aktiviteter",
                "Läsa tidningen, promenera, duka till fika, spela bingo.",
                "care | some calm many | standing | step_free bus rest toilet scent_free | 2 |"
                " 4–30",
            ),
            Offer(
                "Tvätt och linne",
                "Köra tvättmaskiner, vika, fylla på förråd.",
                "cleaning | simple even alone | standing | step_free bus rest quiet | 1 | 6–30",
            ),
        ),
    ),
    Workplace(
        "Kyrkans second hand",
        "non_profit",
        "Drivs av frivilliga. Mjuk start är självklart, och det finns alltid någon att fråga.",
        "Ingegerd Fagerlund, föreståndare",
        (
            Offer(
                "Ta emot gåvor och hänga kläder",
                "Sortera, stryka, hänga upp, skriva prislappar.",
                "second_hand shop | simple calm few | standing | bus rest flexible_hours | 2 |"
                " 3–15",
            ),
        ),
    ),
    Workplace(
        "Tryckeriet Svärtan",
        "private",
        "Tre personer, eget kontor i gammal fabrik. Trappa upp till lokalen.",
        "Robert Svärd, ägare",
        (
            Offer(
                "Packa och efterbehandla",
                "Skära, häfta, packa och etikettera.",
                "stock crafts | simple even alone | standing sitting | quiet animal_free | 1 |"
                " 8–30",
            ),
            Offer(
                "Bilder och text på datorn",
                "Rätta text, beskära bilder, lägga upp på webben.",
                "office | demanding even alone | sitting | quiet animal_free flexible_hours | "
                "1 | 8–40",
            ),
        ),
    ),
    Workplace(
        "Regionens servicecenter",
        "state_or_region",
        "Stor arbetsplats med egen handledare för dem som arbetstränar.",
        "Helén Qvist, samordnare",
        (
            Offer(
                "Post och vaktmästeri",
                "Hämta och dela ut post, fylla på skrivare, ställa i ordning mötesrum.",
                "office | some even many | standing | step_free bus rest toilet scent_free | 2"
                " | 10–40",
            ),
        ),
    ),
    Workplace(
        "Förskolan Blåklockan",
        "municipal",
        "Personalen har utsett en handledare. Fasta rutiner, mycket ljud mitt på dagen.",
        "Pernilla Sandahl, rektor",
        (
            Offer(
                "Kök och mellanmål",
                "Duka, skära frukt, diska, torka bord.",
                "kitchen children | simple even few | standing | step_free bus | 1 | 5–25",
            ),
        ),
    ),
    Workplace(
        "Nordlunds Livs",
        "private",
        "Byns affär. Känner alla som handlar. Öppnar klockan åtta.",
        "Leif Nordlund, handlare",
        (
            Offer(
                "Fylla på och hålla fint",
                "Packa upp varor, kontrollera datum, panta, sopa utanför.",
                "shop stock | simple even many | standing heavy | bus step_free | 1 | 6–40",
            ),
        ),
    ),
)
NO_LONGER = Workplace(
    "Möbelsnickeriet Hyvel",
    "private",
    "Har lagt ner snickeriet men hälsar gärna på.",
    "Torsten Hyvling, ägare",
    (
        Offer(
            "Slipa och olja",
            "Slipa bänkskivor, olja in, städa efter.",
            "workshop crafts | some calm alone | standing heavy | quiet | 1 | 6–30",
        ),
    ),
)
"""One that the team turns to no longer."""
TALKS = (
    (
        "Ringde för att höra hur hösten ser ut. De tar gärna emot någon som vill börja med "
        "några timmar i veckan."
    ),
    "Besök på plats. Fick se lokalerna och hälsa på dem som handleder. Bra ljus och lugnt.",
    "Fick mejl om att de har mycket att göra nästa månad. Vi väntar med nya tills dess.",
    ("Avstämning på telefon. De är nöjda med kontakten och vill att vi ringer en gång i månaden."),
    (
        "Frågade om anpassningar. Det går bra att komma senare på morgonen och att ta paus när"
        " man behöver."
    ),
    "Bjöd in till arbetsgivarfrukost. De kommer och berättar hur de brukar göra första veckan.",
    (
        "Ny kontaktperson från och med nu. Hon har handlett förr och vill gärna ha skriftliga "
        "rutiner."
    ),
)
