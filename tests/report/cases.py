"""Cases for reports: the golden cohorts as records, and small made-up teams of a few lines."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from samspel.documents.document import Document, Number, Run
from samspel.figures.bands import DEFAULT_BANDS
from samspel.figures.compute import Figures
from samspel.figures.disclosure import PublicFigures
from samspel.figures.events import Events, no_events
from samspel.figures.frame import episode_frame
from samspel.figures.period import parse_period
from samspel.figures.reading import Reader
from samspel.figures.resources import TeamFigures
from samspel.organisation.models import Association, Team
from samspel.participants.models import Episode, Participant
from samspel.printed import PrintedFigures
from samspel.report.plan import Material, Pause
from tests import people

COHORTS = Path(__file__).resolve().parents[1] / "data" / "cohorts"
COLUMNS = ("work", "studies", "other_rehabilitation", "sickness_compensation")


def rows_of(name: str) -> list[dict[str, str]]:
    """The episodes of a golden cohort as they stand in its file."""
    with (COHORTS / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def golden_team(name: str, association: Association) -> Team:
    """A golden cohort as records of a team of its own."""
    team = people.make_team(rows_of(name)[0]["team"], association)
    fill_golden(team, name)
    return team


def fill_golden(team: Team, name: str) -> None:
    """Give the team the episodes of a golden cohort."""
    rows = rows_of(name)
    persons = [
        Participant(
            team=team,
            reference=row["participant_id"],
            gender=row["gender"],
            birth_date=row["birth_date"],
        )
        for row in {row["participant_id"]: row for row in rows}.values()
    ]
    by_reference = {each.reference: each for each in Participant.objects.bulk_create(persons)}
    Episode.objects.bulk_create(
        Episode(
            participant=by_reference[row["participant_id"]],
            team=team,
            case_number=row["episode_id"],
            referred_by=row["referred_by"],
            income_source=row["income_source"],
            referred_on=row["referred_on"] or None,
            enrolled_on=row["enrolled_on"] or None,
            closed_on=row["closed_on"] or None,
            outcome=row["outcome"],
            public_support_months=row["public_support_months"] or None,
        )
        for row in rows
    )


def episode(number: int, **fields: object) -> dict[str, object]:
    """A row of the frame: a woman of 30, enrolled in March 2024, unless said otherwise."""
    return {
        "episode_id": f"e{number}",
        "participant_id": f"p{number}",
        "team": "Team",
        "gender": "woman",
        "birth_date": date(1994, 1, 1),
        "referred_by": "region",
        "income_source": "social_insurance",
        "referred_on": date(2024, 2, 1),
        "enrolled_on": date(2024, 3, 1),
        **fields,
    }


def material(
    rows: list[dict[str, object]],
    language: str = "en",
    *,
    public: bool = False,
    capacity: int | None = None,
    pauses: Sequence[Pause] = (),
    events: Events = no_events,
) -> Material:
    """What drafts are made from, for 2024 and the given rows."""
    period = parse_period("2024")
    exact = Figures(episode_frame(rows), team=None, period=period, events=events)
    figures: Reader = PublicFigures(exact, wholes_exact=True) if public else exact
    return Material(
        printed=PrintedFigures(TeamFigures(figures, {}, is_public=public), language),
        period=period,
        bands=DEFAULT_BANDS,
        outcome_columns=COLUMNS,
        trial_months=2,
        follow_up_months=3,
        capacity=capacity,
        pauses=pauses,
    )


def read_aloud(runs: tuple[Run, ...]) -> str:
    """Runs as a reader meets them."""
    return "".join(run.printed if isinstance(run, Number) else run for run in runs)


def printed(document: Document) -> dict[str, str]:
    """Every number of a document by its address; the same address must print the same."""
    found: dict[str, str] = {}
    for number in document.numbers():
        plain = number.printed
        if number.value is not None and number.kind == "count":
            plain = str(number.value)
        assert found.setdefault(number.address, plain) == plain
    return found
