"""Numbers altered at random are noticed; unaltered reports are left in peace."""

import random

import pytest

from samspel.report.checking.source import Source
from tests.report.checking.altering import rates_of
from tests.report.checking.made_up import NAMES, text_of

LEAST_FOUND = 0.95
MOST_TRIED = 60


@pytest.mark.parametrize("name", NAMES)
def test_altered_numbers_are_noticed(name: str) -> None:
    source = Source.of_text(text_of(name), name)
    rates = rates_of(source, random.Random(name), MOST_TRIED)
    print(name, rates)
    assert rates.told_unaltered == 0
    assert rates.share >= LEAST_FOUND, rates.missed
