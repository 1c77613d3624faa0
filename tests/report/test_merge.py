"""Two texts that grew from one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.report.merge import merged

TEXTS = st.lists(st.sampled_from("abcd"), max_size=6).map("\n".join)


@given(TEXTS, TEXTS)
def test_where_one_has_changed_nothing_the_other_stands(base: str, other: str) -> None:
    assert merged(base, other, base) == other
    assert merged(base, base, other) == other
    assert merged(base, other, other) == other


@given(TEXTS, TEXTS, TEXTS)
def test_it_does_not_matter_who_was_first(base: str, one: str, other: str) -> None:
    assert merged(base, one, other) == merged(base, other, one)


@pytest.mark.parametrize(
    ("theirs", "mine", "expected"),
    [
        ("A\nb\nc\nd", "a\nb\nc\nD", "A\nb\nc\nD"),
        ("a\nb\nc\nd\ne", "0\na\nb\nc\nd", "0\na\nb\nc\nd\ne"),
        ("b\nc\nd", "a\nb\nc", "b\nc"),
        ("a\nX\nc\nd", "a\nY\nc\nd", None),
        ("a\nb\nX\nd", "a\nY\nc\nd", None),
    ],
)
def test_changes_apart_are_put_together_and_changes_that_touch_are_not(
    theirs: str, mine: str, expected: str | None
) -> None:
    assert merged("a\nb\nc\nd", theirs, mine) == expected
