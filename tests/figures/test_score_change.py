"""What becomes of a score is as worked out, in points as in tenths, and never by bands."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.figures.score_change import ScoreChange, score_change, total
from tests.spec.score_changes import CHANGES, Changed

TENTHS = st.integers(0, 400)


@pytest.mark.parametrize("line", CHANGES, ids=lambda one: f"{one.first}-{one.last}")
def test_changes_come_out_as_worked_out(line: Changed) -> None:
    first, last, cutoff, reliable = line.points()
    assert score_change(first, last, cutoff=cutoff, reliable=reliable) is line.change
    tenths = [int(each.scaleb(1)) for each in (first, last, cutoff, reliable)]
    found = score_change(tenths[0], tenths[1], cutoff=tenths[2], reliable=tenths[3])
    assert found is line.change


@given(TENTHS, TENTHS, st.integers(100, 400), st.integers(10, 200))
def test_reliable_is_what_the_difference_says(
    first: int, last: int, cutoff: int, reliable: int
) -> None:
    found = score_change(first, last, cutoff=cutoff, reliable=reliable)
    assert found.is_reliable == (abs(last - first) >= reliable)
    back = score_change(last, first, cutoff=cutoff, reliable=reliable)
    up = {ScoreChange.RECOVERED, ScoreChange.IMPROVED}
    assert (found in up) == (back is ScoreChange.DETERIORATED)
    if found is ScoreChange.RECOVERED:
        assert first < cutoff <= last


@pytest.mark.parametrize("reliable", [0, -5])
def test_a_reliable_change_is_above_zero(reliable: int) -> None:
    with pytest.raises(ValueError, match="above zero"):
        score_change(100, 200, cutoff=250, reliable=reliable)


def test_a_sum_is_exact() -> None:
    lines = [Decimal("0.1"), Decimal("0.2"), Decimal("0.3"), Decimal("10.0")]
    assert total(lines) == Decimal("10.6")
    assert str(total([])) == "0.0"
