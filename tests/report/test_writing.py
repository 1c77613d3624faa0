"""Saving texts: two people at once, in every order, and nothing is lost."""

from itertools import permutations

import pytest

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.report.creation import begin_report
from samspel.report.models import Report, TextVersion
from samspel.report.text import LONGEST
from samspel.report.writing import (
    MetNewer,
    Saved,
    Sheet,
    TextTooLong,
    restored_now,
    save_text,
    settle,
)

PLACE = "4.analysis"


@pytest.fixture
def report(team: Team, leader: User) -> Report:
    by = Actor(user=leader)
    return begin_report(team=team, period=parse_period("2024"), language="sv", by=by).report


def save(report: Report, user: User, body: str, base: int, sheet: Sheet | None = None) -> object:
    return save_text(
        report=report,
        place=PLACE,
        body=body,
        base_version=base,
        by=Actor(user=user),
        sheet=sheet or Sheet(),
    )


def stands(report: Report) -> str:
    return report.texts.get(place=PLACE).body


def kept(report: Report) -> set[str]:
    return set(TextVersion.objects.filter(text__report=report).values_list("body", flat=True))


def test_a_text_is_saved_with_its_version_its_writer_and_a_log_entry(
    report: Report, coach: User
) -> None:
    outcome = save(report, coach, "First\r\n", 0)
    assert isinstance(outcome, Saved)
    text = report.texts.get(place=PLACE)
    assert (text.body, text.version, text.edited_by) == ("First", 1, coach)
    entry = LogEntry.objects.order_by("number").last()
    assert entry is not None
    assert (entry.act, entry.actor, entry.team_id) == ("text_saved", coach, report.team_id)
    assert entry.details == {"place": PLACE, "version": 1}
    revision = report.revision
    report.refresh_from_db()
    assert report.revision == revision + 1


def test_saving_the_same_text_again_is_no_new_version(report: Report, coach: User) -> None:
    save(report, coach, "Same", 0)
    save(report, coach, "Same", 1)
    save(report, coach, "Same", 0)
    assert TextVersion.objects.count() == 1


WRITERS = ("one", "two", "three")


@pytest.mark.parametrize("order", list(permutations(WRITERS)))
def test_in_whatever_order_they_save_the_first_stands_and_all_are_kept(
    report: Report, coach: User, colleague: User, leader: User, order: tuple[str, ...]
) -> None:
    users = dict(zip(WRITERS, (coach, colleague, leader), strict=True))
    outcomes = [save(report, users[name], f"by {name}", 0) for name in order]
    assert [type(outcome) for outcome in outcomes] == [Saved, MetNewer, MetNewer]
    assert stands(report) == f"by {order[0]}"
    assert kept(report) == {f"by {name}" for name in WRITERS}
    assert TextVersion.objects.filter(aside=True, settled=False).count() == 2


@pytest.mark.parametrize("base", [0, 1, 7])
def test_a_save_that_did_not_know_the_newest_never_overwrites_it(
    report: Report, coach: User, colleague: User, base: int
) -> None:
    save(report, coach, "one", 0)
    save(report, coach, "two", 1)
    outcome = save(report, colleague, "old", base)
    assert isinstance(outcome, MetNewer)
    assert (stands(report), outcome.aside.body, outcome.aside.base) == ("two", "old", base)


def test_an_editor_that_goes_on_after_meeting_another_has_one_text_waiting(
    report: Report, coach: User, colleague: User
) -> None:
    save(report, coach, "theirs", 0)
    for turn, body in enumerate(("m", "mi", "mine"), start=1):
        assert isinstance(save(report, colleague, body, 0, Sheet("b", turn)), MetNewer)
    waiting = TextVersion.objects.get(aside=True, settled=False)
    assert waiting.body == "mine"
    assert kept(report) == {"theirs", "m", "mi", "mine"}


def test_an_editor_that_lost_an_answer_meets_nobody_but_itself(report: Report, coach: User) -> None:
    save(report, coach, "a", 0, Sheet("a", 1))
    assert isinstance(save(report, coach, "ab", 0, Sheet("a", 2)), Saved)
    assert stands(report) == "ab"


def test_a_text_that_arrives_late_does_not_take_the_place_of_a_newer_one(
    report: Report, coach: User
) -> None:
    save(report, coach, "ab", 0, Sheet("a", 2))
    assert isinstance(save(report, coach, "a", 0, Sheet("a", 1)), Saved)
    assert stands(report) == "ab"
    assert kept(report) == {"a", "ab"}


def test_two_windows_of_one_person_are_two_writers(report: Report, coach: User) -> None:
    save(report, coach, "left", 0, Sheet("left", 1))
    assert isinstance(save(report, coach, "right", 0, Sheet("right", 1)), MetNewer)
    assert stands(report) == "left"


def test_choosing_makes_a_text_stand_and_settles_the_one_that_waited(
    report: Report, coach: User, colleague: User
) -> None:
    save(report, coach, "theirs", 0)
    met = save(report, colleague, "mine", 0)
    assert isinstance(met, MetNewer)
    chosen = settle(aside=met.aside, body="both", base_version=1, by=Actor(user=colleague))
    assert isinstance(chosen, Saved)
    assert stands(report) == "both"
    assert not TextVersion.objects.filter(settled=False).exists()
    assert kept(report) == {"theirs", "mine", "both"}


def test_choosing_when_the_text_has_changed_again_loses_nothing(
    report: Report, coach: User, colleague: User
) -> None:
    save(report, coach, "theirs", 0)
    met = save(report, colleague, "mine", 0)
    assert isinstance(met, MetNewer)
    save(report, coach, "newer", 1)
    again = settle(aside=met.aside, body="both", base_version=1, by=Actor(user=colleague))
    assert isinstance(again, MetNewer)
    assert stands(report) == "newer"
    assert kept(report) == {"theirs", "mine", "newer", "both"}
    assert TextVersion.objects.filter(settled=False).exists()


def test_an_earlier_version_can_stand_again(report: Report, coach: User) -> None:
    save(report, coach, "one", 0)
    save(report, coach, "two", 1)
    restored_now(TextVersion.objects.get(body="one"), by=Actor(user=coach))
    assert stands(report) == "one"
    assert TextVersion.objects.count() == 3


def test_no_report_has_such_a_place_and_no_text_is_that_long(report: Report, coach: User) -> None:
    by = Actor(user=coach)
    with pytest.raises(ValueError, match="no text at"):
        save_text(report=report, place="10.description", body="", base_version=0, by=by)
    with pytest.raises(TextTooLong):
        save(report, coach, "x" * (LONGEST + 1), 0)
    assert not report.texts.exists()
