"""Makes ideas, sign-ups, suggestions and planning days for tests."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.ideas.models import Idea, PlanningDay, Raised, SignUp, Suggestion
from samspel.participants.ideas.wall_link import open_wall, token_of
from samspel.participants.models import Episode

MADE_ON = date(2026, 1, 2)
MADE_AT = datetime(2026, 1, 2, 10, tzinfo=UTC)


def make_idea(team: Team, **fields: Any) -> Idea:
    """An idea that is open for ever, for which two are enough."""
    about = {"title": "Laga cyklar", "text": "Våra egna.", "enough": 2, "last_on": date(2099, 1, 1)}
    return Idea.objects.create(
        **{"team": team, "made_on": MADE_ON, "opened_on": MADE_ON} | about | fields
    )


def make_proposal(team: Team, **fields: Any) -> Idea:
    """An idea from the wall that nobody has taken up."""
    fields = {"opened_on": None, "last_on": None, "is_from_wall": True} | fields
    return make_idea(team, **fields)


def make_sign_up(idea: Idea, **fields: Any) -> SignUp:
    """Somebody who calls herself Kajsa."""
    about = {"name": "Kajsa", "contact": "070-174 06 05", "signed_up_at": MADE_AT}
    return SignUp.objects.create(**{"pk": uuid4(), "idea": idea} | about | fields)


def make_suggestion(team: Team, **fields: Any) -> Suggestion:
    """An anonymous suggestion that waits."""
    about = {"text": "Öppna klockan tio.", "left_on": MADE_ON}
    return Suggestion.objects.create(**{"team": team} | about | fields)


def make_answered(team: Team, **fields: Any) -> Suggestion:
    """A suggestion that is answered in the open."""
    about = {"wall_text": "Öppna senare.", "answer": "Vi prövar.", "answered_on": MADE_ON}
    return make_suggestion(team, **about | fields)


def make_day(team: Team, **fields: Any) -> PlanningDay:
    """A planning day with nine participants."""
    about = {"on": date(2025, 11, 12), "place": "Biblioteket", "participants": 9}
    return PlanningDay.objects.create(**{"team": team} | about | fields)


def make_raised(day: PlanningDay, **fields: Any) -> Raised:
    """Something that was raised, of which nothing has come yet."""
    return Raised.objects.create(**{"day": day, "text": "Schack och andra spel"} | fields)


def make_wall(team: Team, now: datetime) -> str:
    """The code of the team's wall page, which is opened."""
    return token_of(open_wall(team=team, now=now, by=Actor()))


def make_things(team: Team, coach: User, episode: Episode) -> dict[str, Any]:
    """One of each, by the names that the table of addresses uses for them."""
    idea = make_idea(team)
    make_answered(team, answered_by=coach)
    make_sign_up(idea, episode=episode)
    return {
        "idea": idea.pk,
        "sign_up": make_sign_up(idea).pk,
        "suggestion": make_suggestion(team).pk,
        "planning_day": (day := make_day(team)).pk,
        "raised": make_raised(day).pk,
        "wall_token": make_wall(team, datetime.now(UTC)),
    }
