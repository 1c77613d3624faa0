"""The budget of 2021 from a ledger's files: its sums to the öre, from SIE and from a table."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Sum

from samspel.accounts.actor import SYSTEM
from samspel.budget.ledger.looking import Asked, look
from samspel.budget.ledger.reading.columns import Part, suggested_columns
from samspel.budget.ledger.reading.table import read_table
from samspel.budget.ledger.source import Form, form_of
from samspel.budget.ledger.told import Told
from samspel.budget.ledger.writing import save_plan
from samspel.budget.models import Budget, Entry, Line
from samspel.organisation.models import Team
from samspel.pages.today import now
from tests.budget.ledger.conftest import make_budget, make_rule

DATA = Path(__file__).parents[2] / "data" / "ledger"
LINES = (
    ("own_personnel", "Egen personal", "5000", "5999", 1_926_821),
    ("external_services", "Köpta tjänster", "4000", "4999", 136_741),
    ("supervision_training", "Handledning", "7531", "7531", 39_164),
    ("other", "Övrigt", "6000", "6999", 164_525),
)


@pytest.fixture
def year(team: Team) -> Budget:
    """The budget of 2021 with its four lines, and the rules for them."""
    budget = make_budget(team, 2021)
    budget.lines.all().delete()
    make_rule(team, 0, "1000", "2999", leaves_out=True)
    for turn, (kind, title, first, last, _kronor) in enumerate(LINES, 1):
        Line.objects.create(budget=budget, kind=kind, title=title, turn=turn)
        make_rule(team, turn, first, last, line_kind=kind, line_title=title, project="91*")
    return budget


def read(name: str, budget: Budget, asked: Callable[[Any], Asked]) -> Told:
    """Import a file and tell what it did."""
    path = DATA / name
    with path.open("rb") as file:
        found = look(
            file,
            budget=budget,
            asked=asked(file),
            size=path.stat().st_size,
            progress=lambda _share: None,
        )
    assert found.plan is not None
    plan, standing = found.plan, found.standing
    save_plan(budget=budget, plan=plan, standing=standing, job=None, by=SYSTEM, now=now())
    return found.told


def as_sie(file: Any) -> Asked:
    return Asked(form_of(file, "2021.se"), {})


def as_table(file: Any) -> Asked:
    columns = suggested_columns(read_table(file).headings)
    file.seek(0)
    assert columns[Part.COST_CENTRE] == 3
    return Asked(Form.TABLE, columns)


@pytest.mark.parametrize(("name", "asked"), [("2021.se", as_sie), ("2021.csv", as_table)])
def test_the_sums_of_2021_come_out(name: str, asked: Callable[[Any], Asked], year: Budget) -> None:
    told = read(name, year, asked)
    assert (told.unmapped, told.outside, told.new) == ((), 0, 56)
    assert [each.ore for each in told.lines] == [100 * line[4] for line in LINES]
    sums = year.lines.annotate(sum=Sum("entries__amount_ore")).values_list("sum", flat=True)
    assert list(sums) == [192682100, 13674100, 3916400, 16452500]
    assert not Entry.objects.filter(text__contains="Åsa").exists()
    assert Entry.objects.filter(text="Månadslön").exists()
    again = read(name, year, asked)
    assert (again.new, again.changed, again.vanished) == (0, 0, 0)
    assert Entry.objects.aggregate(sum=Sum("amount_ore"))["sum"] == 226725100
