"""Referrers, income sources, outcomes and ages in a sentence."""

import pytest

from tests.report.checking.reading.prose.reading_of import read, shares, stated, sums

INCOMES = (
    "Av de 24 nyinskrivna har 15 personer (62,5%) sin försörjning från socialtjänsten, 6 personer "
    "(25%) från FK och 3 personer (12,5%) har ingen offentlig försörjning."
)
REFERRERS = (
    " Av dessa är 7 personer (29%) remitterade från regionen, främst psykiatrin, 11 personer (46%) "
    "från socialtjänsten, 3 personer (12,5%) från AF, 2 personer från FK (8%) samt en person (4%) "
    "från Ekgymnasiet."
)


def test_incomes_and_referrers_of_one_whole() -> None:
    said = [each for each in stated(INCOMES + REFERRERS) if ".share" not in each]
    assert said == [
        "newly_enrolled=24",
        "newly_enrolled.income_source.social_assistance=15",
        "newly_enrolled.income_source.social_insurance=6",
        "newly_enrolled.income_source.none=3",
        "newly_enrolled.referred_by.region=7",
        "newly_enrolled.referred_by.social_services=11",
        "newly_enrolled.referred_by.employment_service=3",
        "newly_enrolled.referred_by.social_insurance=2",
        "newly_enrolled.referred_by.school=en",
    ]
    assert sums(INCOMES + REFERRERS) == ["24=15+6+3", "24=7+11+3+2+en"]


def test_av_dessa_is_the_whole_told_before_or_one_of_its_parts() -> None:
    assert shares(INCOMES + REFERRERS)[3:5] == ["7/24|15|6|3=29", "11/24|15|6|3=46"]


def test_shares_of_one_list_share_a_group() -> None:
    groups = {each.group for each in read(INCOMES).claims if hasattr(each, "group")}
    assert len(groups) == 1
    assert 0 not in groups


PARTS = [
    (
        "16 deltagare avslutades. 10 av dessa (62,5%) gick till arbete eller studier.",
        ["closed=16"],  # neither work nor all results
        [],
    ),
    (
        "18 deltagare har skrivits in varav 2 från AF, 8 från FK och 8 från Soc.",
        [
            "newly_enrolled=18",
            "newly_enrolled.referred_by.employment_service=2",
            "newly_enrolled.referred_by.social_insurance=8",
            "newly_enrolled.referred_by.social_services=8",
        ],
        ["18=2+8+8?"],
    ),
    (
        "Av de 18 nya är 8 i åldern 18-30, 6 mellan 31-45 och 4 mellan 46-64 år.",
        [
            "newly_enrolled=18",
            "newly_enrolled.age_band.18-30=8",
            "newly_enrolled.age_band.31-45=6",
            "newly_enrolled.age_band.46-64=4",
        ],
        ["18=8+6+4?"],
    ),
    (
        (
            "12 personer skrevs in. Vid inskrivningen var 4 i åldern 18–30 år, 6 i åldern 31–45 år "
            "och 2 i åldern 65 år eller äldre."
        ),
        [
            "newly_enrolled=12",
            "newly_enrolled.age_band.18-30=4",
            "newly_enrolled.age_band.31-45=6",
            "newly_enrolled.age_band.65-=2",
        ],
        ["12=4+6+2?"],
    ),
    (
        (
            "12 personer skrevs in. Av de nyinskrivna kom 5 från Försäkringskassan, 4 genom "
            "egenremiss och 3 från det kommunala aktivitetsansvaret."
        ),
        [
            "newly_enrolled=12",
            "newly_enrolled.referred_by.social_insurance=5",
            "newly_enrolled.referred_by.self=4",
            "newly_enrolled.referred_by.youth_activity=3",
        ],
        ["12=5+4+3?"],
    ),
    (
        (
            "Av de 19 som fullföljde avslutades 12 (63 %) till resultat: 4 till arbete, 2 till "
            "studier och 6 till annan arbetslivsinriktad rehabilitering. Övriga: 4 gick åter till "
            "medicinsk rehabilitering, 2 fick sjukersättning och 1 flyttade."
        ),
        [
            "completed=19",
            "closed_to_result=12",
            "result_rate=63",
            "closed.outcome.work=4",
            "closed.outcome.studies=2",
            "closed.outcome.other_rehabilitation=6",
            "closed.outcome.medical_rehabilitation=4",
            "closed.outcome.sickness_compensation=2",
            "closed.outcome.moved=1",
        ],
        ["12=4+2+6", "19=12+4+2+1"],
    ),
    (
        (
            "Av 15 avslutade var en drop-out. Av aterstaende 14 avslutade arenden gick 8 till "
            "resultat eller 57%. Tva avslutades till sjukersattning. Tre atergick till "
            "remittenten for fortsatt medicinsk rehabilitering."
        ),
        [
            "closed=15",
            "dropouts=en",
            "completed=14",
            "closed_to_result=8",
            "result_rate=57",
            "closed.outcome.sickness_compensation=Tva",
            "closed.outcome.medical_rehabilitation=Tre",
        ],
        [],
    ),
    (
        (
            "19 ärenden har avslutats. Av dessa har 11 stycken eller 58% gått vidare till mätbara "
            "avslut."
        ),
        ["closed=19", "closed_to_result=11", "result_rate=58"],
        [],
    ),
    (
        (
            "Under perioden har 19 ärenden avslutats, varav 58% till arbete, studier eller annan "
            "rehabilitering."
        ),
        ["closed=19", "result_rate=58"],
        [],
    ),
    (
        "Under föregående period var andelen till resultat 53 %.",
        ["result_rate@previous=53"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected", "added"), PARTS)
def test_parts_in_words(text: str, expected: list[str], added: list[str]) -> None:
    assert stated(text, "3") == expected
    assert sums(text, "3") == added


BULLETS = """AVSLUTADE: 16 personer:

• 10 av 16 = 63 % gick till arbete/studier/annan arbetslivsinriktad rehab

- Arbete: 4 kvinnor, 3 män

- Studier: en kvinna

- En kvinna gick vidare till ordinarie insats inom AF

- En man gick in i det förstärkta samarbetet

Nästa år blir annorlunda.
"""


def test_bullets_make_up_the_count_above_them() -> None:
    assert stated(BULLETS, "3")[:3] == ["closed=16", "closed_to_result=10", "result_rate=63"]
    assert stated(BULLETS, "3")[3:] == [
        "closed.gender.woman.outcome.work=4",
        "closed.gender.man.outcome.work=3",
        "closed.gender.woman.outcome.studies=en",
        "closed.gender.woman.outcome.other_rehabilitation=En",
        "closed.gender.man.outcome.other_rehabilitation=En",
    ]
    assert sums(BULLETS, "3") == ["10=4+3+en+En+En"]
    assert shares(BULLETS, "3") == ["10/16=63"]


def test_bullets_about_staff_are_left_alone() -> None:
    assert stated("- En kvinna arbetar 50 % som coach\n- En man har slutat för annat arbete") == []


WHATEVER = [
    ("Av de 97 uppföljningar som skulle ha hållits hade 83 (86 %) blivit av.", ["83/97=86"]),
    ("12 av 16 platser (75 %) var tagna.", ["12/16=75"]),
    ("75 % (12 av 16) svarade på enkäten.", ["12/16=75"]),
    ("Tjänsten på 50% (två dagar) är vakant.", []),
]


@pytest.mark.parametrize(("text", "expected"), WHATEVER)
def test_a_named_whole_makes_a_share_of_anything(text: str, expected: list[str]) -> None:
    assert shares(text, "8") == expected


WITHHELD = (
    "Av de 23 som fullföljde avslutades 10 (43 %) till resultat: 6 till arbete, <5 till studier "
    "och <5 till annan arbetslivsinriktad rehabilitering. Av dem var färre än fem kvinnor."
)


def test_what_is_withheld_is_no_number_and_leaves_the_list_open() -> None:
    assert stated(WITHHELD, "3") == [
        "completed=23",
        "closed_to_result=10",
        "result_rate=43",
        "closed.outcome.work=6",
    ]
    assert sums(WITHHELD, "3") == []
    assert sums("12 skrevs in: 7 kvinnor, <5 män och 1 med annat kön.") == ["12=7+1?"]


LISTS = [
    (
        "Personalen höll 74 teammöten: Ärendemöte 23, Samverkan 10 och Planering 41.",
        ["74=23+10+41"],
    ),
    ("4 personer lämnade innan de skrevs in: 3 fick annat stöd och 1 flyttade.", ["4=3+1"]),
    (
        (
            "10 arbetsträningar påbörjades, 9 avslutades och 3 pågick. Av de påbörjade var 6 hos "
            "företag och 4 hos kommuner."
        ),
        ["10=6+4"],
    ),
    ("Av dem som fullföljde hade 11 lön och 3 studiemedel.", []),
    ("Styrgruppen höll fyra möten: 2023-03-10, 2023-06-10 och 2023-12-10.", []),
    ("Vi har 12 deltagare i grupp: 7 på måndagar och 8 på onsdagar.", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_that_make_up_a_number(text: str, expected: list[str]) -> None:
    assert sums(text, "2") == expected
