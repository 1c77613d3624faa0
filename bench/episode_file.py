"""A file of made-up episodes, as large as one likes."""

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

_HEADINGS = (
    "episode_id,participant_id,team,gender,birth_date,referred_by,income_source,study_visit_on,"
    "referred_on,enrolled_on,closed_on,outcome,public_support_months,withdrawn_on"
)
_OUTCOMES = ("work", "studies", "other_rehabilitation", "sickness_compensation", "dropout")
_FIRST_DAY = date(2015, 6, 1)
"""Early enough that every closing has come: an import takes none of the future."""


def write_file(path: Path, rows: int, team: str) -> None:
    """Write ``rows`` episodes of as many persons, four in five of them closed."""
    chance = Random(rows)  # noqa: S311 - always the same, and no secret
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        file.write(f"{_HEADINGS}\n")
        writer.writerows(_row(number, team, chance) for number in range(rows))


def _row(number: int, team: str, chance: Random) -> list[object]:
    referred = _FIRST_DAY + timedelta(days=chance.randrange(2900))
    enrolled = referred + timedelta(days=chance.randrange(90))
    closed = enrolled + timedelta(days=chance.randrange(30, 650))
    is_closed = chance.random() < 0.8
    return [
        f"B{number:07}",
        f"BP{number:07}",
        team,
        chance.choice(("woman", "man")),
        date(1958, 1, 1) + timedelta(days=chance.randrange(18_000)),
        chance.choice(("region", "social_services", "social_insurance")),
        chance.choice(("social_insurance", "social_assistance", "none")),
        referred - timedelta(days=10),
        referred,
        enrolled,
        closed if is_closed else "",
        chance.choice(_OUTCOMES) if is_closed else "",
        f"{chance.random() * 90:.1f}",
        "",
    ]
