"""What the table of addresses needs of an import from the ledger."""

from datetime import UTC, date, datetime
from typing import Any

from django.core.files.base import ContentFile

from samspel.accounts.models import User
from samspel.budget.ledger.models import LedgerImport, MappingRule, ReadRow
from samspel.budget.ledger.told import Changed, Sum, Told
from samspel.budget.models import Budget, Entry, Line
from samspel.organisation.models import Team

_TABLE = b"Datum;Konto;Belopp\n2019-02-01;6010;4164,50\n"


def make_things(team: Team, asked_by: User) -> dict[str, Any]:
    """A budget with a rule, a row that was read, a checked file, and one that waits for columns."""
    budget = Budget.objects.create(team=team, start=date(2019, 1, 1), end=date(2019, 12, 31))
    line = Line.objects.create(budget=budget, kind="premises", title="Lokal")
    target = {"line_kind": "premises", "line_title": "Lokal"}
    rule = MappingRule.objects.create(
        team=team, turn=1, account_from="6000", account_to="6099", **target
    )
    at = datetime(2026, 1, 2, tzinfo=UTC)
    asked = {"budget": budget, "asked_by": asked_by, "asked_at": at}
    told = Told(
        rows=3,
        new=1,
        vanished=1,
        unmapped=(Sum("6410", "Kontorsmaterial", 1, 1234),),
        lines=(Sum(str(line.pk), "Lokal", 1, 416450),),
        changes=(Changed("A 1", "2019-02-01", "6010", "Lokal", 100, None, ()),),
        digest="d",
    )
    checked = LedgerImport.objects.create(
        **asked,
        file_name="bok.se",
        form="sie",
        state=LedgerImport.State.CHECKED,
        result=told.as_data(),
    )
    table = LedgerImport(**asked, file_name="bok.csv", form="table", state="columns")
    table.headings = ["Datum", "Konto", "Belopp"]
    table.file.save(f"{table.pk}.ledger", ContentFile(_TABLE), save=False)
    table.save(force_insert=True)
    entry = Entry.objects.create(
        team=team, line=line, on=date(2019, 2, 1), amount_ore=100, origin="sie:a", made_at=at
    )
    ReadRow.objects.create(entry=entry, account="6010")
    return {
        "ledger_budget": budget.pk,
        "ledger_rule": rule.pk,
        "ledger_import": checked.pk,
        "ledger_table": table.pk,
    }
