"""Episode files for tests: small, sound, and changed where a test says so."""

import csv
import io
from pathlib import Path

COHORTS = Path(__file__).parent.parent / "data" / "cohorts"

SOUND = {
    "episode_id": "E1",
    "participant_id": "P1",
    "team": "Team Prov",
    "gender": "woman",
    "birth_date": "1990-05-01",
    "referred_by": "region",
    "income_source": "social_insurance",
    "study_visit_on": "",
    "referred_on": "2023-01-10",
    "enrolled_on": "2023-02-01",
    "closed_on": "2024-03-01",
    "outcome": "work",
    "public_support_months": "12.5",
    "withdrawn_on": "",
}
OPEN = {"closed_on": "", "outcome": ""}
AGAIN = {"referred_on": "2024-04-01", "enrolled_on": "2024-05-01", **OPEN}
"""Of somebody who was closed as in `SOUND` and has come back."""


def row(**changed: str) -> dict[str, str]:
    """A sound row with some cells changed."""
    return {**SOUND, **changed}


def text_of(*rows: dict[str, str], delimiter: str = ",") -> str:
    """The rows as CSV under their headings, those of the first row."""
    target = io.StringIO()
    writer = csv.DictWriter(target, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()


def binary_of(*rows: dict[str, str]) -> io.BytesIO:
    """The rows as an open file."""
    return io.BytesIO(text_of(*rows).encode())
