"""Several do the same at the same moment: it is done once, and the others are told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samspel.accounts.actor import SYSTEM, Actor
from samspel.organisation.models import Team
from samspel.pages.today import now, today
from samspel.participants.groups.forming import Facts
from samspel.participants.groups.models import Group, GroupKind
from samspel.participants.ideas.becoming import become_group
from samspel.participants.ideas.models import SignUp, Suggestion
from samspel.participants.ideas.signing_up import sign_up
from samspel.participants.ideas.suggesting import answer, leave_suggestion
from samspel.participants.ideas.wall_link import open_wall, wall_links
from samspel.records.versions import ChangedMeanwhileError
from tests import people
from tests.participants.ideas.made import make_idea, make_sign_up, make_suggestion

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def team() -> Team:
    return people.make_team("Team", people.make_association())


def at_once(act: Callable[[int], Any]) -> list[str]:
    """What came of four who did it at the same moment: “done” or the refusal's name."""

    def one(number: int) -> str:
        try:
            act(number)
        except (ValidationError, ChangedMeanwhileError) as refused:
            return type(refused).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(4) as pool:
        return sorted(pool.map(one, range(4)))


def test_one_form_is_one_sign_up_and_one_suggestion(team: Team) -> None:
    idea, number = make_idea(team), uuid4()
    who = {"name": "Kajsa", "contact": "", "today": today(), "now": now(), "by": Actor()}
    assert at_once(lambda _n: sign_up(idea=idea, number=number, **who)) == ["done"] * 4
    assert SignUp.objects.count() == 1
    said = {"text": "Mer kaffe", "name": "", "today": today(), "by": Actor()}
    assert at_once(lambda _n: leave_suggestion(team=team, number=number, **said)) == ["done"] * 4
    assert Suggestion.objects.count() == 1


def test_one_answer_stands_and_the_others_see_it(team: Team) -> None:
    row = make_suggestion(team)
    about = {"suggestion": row, "version": 1, "wall_text": "Text", "today": today(), "by": SYSTEM}
    came = at_once(lambda number: answer(answer=f"Svar {number}", **about))
    assert came == ["ChangedMeanwhileError"] * 3 + ["done"]
    row.refresh_from_db()
    assert row.version == 2


def test_an_idea_becomes_one_group(team: Team) -> None:
    kind = GroupKind.objects.create(team=team, code="traff", title="Träffpunkt")
    idea = make_idea(team, enough=1)
    make_sign_up(idea)
    facts = [Facts(kind=kind, name=f"Grupp {each}", starts_on=today()) for each in range(4)]
    about = {"idea": idea, "version": 1, "shown": set(), "today": today(), "by": SYSTEM}
    came = at_once(lambda number: become_group(facts=facts[number], **about))
    assert came == ["ChangedMeanwhileError"] * 3 + ["done"]
    assert Group.objects.count() == 1


def test_the_wall_has_one_address(team: Team) -> None:
    assert at_once(lambda _n: open_wall(team=team, now=now(), by=SYSTEM)) == ["done"] * 4
    assert wall_links(team, now()).count() == 1
