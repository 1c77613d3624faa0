"""Every named constraint of the wing comes out as its own sentence, whichever database holds it."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import connection, models
from django.db.models import UniqueConstraint

from samspel.accounts.actor import SYSTEM
from samspel.accounts.models import User
from samspel.participants.attendance.models import Attendance
from samspel.participants.consents.models import EnrolmentMeeting
from samspel.participants.constraints import FIELD_OF, saving
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode, Participant
from samspel.participants.notes.models import Note
from samspel.participants.plans.models import Goal, Scale, ScalePoint
from samspel.participants.queue.models import IntakePause, PriorityGroup
from tests.people import make_episode, make_participant

DAY, THEN = date(2025, 3, 3), datetime(2025, 3, 3, 9, tzinfo=UTC)
LONGEST_NAME = 63
"""Bytes that PostgreSQL keeps of a name."""
MODELS = [
    model
    for config in apps.get_app_configs()
    if config.name.startswith("samspel.participants")
    for model in config.get_models()
]
CONSTRAINTS = [each for model in MODELS for each in model._meta.constraints]


def attend(episode: Episode, user: User) -> None:
    for _twice in range(2):
        Attendance.objects.create(episode=episode, on=DAY, recorded_by=user, recorded_at=THEN)


def follow_up_twice(episode: Episode, _user: User) -> None:
    for _twice in range(2):
        FollowUp.objects.create(episode=episode, due_on=DAY)


def pause_twice(episode: Episode, _user: User) -> None:
    for _twice in range(2):
        IntakePause.objects.create(team=episode.team, first_on=DAY, reason="Fullt")


def group_twice(episode: Episode, _user: User) -> None:
    for _twice in range(2):
        PriorityGroup.objects.create(team=episode.team, title="Unga")


def second_open_case(episode: Episode, _user: User) -> None:
    make_episode(episode.participant)


def stand_beyond_the_scale(episode: Episode, _user: User) -> None:
    scale = Scale.objects.create(episode=episode, text="Hur mår du?")
    ScalePoint.objects.create(scale=scale, on=DAY, value=11, entered_on=DAY)


def goal_that_ends_before_it_begins(episode: Episode, _user: User) -> None:
    Goal.objects.create(episode=episode, title="Arbete", set_on=DAY, reached_on=date(2025, 1, 1))


def sign_nothing(episode: Episode, user: User) -> None:
    times = {"begun_at": THEN, "changed_at": THEN, "signed_at": THEN}
    Note.objects.create(episode=episode, author=user, on=DAY, text="", **times)


def close_before_enrolling(episode: Episode, _user: User) -> None:
    Episode.objects.filter(pk=episode.pk).update(closed_on=date(2025, 1, 20), outcome="work")


def short_number(episode: Episode, _user: User) -> None:
    Participant.objects.filter(pk=episode.participant_id).update(identity_number="19900101")


REFUSED: dict[str, Callable[[Episode, User], None]] = {
    "attendance_is_recorded_once_a_day": attend,
    "follow_up_is_one_for_each_due_day": follow_up_twice,
    "intake_pause_is_the_only_open_one": pause_twice,
    "priority_group_is_named_once_in_team": group_twice,
    "episode_is_the_only_open_one_of_the_person": second_open_case,
    "scale_point_is_between_0_and_10": stand_beyond_the_scale,
    "goal_ends_on_or_after_it_was_set": goal_that_ends_before_it_begins,
    "note_has_a_text_when_signed": sign_nothing,
    "episode_closes_on_or_after_enrolment": close_before_enrolling,
    "participant_identity_number_has_twelve_digits": short_number,
}
"""Of unique ones and checks, of core and subjects, something that breaks just this one."""


def refused(act: Callable[..., Any], *args: Any) -> ValidationError:
    with pytest.raises(ValidationError) as error, saving(SYSTEM):
        act(*args)
    return error.value


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses_in_the_constraint_s_own_words(
    enrolled: Episode, coach: User, name: str
) -> None:
    [constraint] = [each for each in CONSTRAINTS if each.name == name]
    error = refused(REFUSED[name], enrolled, coach)
    field = FIELD_OF.get(name, NON_FIELD_ERRORS)
    assert error.message_dict == {field: [str(constraint.get_violation_error_message())]}


def test_a_number_that_is_taken_does_not_say_so(enrolled: Episode) -> None:
    team = enrolled.team
    make_participant(team, identity_number="199001019819")
    for act in (
        lambda: make_participant(team, identity_number="199001019819"),
        lambda: make_episode(make_participant(team), case_number=enrolled.case_number),
    ):
        [sentence] = refused(act).messages
        assert sentence.startswith("Någon annan sparade i samma ögonblick")


def test_what_has_no_words_of_its_own_says_that_somebody_was_first(enrolled: Episode) -> None:
    EnrolmentMeeting.objects.create(episode=enrolled, held_on=DAY)
    error = refused(lambda: EnrolmentMeeting.objects.create(episode=enrolled, held_on=DAY))
    assert error.messages[0].startswith("Någon annan sparade i samma ögonblick")


def test_other_refusals_say_that_nothing_was_saved(enrolled: Episode) -> None:
    error = refused(lambda: Goal.objects.create(episode=enrolled, title=None, set_on=DAY))
    assert error.messages == ["Inget sparades: det går inte ihop med det som redan finns."]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_the_database_knows_each_constraint_by_its_name(
    db: None, model: type[models.Model]
) -> None:
    with connection.cursor() as cursor:
        held = connection.introspection.get_constraints(cursor, model._meta.db_table)
    names = {each.name for each in model._meta.constraints}
    assert names <= set(held)
    assert all(len(name.encode()) <= LONGEST_NAME for name in names)


def test_each_can_be_told_from_the_others_and_has_words() -> None:
    names = Counter(each.name for each in CONSTRAINTS)
    assert set(names.values()) == {1}
    assert set(FIELD_OF) <= set(names)
    for each in CONSTRAINTS:
        words = str(each.get_violation_error_message())
        assert each.name not in words, f"{each.name} has no sentence"
    for model in MODELS:
        unique = [each for each in model._meta.constraints if isinstance(each, UniqueConstraint)]
        # SQLite names them by their columns, so each must have its own.
        assert all(each.fields for each in unique)
        assert len({tuple(each.fields) for each in unique}) == len(unique)
