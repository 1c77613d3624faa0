"""A made-up report of a made-up team, long enough to look at and to hold renderings to."""

from datetime import date

from samspel.documents.document import (
    Block,
    BulletList,
    Chapter,
    Document,
    Field,
    Paragraph,
    Part,
    Run,
)
from tests.documents.sample_figures import (
    NO_DATA,
    WITHHELD,
    age_chart,
    budget_table,
    count,
    months,
    percent,
    referrer_chart,
    results_table,
    staff_table,
    throughput_chart,
)


def says(*runs: Run) -> Paragraph:
    return Paragraph(runs)


def participants() -> Chapter:
    first: tuple[Block, ...] = (
        says(
            "Under 2024 skrevs ",
            count("newly_enrolled", 27, "Nyinskrivna under perioden"),
            " personer in: ",
            count("newly_enrolled.gender.woman", 16),
            " kvinnor och ",
            count("newly_enrolled.gender.man", 11),
            " män. ",
            count("in_queue_at_end", 6),
            " personer väntade på en plats när året var slut.",
        ),
        referrer_chart(),
        age_chart(),
    )
    third: tuple[Block, ...] = (
        says(
            "Av dem som fullföljde gick ",
            percent("result_rate", 57),
            " till arbete, studier eller annan rehabilitering. ",
            WITHHELD,
            " flyttade. För gruppen annat kön anges ",
            NO_DATA,
            " eftersom ingen avslutades.",
        ),
        results_table(),
        throughput_chart(),
    )
    work = (
        says("Vägen in börjar med ett studiebesök. Därefter prövar vi tillsammans i två månader."),
        BulletList(
            (
                ("Träffpunkten varje måndag förmiddag, i snitt ", months("attendance", "7.4"), "."),
                ("Skogsgruppen två gånger i veckan.",),
                ("Uppstartsgruppen, ", count("groups.start", 3), " omgångar."),
            )
        ),
    )
    return Chapter(
        "participants",
        "Deltagare",
        (
            Field(
                "participants-conditions",
                "Deltagare: förutsättningar",
                (
                    Part(
                        "description", "Beskrivning", first, "participants-conditions-description"
                    ),
                    Part(
                        "analysis",
                        "Analys",
                        (
                            says(
                                "Fler unga än tidigare kommer via socialtjänsten. Vi tror att det "
                                "beror på samarbetet med gymnasieskolans elevhälsa."
                            ),
                        ),
                        "participants-conditions-analysis",
                    ),
                    Part(
                        "reflection",
                        "Reflektion",
                        (says("Kön växte under hösten. Vi vill pröva gruppstarter i augusti."),),
                        "participants-conditions-reflection",
                    ),
                ),
                1,
            ),
            Field(
                "participants-process",
                "Deltagare: genomförande och process",
                (Part("description", "Beskrivning", work),),
                2,
            ),
            Field(
                "participants-results",
                "Deltagare: resultat och effekter",
                (Part("description", "Beskrivning", third),),
                3,
            ),
        ),
    )


def the_rest() -> tuple[Chapter, Chapter]:
    staff = Field(
        "personnel-conditions",
        "Personal: förutsättningar",
        (Part("description", "Beskrivning", (staff_table(),)),),
        4,
    )
    budget = Field(
        "organisation-results",
        "Organisation: resultat och effekter",
        (Part("description", "Beskrivning", (budget_table(),)),),
        9,
    )
    return (
        Chapter("personnel", "Personal", (staff,)),
        Chapter("organisation", "Organisation", (budget,)),
    )


def sample_document() -> Document:
    summary = Part(
        "summary",
        "Deltagare",
        (
            says(
                "Året präglades av att fler vågade ta steget ut i arbetsträning. ",
                count("worked_with", 62),
                " personer fick stöd.",
            ),
        ),
    )
    return Document(
        title="Verksamhetsrapport",
        subtitle="Samverkansteam Lövsjö, helåret 2024",
        team="Samverkansteam Lövsjö",
        association="Samordningsförbundet Skogsdalen",
        start=date(2024, 1, 1),
        end=date(2024, 12, 31),
        period_printed="1 januari – 31 december 2024",
        language="sv",
        edition="internal",
        chapters=(
            Chapter(
                "summary",
                "Sammanfattning",
                (Field("summary-participants", "Sammanfattning", (summary,)),),
            ),
            participants(),
            *the_rest(),
        ),
    )
