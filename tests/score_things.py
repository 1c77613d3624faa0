"""A team's licence for scores, a score of a case, and a code for the tablet."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.scores.models import Score, ScoreLicence
from samspel.participants.tablet.letters import digest_of
from samspel.participants.tablet.models import TabletCode

AT = datetime(2026, 1, 2, 9, tzinfo=UTC)


def make_licence(team: Team, **fields: Any) -> ScoreLicence:
    """A licence in force."""
    fields = {"holder": "Ängsö kommun", "agreed_on": date(2025, 1, 1), "wording": "17"} | fields
    return ScoreLicence.objects.create(team=team, confirmed_at=AT, **fields)


def make_score(episode: Episode, on: date, *lines: str, **fields: Any) -> Score:
    """A score of four lines, of the outcome form where nothing is said."""
    names = ("first", "second", "third", "fourth")
    values = {name: Decimal(line) for name, line in zip(names, lines, strict=True)}
    fields = {"instrument": "ors", "filled_in_by": "participant"} | fields
    return Score.objects.create(episode=episode, on=on, recorded_at=AT, **values, **fields)


def make_scores(episode: Episode) -> dict[str, Any]:
    """What the addresses of scores name."""
    make_licence(episode.team)
    score = make_score(episode, date(2025, 3, 3), "4.5", "5", "6.2", "5.1")
    make_score(episode, date(2025, 6, 3), "7.5", "8", "7.2", "8.1")
    make_score(episode, date(2025, 6, 3), "8", "8.4", "9.2", "9", instrument="srs")
    return {"score": score.pk, "score_form": "ors"}


def make_tablet_code(episode: Episode) -> dict[str, Any]:
    """A code that is open."""
    opens = {"made_at": AT, "expires_at": datetime(2099, 1, 1, tzinfo=UTC)}
    TabletCode.objects.create(digest=digest_of("KMPT47"), episode=episode, **opens)
    return {"tablet_letters": "KMPT47"}
