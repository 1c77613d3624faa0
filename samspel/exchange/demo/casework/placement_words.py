"""The sentences of the demo's placements: goals, what worked, what came out of follow-ups."""

GOALS = (
    "Komma upp och iväg tre dagar i veckan utan att vara slut resten av dagen.",
    "Prova om det går att arbeta bland folk igen.",
    "Hitta en takt som håller över en hel månad.",
    "Se om arbetet i köket är något att bygga vidare på.",
    "Få ett intyg och en referens från en arbetsplats.",
)
TIMES = (
    "Tisdagar och torsdagar, klockan 9–12 till att börja med.",
    "Måndag, onsdag och fredag förmiddag.",
    "Onsdagar till en början; fler dagar när timmarna ökar.",
    "Måndag till torsdag, börjar klockan 10.",
)
WISHES = (
    "Något praktiskt där man ser vad man har gjort när dagen är slut.",
    "Helst djur eller växter, och inte för många människor på en gång.",
    "Vill prova kök igen, det var länge sedan.",
    "Gärna ute. Stilla morgnar, inte kvällar.",
    "Kontor eller lager där det går att arbeta i egen takt.",
)
STRENGTHS = (
    "Noggrann, kommer alltid i tid.",
    "Van vid djur sedan uppväxten. Bra på att lugna ner andra.",
    "Har lagat mat åt många förr och har körkort.",
    "Ser vad som behöver göras utan att någon säger till.",
    "Händig, lagar cyklar åt hela trappuppgången.",
)
FOLLOW_UPS = (
    "Det fungerar bra på plats. Vi ökar med två timmar från nästa steg.",
    "Trött efter andra veckan. Vi ligger kvar på samma timmar en månad till.",
    "Arbetsledaren är nöjd. Deltagaren vill pröva en uppgift till i butiken.",
    "Bussen passar dåligt med tiderna; börjar en halvtimme senare från måndag.",
    "Pauserna behöver bestämmas i förväg. Arbetsledaren sätter upp ett schema.",
)
WORKED = (
    "Uppgifter med tydligt början och slut. Att samma person mötte på morgonen.",
    "Att få arbeta i egen takt. Deltagaren tog själv initiativ till nya uppgifter.",
    "Praktiska uppgifter utan kundkontakt fungerade hela tiden, även på trötta dagar.",
    "Fasta dagar i veckan. Närvaron var hög från tredje veckan.",
)
DID_NOT = (
    "Kassan blev för mycket: många intryck och flera saker på en gång.",
    "Fler än två dagar i rad gav flera dagars trötthet efteråt.",
    "Tunga lyft gick inte. Muntliga instruktioner i flera led glömdes bort.",
    "Morgnar före klockan nio.",
)
ADAPTATIONS = (
    "Skriftlig lista för dagen, paus varje timme och en egen plats att dra sig undan på.",
    "Arbetet delades upp på fyra kortare dagar i stället för två långa.",
    "Hörselskydd och ett bord längst in. Samma arbetsledare hela tiden.",
    "Höj- och sänkbar bänk, och en kollega som tog lyften.",
)
