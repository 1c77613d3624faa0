"""Tables and charts of the public edition: what tells nothing falls out."""

from decimal import Decimal

from samspel.documents.document import Block, Chart, Column, Number, Series, Table
from samspel.report.withheld import without_withheld_columns

TOLD = Number("closed", "7", Decimal(7), "")
FEW = Number("closed.gender.man", "<5", None, "", withheld=True)
SILENT = Number("closed.gender.woman", "..", None, "", withheld=True)
HEADS = (Column("Who"), Column("Number", "count"), Column("Share", "percent"))


def table(*rows: tuple[str | Number, ...]) -> Table:
    return Table("key", "Caption", HEADS, rows, note="About the columns.")


def told(block: Block) -> list[Block]:
    return list(without_withheld_columns([block]))


def test_a_table_that_tells_everything_stays_as_it_is() -> None:
    whole = table(("All", TOLD, TOLD))
    assert told(whole) == [whole]


def test_a_column_without_a_word_falls_out_with_the_note_about_it() -> None:
    (narrowed,) = told(table(("All", FEW, SILENT), ("Men", TOLD, SILENT)))
    assert isinstance(narrowed, Table)
    assert [column.title for column in narrowed.columns] == ["Who", "Number"]
    assert narrowed.rows == (("All", FEW), ("Men", TOLD))
    assert narrowed.note == ""


def test_a_column_that_says_that_something_is_few_stays() -> None:
    whole = table(("All", FEW, FEW))
    assert told(whole) == [whole]


def test_a_table_that_tells_nothing_falls_out() -> None:
    assert told(table(("All", SILENT, SILENT))) == []


def test_a_table_of_words_alone_stays() -> None:
    staff = table(("Coach", "FK", "80 %"))
    assert told(staff) == [staff]


def test_a_chart_with_nothing_to_draw_gives_way_to_its_table() -> None:
    under = table(("All", FEW, TOLD))

    def chart(value: Decimal | None) -> Chart:
        series = (Series("One", (value,)),)
        return Chart("chart", "bar", "Title", "Told", ("All",), series, "people", under)

    assert told(chart(None)) == [under]
    assert told(chart(Decimal(1))) == [chart(Decimal(1))]
