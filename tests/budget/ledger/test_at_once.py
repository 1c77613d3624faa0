"""Two who import the same file at the same moment: one enters it, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samspel.accounts.actor import SYSTEM
from samspel.budget.ledger.looking import Asked, Look, look
from samspel.budget.ledger.source import Form
from samspel.budget.ledger.writing import ChangedMeanwhile, save_plan
from samspel.budget.models import Budget, Entry
from samspel.pages.today import now
from tests.budget.ledger.conftest import make_budget, make_rule
from tests.budget.ledger.sie_writer import Trans, Ver, sie
from tests.people import make_association, make_team

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = [Trans("6010", f"{n}.50") for n in range(200)]


@pytest.fixture
def budget() -> Budget:
    team = make_team("Team", make_association())
    make_rule(team, 1, "6000", "6999", line_kind="premises", line_title="Lokal")
    return make_budget(team)


def looked_at(budget: Budget, rows: list[Trans]) -> Look:
    content = sie(Ver("1", date(2024, 1, 5), rows))
    return look(
        BytesIO(content),
        budget=budget,
        asked=Asked(Form.SIE, {}),
        size=len(content),
        progress=lambda _share: None,
    )


def at_once(budget: Budget, looks: list[Look]) -> list[str]:
    """What came of saving what was looked at, all at the same moment."""
    start = Barrier(len(looks))

    def save(each: Look) -> str:
        assert each.plan is not None
        plan, standing = each.plan, each.standing
        try:
            start.wait(10)
            save_plan(budget=budget, plan=plan, standing=standing, job=None, by=SYSTEM, now=now())
        except ChangedMeanwhile:
            return "told"
        except ValidationError as refused:
            return refused.messages[0]
        finally:
            connection.close()
        return "entered"

    with ThreadPoolExecutor(len(looks)) as pool:
        return list(pool.map(save, looks))


def test_one_enters_it_and_the_others_are_told(budget: Budget) -> None:
    looks = [looked_at(budget, ROWS) for _ in range(3)]
    assert sorted(at_once(budget, looks)) == ["entered", "told", "told"]
    assert Entry.objects.count() == len(ROWS)


def test_two_changes_never_mix(budget: Budget) -> None:
    at_once(budget, [looked_at(budget, ROWS)])
    looks = [
        looked_at(budget, [row._replace(amount=amount) for row in ROWS[:100]])
        for amount in ("1.00", "2.00")
    ]
    assert sorted(at_once(budget, looks)) == ["entered", "told"]
    amounts = set(Entry.objects.values_list("amount_ore", flat=True))
    assert amounts in ({100}, {200})
    assert Entry.objects.count() == 100
