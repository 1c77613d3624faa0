"""The plain-text format of a field's text: nothing typed is lost or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.documents.document import BulletList, Number, Paragraph
from samspel.report.text import (
    Bound,
    Listing,
    Prose,
    addresses,
    blocks_of,
    cleaned,
    read,
    unknown,
    written,
)

LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            [
                "",
                "- ",
                "-",
                "- a",
                "{newly_enrolled}",
                "{newly_enrolled:Word}",
                "{nothing}",
                "{",
                "}}",
            ]
        ),
    ),
    max_size=12,
)
TEXTS = LINES.map("\n".join)


@given(TEXTS)
def test_what_is_read_can_be_written_and_read_again(text: str) -> None:
    writing = read(text)
    assert read(written(writing)) == writing
    assert written(read(written(writing))) == written(writing)


@given(TEXTS)
def test_nothing_that_was_typed_is_lost(text: str) -> None:
    """All but white space, hyphens that begin items, and what cannot be printed stays in order."""
    kept = [c for c in written(read(text)) if not c.isspace() and c != "-"]
    typed = [c for c in cleaned(text) if not c.isspace() and c != "-"]
    assert kept == typed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("One\ntwo", (Prose(("One two",)),)),
        ("One\n\ntwo", (Prose(("One",)), Prose(("two",)))),
        ("- a\n- b", (Listing((("a",), ("b",))),)),
        ("So:\n- a\n  more", (Prose(("So:",)), Listing((("a more",),)))),
        ("-5 degrees", (Prose(("-5 degrees",)),)),
        ("- \n- ", ()),
        ("{newly_enrolled} came", (Prose((Bound("newly_enrolled"), " came")),)),
        ("{newly_enrolled:Word}", (Prose((Bound("newly_enrolled", "Word"),)),)),
        ("{ closed }", (Prose((Bound("closed"),)),)),
        ("{closed:shout}", (Prose(("{closed:shout}",)),)),
        ("{newly_enrolled.share}", (Prose(("{newly_enrolled.share}",)),)),
        ("a {brace}, {", (Prose(("a {brace}, {",)),)),
        ("\x00\x1b[31mred", (Prose(("[31mred",)),)),
        ("a\r\n\r\nb", (Prose(("a",)), Prose(("b",)))),
    ],
)
def test_a_text_is_read_as_paragraphs_lists_and_figures(text: str, expected: object) -> None:
    assert read(text) == expected


def test_the_author_is_told_what_names_no_figure() -> None:
    body = "{newly_enroled} and {closed}, once more {newly_enroled}, {closed@1999-13}"
    assert unknown(body) == ["newly_enroled", "closed@1999-13"]
    assert addresses(body) == ["closed"]


def test_a_text_becomes_blocks_with_its_numbers() -> None:
    def number(address: str, form: str) -> Number:
        return Number(address, f"<{address}{form}>", None, "")

    assert blocks_of("{closed} left.\n- {closed:Word}", number) == (
        Paragraph((Number("closed", "<closed>", None, ""), " left.")),
        BulletList(((Number("closed", "<closedWord>", None, ""),),)),
    )
