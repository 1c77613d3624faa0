"""Lines that the page broke are joined, and those that stand for themselves are not."""

import pytest

from samspel.report.checking.reading.passages import passages
from samspel.report.checking.source import Source

FULL = (
    "Personalen höll sammanlagt 74 möten under perioden: ärendemöte 23, samverkan 10 och planering"
)


@pytest.mark.parametrize(
    ("lines", "pieces"),
    [
        ((FULL, "41. Därutöver ställdes fjorton in."), 1),
        ((FULL + ".", "41. Därutöver ställdes fjorton in."), 2),
        ((FULL, FULL, FULL, "", "4. Personal – förutsättningar"), 2),
        ((FULL, "Resultat", "4. Personal – förutsättningar"), 2),
        ((FULL, "- arbete: 7"), 2),
        ((FULL, "Kvinnor\t8"), 2),
    ],
    ids=["sentence", "closed", "gap", "heading", "item", "row"],
)
def test_what_is_joined(lines: tuple[str, ...], pieces: int) -> None:
    source = Source.of_text("\n".join(lines))
    assert len(passages(list(source.lines))) == pieces
