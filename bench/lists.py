"""List and search with many participants, against the same with few."""

from django.urls import reverse

from bench.pages import ROUNDS, answers_per_second, server
from bench.records import client_of, cookie, make_team
from bench.table import Tell
from samspel.participants.models import Participant

FEW, MANY = 100, 5_000
LETTERS = 3
"""What somebody types of a name before looking."""


def measure(*, seconds: float, tell: Tell) -> None:
    """Measure the list and a search of it, first with few in the database and then with many."""
    few, many = _rates(FEW, seconds), _rates(MANY, seconds)
    for what, rate in many.items():
        shown = f"{MANY:,}".replace(",", " ")
        measured = f"{rate:.0f} answers/s, 1/{few[what] / rate:.1f} of that with {FEW}"
        tell(f"{what}, {shown} participants", measured, "at least 1/3")


def _rates(size: int, seconds: float) -> dict[str, float]:
    """Answers a second of the list and of a search, the best of some rounds."""
    path = reverse("participants")
    team, leader = make_team(f"Team med {size}", size)
    plain, searching = client_of(leader), client_of(leader)
    person = Participant.objects.filter(team=team).order_by("sort_key")[size // 2]
    searching.post(path, {"search": person.family_name[:LETTERS]})
    asked = {
        "list": (path, cookie(plain)),
        "search by name": (f"{path}?stage=all", cookie(searching)),
    }
    found: dict[str, float] = {}
    with server() as port:
        for what, (address, cookies) in ROUNDS * list(asked.items()):
            rate = answers_per_second(port, address, cookies, seconds)
            found[what] = max(found.get(what, 0.0), rate)
    return found
