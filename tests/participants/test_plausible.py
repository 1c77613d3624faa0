"""The rules of what a record may say, one by one, with plain values."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as some

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants import plausible
from samspel.participants.forms.person import ParticularsForm
from samspel.participants.identity import normal_identity_number
from samspel.participants.models import Episode
from samspel.participants.plausible import Stay
from tests.participants.conftest import send, sentences
from tests.participants.test_correct_episode import filled, url
from tests.people import make_episode, make_participant

TODAY = date(2025, 6, 15)


@pytest.mark.parametrize("number", ["2025-001", "Dnr 12/25", "A+B:1.2", "ÅÄÖ_1", "7", "x" * 64])
def test_case_numbers_that_are_taken(number: str) -> None:
    assert plausible.case_number_fault(number) is None


@pytest.mark.parametrize("number", ["", "x" * 65, "a;b", "a,b", "a\tb", "a\nb", "=1*1", "a\u200bb"])
def test_case_numbers_that_are_not(number: str) -> None:
    assert plausible.case_number_fault(number)


@pytest.mark.parametrize("name", plausible.DATES)
@pytest.mark.parametrize(
    ("day", "is_right"),
    [
        (date(1989, 12, 31), False),
        (date(1990, 1, 1), True),
        (TODAY, True),
        (date(2025, 6, 16), None),
        (date(2026, 6, 16), None),
        (date(2026, 6, 17), False),
        (date.max, False),
    ],
)
def test_dates(name: str, day: date, is_right: bool | None) -> None:
    """Only a study visit and an enrolment may lie ahead, by a year at most."""
    expected = name in plausible.BOOKED if is_right is None else is_right
    assert (plausible.date_fault(name, day, TODAY) is None) is expected


@pytest.mark.parametrize(
    ("born", "is_right"),
    [
        (TODAY, True),
        (date(2025, 6, 16), False),
        (date(1905, 1, 1), True),
        (date(1904, 1, 1), False),
    ],
)
def test_dates_of_birth(born: date, is_right: bool) -> None:
    assert (plausible.birth_date_fault(born, TODAY) is None) is is_right


def test_nothing_happens_before_birth() -> None:
    assert plausible.before_birth_fault(TODAY, date(2025, 6, 16))
    assert plausible.before_birth_fault(TODAY, TODAY) is None
    assert plausible.before_birth_fault(TODAY, None) is None


def test_time_on_support() -> None:
    assert plausible.support_fault(Decimal(720)) is None
    assert plausible.support_fault(Decimal("720.1"))


def days(first: int, last: int | None) -> Stay:
    return date(2025, 1, first), None if last is None else date(2025, 1, last)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (days(1, 5), days(5, 9), False),
        (days(1, 5), days(6, None), False),
        (days(1, 5), days(4, 9), True),
        (days(1, 9), days(3, 5), True),
        (days(1, None), days(3, 5), True),
        (days(1, None), days(3, None), True),
        (days(5, None), days(1, 5), False),
        (days(3, 3), days(1, 5), True),
        (days(1, 5), (None, None), False),
    ],
)
def test_stays_of_one_person_do_not_overlap(one: Stay, other: Stay, overlap: bool) -> None:
    for stay, beside in ((one, other), (other, one)):
        assert (plausible.overlap_fault(stay, [(None, None), beside]) is not None) is overlap


@given(some.tuples(*[some.integers(1, 28)] * 4))
def test_stays_overlap_when_they_have_a_night_in_common(numbers: tuple[int, ...]) -> None:
    (a, b), (c, d) = sorted(numbers[:2]), sorted(numbers[2:])
    nights = set(range(a, b)) & set(range(c, d))
    if a < b and c < d:
        found = plausible.overlap_fault(days(a, b), [days(c, d)])
        assert (found is not None) is bool(nights)


@pytest.fixture
def twice(team: Team) -> tuple[Episode, Episode]:
    person = make_participant(team)
    first = make_episode(person, closed_on=date(2025, 3, 1), outcome="work", referred_by="region")
    return first, make_episode(person, enrolled_on=date(2025, 3, 1), referred_by="region")


@pytest.mark.parametrize(
    ("which", "field", "day"), [(0, "closed_on", "2025-03-02"), (1, "enrolled_on", "2025-02-28")]
)
def test_a_correction_cannot_make_stays_overlap(
    coach: User, twice: tuple[Episode, Episode], which: int, field: str, day: str
) -> None:
    episode = twice[which]
    found = sentences(send(coach, url(episode), **filled(coach, episode, **{field: day})))
    assert found.keys() == {field}
    assert "redan inskriven" in found[field][0]


def test_an_overlap_from_an_old_file_does_not_stop_a_correction(
    coach: User, twice: tuple[Episode, Episode]
) -> None:
    Episode.objects.filter(pk=twice[1].pk).update(enrolled_on=date(2025, 2, 1))
    twice[1].refresh_from_db()
    values = filled(coach, twice[1], closed_on="2025-04-01", outcome="work")
    assert send(coach, url(twice[1]), **values).status_code == 302


def test_a_case_number_from_an_old_file_does_not_stop_a_correction(
    coach: User, enrolled: Episode
) -> None:
    Episode.objects.filter(pk=enrolled.pk).update(case_number="A;1 (old)")
    enrolled.refresh_from_db()
    values = filled(coach, enrolled, enrolled_on="2025-02-02")
    assert send(coach, url(enrolled), **values).status_code == 302


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_number_shown_as_an_example_is_taken_when_typed(language: str) -> None:
    with override(language):
        help_text = str(ParticularsForm.base_fields["identity_number"].help_text)
    shown = next(word.strip(".") for word in help_text.split() if word[:1].isdigit())
    assert normal_identity_number(shown) == "191212121212"
