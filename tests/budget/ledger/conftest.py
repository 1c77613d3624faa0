"""A budget with lines and rules, and somebody who keeps it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.budget.ledger.models import LedgerImport, MappingRule
from samspel.budget.models import Budget, Line
from samspel.organisation.models import Team

Send = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """Files of a folder of the test's own: it counts them, while others run beside it."""
    stored = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}}
    settings.STORAGES = {**settings.STORAGES, "default": stored}


@pytest.fixture
def budget(team: Team) -> Budget:
    return make_budget(team)


@pytest.fixture
def lines(budget: Budget) -> dict[str, Line]:
    """The lines by their names."""
    return {line.title: line for line in budget.lines.all()}


@pytest.fixture
def rules(team: Team) -> list[MappingRule]:
    """Balance accounts are left out; wages and rent have their lines; the rest has none."""
    return [
        make_rule(team, 1, "1000", "2999", leaves_out=True),
        make_rule(team, 2, "5000", "5999", line_kind="own_personnel", line_title="Personal"),
        make_rule(team, 3, "6000", "6099", line_kind="premises", line_title="Lokal"),
    ]


@pytest.fixture
def keeping(leader: User, client_of: Callable[[User | None], Client]) -> Client:
    """The leader's browser."""
    return client_of(leader)


@pytest.fixture
def send(keeping: Client, budget: Budget) -> Send:
    """Hands a file over; gives the answer."""

    def sent(content: bytes, name: str = "bok.se", **data: Any) -> HttpResponse:
        data = {"leaves_out_texts": "on"} | data
        file = SimpleUploadedFile(name, content)
        return keeping.post(url("ledger_new", budget), {"file": file, **data})

    return sent


def make_budget(team: Team, year: int = 2024) -> Budget:
    """A calendar year with three lines."""
    budget = Budget.objects.create(team=team, start=date(year, 1, 1), end=date(year, 12, 31))
    for turn, (kind, title) in enumerate(
        [("own_personnel", "Personal"), ("premises", "Lokal"), ("other", "Övrigt")]
    ):
        Line.objects.create(budget=budget, kind=kind, title=title, turn=turn)
    return budget


def make_rule(team: Team, turn: int, first: str, last: str, **fields: Any) -> MappingRule:
    return MappingRule.objects.create(
        team=team, turn=turn, account_from=first, account_to=last, **fields
    )


def url(name: str, budget: Budget, job: LedgerImport | None = None, **more: Any) -> str:
    """The address of one of the pages."""
    named = {"slug": budget.team.slug, "pk": budget.pk, **more}
    return reverse(name, kwargs=named | ({"import_id": job.pk} if job else {}))
