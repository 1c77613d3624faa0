"""Sessions laid out from times: ahead, past holidays, no more than planned, never twice."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from samspel.accounts.actor import Actor
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.groups import forming, holding, timing
from samspel.participants.groups.laying_out import AHEAD, lay_out
from samspel.participants.groups.models import Group, GroupTime, Session
from samspel.participants.groups.rounds import lay_out_sessions
from samspel.participants.groups.timing import Timing
from samspel.participants.models import Episode
from samspel.records.days_off import days_off
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_kind, make_session

NINE, ELEVEN = time(9), time(11)
NOON = datetime(2025, 4, 21, 12, tzinfo=UTC)


def days(group: Group) -> list[str]:
    return [each.on.isoformat() for each in Session.objects.filter(group=group).order_by("on")]


def tuesdays(**more: object) -> Timing:
    values = {"weekday": 1, "at": NINE, "ends_at": ELEVEN, "first_on": TUESDAY} | more
    return Timing(**values)  # type: ignore[arg-type]  # the tests' own mixture of values


def add(group: Group, by: Actor, **more: object) -> GroupTime:
    timing.add_time(group=group, timing=tuesdays(**more), today=TODAY, by=by)
    return GroupTime.objects.filter(group=group).latest("pk")


def test_eight_weeks_are_laid_out(group: Group, by: Actor) -> None:
    made = timing.add_time(group=group, timing=tuesdays(), today=TODAY, by=by)
    assert made == 8
    assert days(group)[0] == "2025-04-22"
    assert days(group)[-1] == "2025-06-10"
    first = Session.objects.earliest("on")
    assert (first.at, first.ends_at, first.kind_id, first.team_id) == (
        NINE,
        ELEVEN,
        group.kind_id,
        group.team_id,
    )


def test_once_more_changes_nothing(group: Group, by: Actor) -> None:
    add(group, by)
    before = set(Session.objects.values_list("pk", flat=True))
    with transaction.atomic():
        assert lay_out(group=group, start=TODAY, today=TODAY) == 0
    assert set(Session.objects.values_list("pk", flat=True)) == before


def test_the_round_adds_the_week_that_is_new(group: Group, by: Actor) -> None:
    add(group, by)
    lay_out_sessions(TODAY, NOON)
    assert len(days(group)) == 8
    lay_out_sessions(TODAY + timedelta(days=1), NOON)
    assert days(group)[-1] == "2025-06-17"
    assert len(days(group)) == 9


def test_the_round_leaves_a_group_that_has_ended(group: Group, by: Actor) -> None:
    add(group, by)
    forming.end_group(group=group, version=1, ends_on=date(2025, 5, 6), today=TODAY, by=by)
    assert days(group)[-1] == "2025-05-06"
    lay_out_sessions(date(2025, 6, 1), NOON)
    assert days(group)[-1] == "2025-05-06"


def test_holidays_are_left_out(group: Group, by: Actor) -> None:
    """Ascension Day 2025 is Thursday 29 May; Midsummer Eve is Friday 20 June."""
    add(group, by, weekday=3, first_on=date(2025, 4, 24))
    assert "2025-05-29" not in days(group)
    # 1 May is a Thursday that year.
    assert "2025-05-01" not in days(group)
    assert len(days(group)) == 6
    lay_out_sessions(date(2025, 12, 1), NOON)
    assert "2025-12-25" not in days(group)
    assert "2026-01-01" not in days(group)
    assert "2026-01-08" in days(group)


def test_names_of_holidays() -> None:
    wanted = [date(2025, 6, 20), date(2025, 6, 22), date(2025, 12, 24), date(1, 1, 1), date.max]
    assert days_off(wanted) == {date(2025, 6, 20): "Midsommarafton", date(2025, 12, 24): "Julafton"}
    assert days_off([]) == {}


def test_no_more_than_planned_and_a_cancelled_one_is_made_up_for(team: Team, by: Actor) -> None:
    group = make_group(team, sessions_planned=3)
    add(group, by)
    assert days(group) == ["2025-04-22", "2025-04-29", "2025-05-06"]
    second = Session.objects.get(on=date(2025, 4, 29))
    holding.cancel_session(session=second, version=1, because="Sjuk", today=TODAY, by=by)
    assert days(group)[-1] == "2025-05-13"
    lay_out_sessions(date(2025, 5, 20), NOON)
    assert len(days(group)) == 4


def test_put_back_the_last_one_goes_for_it(team: Team, by: Actor) -> None:
    group = make_group(team, sessions_planned=3)
    add(group, by)
    second = Session.objects.get(on=date(2025, 4, 29))
    holding.cancel_session(session=second, version=1, because="Sjuk", today=TODAY, by=by)
    second.refresh_from_db()
    holding.restore_session(session=second, version=2, today=TODAY, by=by)
    assert days(group) == ["2025-04-22", "2025-04-29", "2025-05-06"]


def test_fewer_and_more_are_planned(team: Team, by: Actor) -> None:
    group = make_group(team, sessions_planned=4)
    add(group, by)
    noted = Session.objects.get(on=date(2025, 5, 13))
    holding.write_note(session=noted, version=1, note="Vi eldade.", by=by)

    def plan(number: int | None, version: int) -> None:
        values = {name: getattr(group, name) for name in forming.FACTS}
        facts = forming.Facts(**values | {"sessions_planned": number})
        forming.change_group(group=group, version=version, facts=facts, today=TODAY, by=by)

    plan(2, 1)
    # What something is recorded of stays, be it one too many.
    assert days(group) == ["2025-04-22", "2025-04-29", "2025-05-13"]
    plan(5, 2)
    assert days(group) == ["2025-04-22", "2025-04-29", "2025-05-06", "2025-05-13", "2025-05-20"]
    plan(None, 3)
    assert len(days(group)) == 8


def test_another_kind_is_that_of_all_its_sessions(team: Team, group: Group, by: Actor) -> None:
    add(group, by, first_on=date(2025, 4, 15))
    kind = make_kind(team, "Träffpunkt")
    values = {name: getattr(group, name) for name in forming.FACTS}
    facts = forming.Facts(**values | {"kind": kind})
    forming.change_group(group=group, version=1, facts=facts, today=TODAY, by=by)
    assert set(Session.objects.values_list("kind", flat=True)) == {kind.pk}


def test_a_late_entry_lays_out_what_has_been(group: Group, by: Actor) -> None:
    made = timing.add_time(
        group=group, timing=tuesdays(first_on=date(2025, 4, 1)), today=TODAY, by=by
    )
    assert days(group)[:3] == ["2025-04-01", "2025-04-08", "2025-04-15"]
    assert made == 11


def test_every_other_week(group: Group, by: Actor) -> None:
    add(group, by, every_weeks=2)
    assert days(group) == ["2025-04-22", "2025-05-06", "2025-05-20", "2025-06-03"]


def test_no_session_beside_one_that_was_added(group: Group, by: Actor) -> None:
    make_session(group, date(2025, 4, 29), at=10)
    add(group, by)
    assert days(group).count("2025-04-29") == 1


def test_a_changed_time_lays_out_anew_and_keeps_what_holds_something(
    group: Group, by: Actor, alva: Episode
) -> None:
    found = add(group, by, first_on=date(2025, 4, 15))
    came = Session.objects.get(on=date(2025, 5, 6))
    Attendance.objects.create(episode=alva, session=came, on=came.on, recorded_at=NOON)
    off = Session.objects.get(on=date(2025, 5, 13))
    holding.cancel_session(session=off, version=1, because="Resa", today=TODAY, by=by)
    stay = timing.change_time(
        group_time=found,
        version=1,
        timing=tuesdays(weekday=2, first_on=date(2025, 4, 15)),
        today=TODAY,
        by=by,
    )
    assert stay == 2
    # The Tuesday that has been stays too, and nothing is laid out on days that have been.
    assert days(group)[:3] == ["2025-04-15", "2025-04-23", "2025-04-30"]
    assert {"2025-05-06", "2025-05-13"} < set(days(group))
    assert "2025-05-20" not in days(group)


def test_the_same_time_again_touches_nothing(group: Group, by: Actor) -> None:
    found = add(group, by)
    before = set(Session.objects.values_list("pk", flat=True))
    timing.change_time(group_time=found, version=1, timing=tuesdays(), today=TODAY, by=by)
    assert set(Session.objects.values_list("pk", flat=True)) == before


def test_a_time_that_ends_takes_its_sessions_along(group: Group, by: Actor) -> None:
    found = add(group, by)
    timing.change_time(
        group_time=found,
        version=1,
        timing=tuesdays(last_on=date(2025, 4, 30)),
        today=TODAY,
        by=by,
    )
    assert days(group) == ["2025-04-22", "2025-04-29"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"at": time(10), "ends_at": time(12)}, "at"),
        ({"at": time(8), "ends_at": time(12), "every_weeks": 3}, "at"),
        ({"weekday": 3, "first_on": date(2025, 2, 1)}, "first_on"),
        ({"weekday": 3, "first_on": date(2125, 4, 22)}, "first_on"),
        ({"weekday": 3, "last_on": date(2025, 4, 21)}, "__all__"),
        ({"weekday": 3, "ends_at": time(8)}, "__all__"),
    ],
)
def test_times_that_cannot_be(group: Group, by: Actor, more: dict[str, object], field: str) -> None:
    add(group, by)
    with pytest.raises(ValidationError) as refused:
        timing.add_time(group=group, timing=tuesdays(**more), today=TODAY, by=by)
    assert list(refused.value.message_dict) == [field]
    assert GroupTime.objects.count() == 1


def test_times_side_by_side_may_be(group: Group, by: Actor) -> None:
    add(group, by)
    add(group, by, at=ELEVEN, ends_at=time(12))
    # Every other week, and never in the same.
    add(group, by, weekday=4, every_weeks=2, first_on=date(2025, 4, 25))
    add(group, by, weekday=4, every_weeks=2, first_on=date(2025, 5, 2))
    assert GroupTime.objects.count() == 4


def test_a_group_ends_only_after_what_is_recorded(group: Group, by: Actor) -> None:
    add(group, by)
    late = Session.objects.get(on=date(2025, 5, 6))
    holding.write_note(session=late, version=1, note="Vi eldade.", by=by)
    with pytest.raises(ValidationError, match="2025-05-06"):
        forming.end_group(group=group, version=1, ends_on=date(2025, 5, 1), today=TODAY, by=by)
    group.refresh_from_db()
    assert group.ends_on is None
    assert len(days(group)) == 8
    forming.end_group(group=group, version=1, ends_on=date(2025, 5, 6), today=TODAY, by=by)
    assert days(group)[-1] == "2025-05-06"
    forming.end_group(group=group, version=2, ends_on=None, today=TODAY, by=by)
    assert len(days(group)) == 8


def test_far_ahead_is_far(group: Group, by: Actor) -> None:
    add(group, by)
    assert Session.objects.latest("on").on <= TODAY + AHEAD
