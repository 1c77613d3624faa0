"""Ruled tables whose caption, heads and labels tell which figures they hold."""

import pytest

from samspel.report.checking.reading.tables.ruled import read_ruled
from tests.report.checking.reading.tables.claimed import rows, stated

CASES: list[tuple[str, tuple[str, ...], dict[str, str]]] = [
    (
        "Tabell 1. Nyinskrivna efter ålder och kön",
        ("Ålder | Kvinnor | Totalt | Andel", "18–30 | 6 | 8 | 40 %", "65– | 5 | 12 | 60 %",
         "Totalt | 11 | 20 |"),
        {
            "newly_enrolled.age_band.18-30.gender.woman": "6",
            "newly_enrolled.age_band.18-30": "8",
            "newly_enrolled.age_band.18-30.share": "40",
            "newly_enrolled.age_band.65-.gender.woman": "5",
            "newly_enrolled.age_band.65-": "12",
            "newly_enrolled.age_band.65-.share": "60",
            "newly_enrolled.gender.woman": "11",
            "newly_enrolled": "20",
        },
    ),
    (
        "Nyinskrivna efter remittent",
        ("Remittent | Antal", "AF | 3", "Kommunala aktivitetsansvaret | 2", "Övriga | 5",
         "Totalt | 10"),
        {
            "newly_enrolled.referred_by.employment_service": "3",
            "newly_enrolled.referred_by.youth_activity": "2",
            "newly_enrolled.referred_by.other": "5",
            "newly_enrolled": "10",
        },
    ),
    (
        "Tabell: Nyinskrivna efter försörjningsgrund",
        ("Försörjningsgrund | Antal", "Ingen försörjning | 3", "Ersättning från FK | 4",
         "Uppgift saknas | 1"),
        {
            "newly_enrolled.income_source.none": "3",
            "newly_enrolled.income_source.social_insurance": "4",
            "newly_enrolled.income_source.unknown": "1",
        },
    ),
    (
        "Avslutade efter utfall",
        ("Avslutsorsak | Antal", "Arbete | 4", "Åter till medicinsk rehabilitering | 2"),
        {"closed.outcome.work": "4", "closed.outcome.medical_rehabilitation": "2"},
    ),
    (
        "Andel till resultat efter kön",
        ("Kön | Fullföljda | Andel till resultat", "Kvinnor | 8 | 50 %", "Alla | 9 | 44 %"),
        {
            "completed.gender.woman": "8",
            "result_rate.gender.woman": "50",
            "completed": "9",
            "result_rate": "44",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "lines", "figures"), CASES)
def test_what_is_clear_throughout_is_named(
    caption: str, lines: tuple[str, ...], figures: dict[str, str]
) -> None:
    assert stated(read_ruled, caption, *rows(*lines)) == figures


@pytest.mark.parametrize(
    ("caption", "lines"),
    [
        ("Deltagarna efter ort", ("Ålder | Antal", "18–30 | 3", "31–45 | 5")),
        ("Nyinskrivna efter ålder", ("Ålder | Antal", "18–30 | 3", "Unga | 5")),
        ("Nyinskrivna efter ålder", ("Ålder | Antal", "18–30 | 3", "18–30 | 5")),
        ("Nyinskrivna efter remittent", ("Remittent | Väntade", "AF | 3", "FK | 5")),
        (
            "Avslutade efter utfall",
            ("Avslutsorsak | Antal", "Arbete eller studier | 4", "Annat | 2"),
        ),
        ("Försörjning före och efter", ("Försörjning | Antal", "Lön | 4", "Ingen försörjning | 2")),
    ],
)
def test_what_is_not_clear_throughout_is_not_named(caption: str, lines: tuple[str, ...]) -> None:
    assert stated(read_ruled, caption, *rows(*lines)) == {}
