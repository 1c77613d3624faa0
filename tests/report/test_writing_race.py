"""Many save the same text at the same moment: one stands, and not a line is lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.log import first_broken_link
from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.figures.period import parse_period
from samspel.report.creation import begin_report
from samspel.report.models import Report, TextVersion
from samspel.report.writing import MetNewer, Saved, save_text
from tests import people

WRITERS = 6


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_stands_and_all_are_kept() -> None:
    team = people.make_team("Team", people.make_association())
    users = [people.make_member(f"Kim {n}", Role.COACH, team) for n in range(WRITERS)]
    report = begin_report(team=team, period=parse_period("2024"), language="sv", by=SYSTEM).report

    def save(user: User) -> Saved | MetNewer:
        try:
            return save_text(
                report=Report.objects.get(pk=report.pk),
                place="4.analysis",
                body=f"by {user.name}",
                base_version=0,
                by=Actor(user=user),
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        outcomes = list(pool.map(save, users))

    saved = [outcome for outcome in outcomes if isinstance(outcome, Saved)]
    assert len(saved) == 1
    assert report.texts.get().body == saved[0].text.body
    kept = TextVersion.objects.values_list("body", flat=True)
    assert set(kept) == {f"by {user.name}" for user in users}
    assert TextVersion.objects.filter(aside=True, settled=False).count() == WRITERS - 1
    assert first_broken_link() is None
