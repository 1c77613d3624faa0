"""The team is named by titles, captions and what recurs; where it is unclear it is not named."""

import pytest

from samspel.report.checking.reading.outlining import outline_of
from samspel.report.checking.source import Source


def team(*lines: str) -> str:
    return outline_of(Source.of_text("\n".join(lines))).team


BODY = ("1. Deltagare", "Många söker sig till Bryggan, och i Bryggan trivs de med Bryggans hund.")
PERIOD = "Period 2020-01-01 – 2020-12-31"
OWN = "Samverkansteam Norrvik"
CAPTIONS = (
    "Tabell: Deltagarresultat i Bryggan 200101-201231",
    "Deltagare till Bryggan: 4 personer",
)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ("Helårsrapport", "Bryggan Norrvik", PERIOD, "Norrvik 2021-02-03", *BODY),
            "Bryggan Norrvik",
        ),
        (("Helårsrapport Bryggan Norrvik 2020", *BODY), "Bryggan Norrvik"),
        (("Samordningsförbundet Älven", "Verksamhetsrapport", OWN, "2020", *BODY), OWN),
        (("Samordningsförbundet Älven", "Rapport", "Bryggan Norrvik", "2020"), "Bryggan Norrvik"),
        (("1. Deltagare", *CAPTIONS), "Bryggan"),
        (("1. Deltagare", f"{OWN} är litet.", f"Till {OWN} kommer man gående."), OWN),
        (("1. Deltagare", f"Vi har samarbetat med {OWN}."), ""),
        (("1. Deltagare", "Teamet har nio från Försäkringskassan och Region Norrvik."), ""),
        (("Helårsrapport", "Norrvik 2020-09-14", "1. Deltagare"), ""),
    ],
)
def test_the_teams_name(lines: tuple[str, ...], name: str) -> None:
    assert team(*lines) == name
