"""Every specification of resources holds; `test_spec.py` asks that each figure has one."""

import pytest

from samspel.figures.definitions import RESOURCES
from samspel.figures.printing import print_value
from tests.spec.contents import RESOURCE_SPECS
from tests.spec.resource_table import ResourceSpec


def named(spec: ResourceSpec) -> str:
    return f"{spec.figure}: {spec.about}"


@pytest.mark.parametrize("spec", RESOURCE_SPECS, ids=named)
def test_figures_come_out_as_worked_out(spec: ResourceSpec) -> None:
    figures = spec.compute()
    found = {one.address: print_value(figures.value(one.address), "en") for one in spec.expected}
    assert found == {one.address: one.printed for one in spec.expected}


@pytest.mark.parametrize(
    "spec", [each for each in RESOURCE_SPECS if each.counted is not None], ids=named
)
def test_the_records_behind_a_figure_are_those_marked(spec: ResourceSpec) -> None:
    assert sorted(spec.compute().behind(spec.figure)) == sorted(spec.counted or ())


def test_every_sum_says_which_rows_it_counts() -> None:
    assert set(RESOURCES) <= {spec.figure for spec in RESOURCE_SPECS if spec.counted is not None}
