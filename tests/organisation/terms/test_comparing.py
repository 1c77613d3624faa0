"""What differs between two versions of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.organisation.terms.comparing import Piece, compare

TEXTS = st.lists(st.sampled_from(["Mål.", "Teamet tar emot.", "Teamet följer upp.", ""])).map(
    "\n".join
)


def lines(old: str, new: str) -> list[list[tuple[str, str]]]:
    return [[(p.kind, p.text) for p in parts] for parts in compare(old, new).paragraphs]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Mål.", "Mål.", [[("same", "Mål.")]]),
        ("Mål.\n\nSyfte.", "Mål.\nSyfte.", [[("same", "Mål.")], [("same", "Syfte.")]]),
        ("", "Mål.", [[("added", "Mål.")]]),
        ("Mål.", "", [[("removed", "Mål.")]]),
        (
            "Teamet tar emot fyra.",
            "Teamet tar emot fem.",
            [
                [
                    ("same", "Teamet tar emot "),
                    ("removed", "fyra"),
                    ("added", "fem"),
                    ("same", "."),
                ]
            ],
        ),
        (
            "Ett helt annat stycke.\nTeamet tar emot fyra.",
            "Teamet tar emot fem.",
            [
                [("removed", "Ett helt annat stycke.")],
                [
                    ("same", "Teamet tar emot "),
                    ("removed", "fyra"),
                    ("added", "fem"),
                    ("same", "."),
                ],
            ],
        ),
    ],
)
def test_what_stays_comes_in_and_goes_out(
    old: str, new: str, found: list[list[tuple[str, str]]]
) -> None:
    assert lines(old, new) == found


def put_together(pieces: tuple[tuple[Piece, ...], ...], without: str) -> list[str]:
    texts = ("".join(p.text for p in parts if p.kind != without) for parts in pieces)
    return [text for text in texts if text]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_comparison(old: str, new: str) -> None:
    found = compare(old, new)
    assert put_together(found.paragraphs, "added") == [each for each in old.split("\n") if each]
    assert put_together(found.paragraphs, "removed") == [each for each in new.split("\n") if each]
    assert compare(old, old).is_same
