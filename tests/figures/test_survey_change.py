"""How results differ from the round before: the table of cases worked out beside it."""

from decimal import Decimal

import pytest

from samspel.figures.survey_change import Change, Result, changes


def result(
    share: str | None, mean: str | None, *, question: str = "A", group: str = "all"
) -> Result:
    shown, scored = (None if each is None else Decimal(each) for each in (share, mean))
    return Result(question, group, shown, scored)


@pytest.mark.parametrize(
    ("share", "mean", "share_before", "mean_before", "expected"),
    [
        # Up, down and the same, in per cent of those who answered and in the mean.
        ("75.5", None, "72.0", None, (Decimal("3.5"), None)),
        ("58.0", "3.10", "61.2", "3.25", (Decimal("-3.2"), Decimal("-0.15"))),
        ("40.0", "4.00", "40.0", "4.00", (Decimal(0), Decimal(0))),
        ("0.0", None, "100.0", None, (Decimal(-100), None)),
        # What one of the rounds does not tell cannot be compared, and is not nought.
        ("75.5", None, None, "3.00", (None, None)),
        ("75.5", "3.40", None, "3.00", (None, Decimal("0.40"))),
    ],
)
def test_how_much_more(
    share: str | None,
    mean: str | None,
    share_before: str | None,
    mean_before: str | None,
    expected: tuple[Decimal | None, Decimal | None],
) -> None:
    found = changes([result(share, mean)], [result(share_before, mean_before)])
    assert found == {("a", "all"): Change(*expected)}


def test_only_the_same_question_and_gender_is_compared() -> None:
    now = [
        result("80.0", None, group="woman"),
        result("60.0", None, group="man"),
        result("50.0", None, question="Ny fråga"),
        result("90.0", None, question="Bemötande  Totalt"),
    ]
    before = [
        result("70.0", None, group="woman"),
        result("10.0", None, group="other"),
        result("85.0", None, question="bemötande totalt"),
    ]
    assert changes(now, before) == {
        ("a", "woman"): Change(Decimal("10.0"), None),
        ("bemötande totalt", "all"): Change(Decimal("5.0"), None),
    }


def test_without_a_round_before_there_is_no_change() -> None:
    assert changes([result("80.0", None)], []) == {}
