"""Reports held against each other, and against the records that follow them."""

import pytest

from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.report.published.between import differences
from samspel.report.published.history import history_of
from samspel.report.published.models import PublishedFigure
from samspel.report.published.years import years_of
from tests.report.published.made import examination, make_published
from tests.report.published.test_years import BROKEN, TEXT, TODAY, in_step

pytestmark = pytest.mark.django_db


def test_reports_that_tell_a_year_differently_are_held_against_each_other(
    team: Team, coach: User
) -> None:
    make_published(team, coach)
    text = "Vid årets början 24 inskrivna.\nFörra årets tid var 19,4 månader."
    stated = (
        ("enrolled_at_start", 1, "24", ""),
        ("throughput_months@2019-01-01..2019-12-31", 2, "19,4", "months"),
    )
    make_published(team, coach, name="b.txt", made=examination(text, stated, parse_period("2020")))
    found = [(each.one.shown, each.other.shown) for each in differences(history_of(team))]
    assert found == [("23", "24"), ("18,4", "19,4")]


def test_the_turn_from_reports_to_records_is_looked_at(team: Team, coach: User) -> None:
    """The golden records begin with 41 enrolled."""
    in_step(team)
    before = BROKEN.previous()
    stated = (("enrolled_at_end", 1, "41", ""),)
    older = make_published(team, coach, made=examination(TEXT, stated, before))
    read = {"edition": "internal", "language": "sv", "today": TODAY}
    assert years_of(team, **read).at_the_turn == []
    PublishedFigure.objects.filter(report__source=older).update(value=40)
    ((end, start),) = years_of(team, **read).at_the_turn
    assert (end.period, start.period) == (before, BROKEN)


def test_agreeing_reports_are_left_in_peace(team: Team, coach: User) -> None:
    make_published(team, coach)
    text = "Vid årets början 23 inskrivna.\nFörra årets tid var 18 månader."
    stated = (
        ("enrolled_at_start", 1, "23", ""),
        ("throughput_months@2019-01-01..2019-12-31", 2, "18", "months"),
    )
    make_published(team, coach, name="b.txt", made=examination(text, stated, parse_period("2020")))
    assert list(differences(history_of(team))) == []


def test_what_is_in_doubt_is_told_by_its_own_report_only(team: Team, coach: User) -> None:
    make_published(team, coach, made=examination(found="enrolled_at_end"))
    stated = (("enrolled_at_start", 1, "24", ""),)
    made = examination("Vid årets början 24 inskrivna.", stated, parse_period("2020"))
    make_published(team, coach, name="b.txt", made=made)
    assert list(differences(history_of(team))) == []
