"""What people in the demo write and say, in Swedish; nobody real ever said it."""

HOPES = (
    "Att jag går upp på morgonen för att jag har någonstans att vara.",
    "Att orken räcker både till jobbet och till barnen.",
    "Att få använda händerna igen, och slippa förklara mig.",
    "Att jag vet vad jag klarar, så att jag kan säga ja på riktigt.",
    "Att ha en egen lön och egna arbetskamrater.",
    "Att våga åka buss till en plats där ingen känner mig.",
)
STORIES = (
    (
        "Har arbetat på lager och i butik. Blev sjuk för några år sedan och har sedan dess "
        "provat att "
        "börja om två gånger.\n\nBeskriver sig som noggrann. Mår bäst när dagen har en början "
        "och ett "
        "slut, och när det finns någon att fråga."
    ),
    (
        "Har inte haft något arbete efter gymnasiet. Har tagit hand om ett syskon och lagat mat åt "
        "hela familjen.\n\nGillar djur och att vara ute. Nya grupper är svåra de första "
        "gångerna men "
        "går bra sedan."
    ),
    (
        "Kom till Sverige för åtta år sedan och har arbetat med städning. Ryggen tog "
        "stopp.\n\nVill "
        "till något där hon möter människor. Läser svenska på kvällarna."
    ),
    (
        "Har arbetat som svetsare i femton år. Efter utmattningen går det långsammare att "
        "tänka och "
        "det är svårt med många röster samtidigt.\n\nPå förmiddagen är huvudet klarast."
    ),
)
GOALS = (
    ("Komma till träffpunkten två dagar i veckan", "Jag packar väskan kvällen före."),
    ("Sova och vakna på samma tider", "Telefonen ligger i köket på natten."),
    ("Prova ett arbete några timmar i veckan", "Jag har ringt och frågat om ett studiebesök."),
    ("Åka buss på egen hand", "Jag har åkt till affären och tillbaka."),
    ("Få ordning på brev och räkningar", "Högen på bordet är borta."),
    ("Röra på mig varje dag", "Jag tar vägen runt sjön i stället för att stanna hemma."),
    ("Ta reda på vilken utbildning som passar", "Jag har pratat med en studievägledare."),
)
STEPS = (
    ("Gå med till skogsgruppen en gång", "participant"),
    ("Ringa arbetsplatsen och boka ett besök", "coach"),
    ("Skriva ner tre dagar då det gick bra", "participant"),
    ("Beställa tid för hälsosamtal", "participant"),
    ("Skicka underlag till nästa uppföljning", "referrer"),
    ("Öva på resan tillsammans", "coach"),
    ("Fråga en vän om promenadsällskap", "participant"),
    ("Titta på två kurser och välja en", "participant"),
)
NOTES = {
    "conversation": (
        (
            "Vi gick igenom veckan. Två av tre dagar har gått som tänkt. Det som hjälpte var att "
            "bestämma kvällen före. Nästa vecka provar vi en dag till."
        ),
        (
            "Samtal om vad som har fungerat förut. Berättade om sommaren på plantskolan och blev "
            "ivrig. Vi letar efter något liknande."
        ),
        (
            "Det har varit en tung vecka. Vi lät planen vila och pratade om vad som ändå höll. "
            "Kommer på torsdag som vanligt."
        ),
        (
            "Uppföljning av delmålen. Ett är klart. Skattar sig en siffra högre än för en "
            "månad sedan "
            "och säger att det märks hemma."
        ),
    ),
    "phone": (
        "Ringde och berättade att bussen inte gick. Kommer i morgon i stället.",
        "Kort samtal om tiden hos vårdcentralen. Vill att vi pratar mer om det på tisdag.",
        "Ringde upp efter uteblivet besök. Mår bättre och kommer nästa gång.",
    ),
    "digital": ("Digitalt möte med arbetsplatsen. De kan ta emot två förmiddagar i veckan.",),
    "joint": ("Möte med handläggare. Vi var överens om att fortsätta i samma takt en tid till.",),
    "note": (
        "Kom i tid och stannade hela förmiddagen. Hjälpte en ny deltagare att hitta rätt.",
        "Tog själv initiativ till att duka av och planera nästa veckas matlagning.",
    ),
}
DRAFT = "Pratade om"
CORRECTION = "Mötet hölls på onsdagen, inte på tisdagen."
OBJECTION = "Jag sa att jag ville vänta, inte att jag inte ville."
OUTCOMES = (
    "Fortsätter enligt planen. Timmarna ökas från sex till nio i veckan.",
    "Alla parter ser framsteg. Nytt intyg behövs till nästa gång.",
    "Arbetsprövning börjar efter sommaren. Handläggaren ordnar beslutet.",
)
PROLONGED = "Har varit sjuk under en del av prövotiden och vill gärna visa att det går."
FIRST_STEPS = ("Besöka träffpunkten tillsammans", "Skriva önskelista", "Rundvandring och fika")
NEXT_STEPS = (
    "Anställningen börjar med en introduktionsvecka.",
    "Utbildningen börjar vid terminsstart.",
    "Vården tar vid. Ny kontakt när läkaren bedömer att det är dags.",
)
EMPLOYERS = ("Åby Plantskola", "Lindåkra Hjul & Däck", "Kafé Tre Åar", "Klockeberga hemtjänst")
ANSWERS = (
    "Att vardagen har rutiner och att jag orkar hela veckan.",
    "Att jag svarar när telefonen ringer.",
    "Jag lagar mat varje dag och sköter hunden.",
    "4",
    "För att jag har börjat gå ut igen.",
    "Att deltagaren får pröva i lugn takt och att vi ser vilken nivå som håller.",
    "Arbetsträning för två år sedan. Det gick bra så länge samma handledare var där.",
    "Helst förmiddagar.",
)
PAUSE = "Två handledare är nya. Vi tar emot igen när gruppen är på plats."
