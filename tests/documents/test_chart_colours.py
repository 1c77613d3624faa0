"""The colours of charts: apart for every eye and in grey, and none that means something else."""

import re
from itertools import combinations, pairwise
from math import atan2, degrees, dist
from pathlib import Path

import pytest

import samspel
from samspel.documents.render.chart_colours import INKS

STYLES = Path(samspel.__file__).parent / "web" / "static" / "samspel"
Colour = tuple[float, float, float]
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "no green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "no blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How linear red, green and blue come through (Machado, Oliveira and Fernandes 2009)."""
FIRST = 4
"""Inks that charts of the product use beside each other; more is for charts that people make."""


def tokens() -> dict[str, tuple[str, str]]:
    """The light and the dark form of every ink."""
    found = re.findall(
        r"--samspel-chart-(\d): light-dark\((#\w{6}), (#\w{6})\)",
        (STYLES / "tokens.css").read_text(encoding="utf-8"),
    )
    return {number: (light, dark) for number, light, dark in found}


LIGHT = tuple(light for light, _dark in tokens().values())
DARK = tuple(dark for _light, dark in tokens().values())


def linear(colour: str) -> Colour:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (to_linear(red), to_linear(green), to_linear(blue))


def to_linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def seen(colour: str, eye: str = "all cones") -> Colour:
    """CIELAB as the eye sees it."""
    plain = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, plain, strict=True))))
        for row in EYES[eye]
    )
    x = curved((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = curved(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = curved((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def curved(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116


def hue(colour: str) -> float:
    _lightness, a, b = seen(colour)
    return degrees(atan2(b, a)) % 360


def test_pages_and_print_have_the_same_inks() -> None:
    charts = (STYLES / "charts.css").read_text(encoding="utf-8")
    assert LIGHT == INKS
    for number, (light, dark) in tokens().items():
        assert re.findall(rf"--samspel-chart-{number}: (#\w{{6}});", charts) == [light, dark]
        assert set(re.findall(rf"--samspel-chart-{number}, (#\w{{6}})\)", charts)) == {light}


@pytest.mark.parametrize("colour", [*LIGHT, *DARK])
def test_no_ink_looks_like_what_is_due(colour: str) -> None:
    """Amber is about 70 degrees of hue, whatever its lightness."""
    assert not 45 < hue(colour) < 95


@pytest.mark.parametrize("inks", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_inks_that_stand_together_are_told_apart(inks: tuple[str, ...], eye: str) -> None:
    for one, other in combinations(inks[:FIRST], 2):
        assert dist(seen(one, eye), seen(other, eye)) > 14


def test_they_stay_apart_in_grey_print() -> None:
    by_lightness = sorted(seen(each)[0] for each in LIGHT)
    assert all(lighter - darker > 8 for darker, lighter in pairwise(by_lightness))
    assert seen(LIGHT[1])[0] - seen(LIGHT[0])[0] > 20
