"""Word documents: everything that is seen in print, in its order and once."""

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml

from samspel.report.checking.opening.opened import open_bytes
from tests.report.checking.opening.files import SENTENCE, W, lines, plain_word, with_part, word

BOX = (
    f'<w:p xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    "<w:r><w:t>Före rutan</w:t></w:r>"
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>'
    "<w:p><w:r><w:t>I rutan 8</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>"
    "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>I rutan 8</w:t></w:r></w:p></w:txbxContent>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
FIELD = (
    f'<w:sdt xmlns:w="{W}"><w:sdtContent><w:p><w:r><w:t>Ur ett fält: 9</w:t></w:r></w:p>'
    "</w:sdtContent></w:sdt>"
)
CHANGED = (
    f'<w:p xmlns:w="{W}"><w:r><w:t xml:space="preserve">Nya: </w:t></w:r>'
    '<w:ins w:id="1" w:author="a"><w:r><w:t>18</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="a"><w:r><w:delText>17</w:delText></w:r></w:del></w:p>'
)


def add(document: Document, markup: str) -> None:
    """Put markup before the end of the document."""
    document.element.body.insert(len(document.element.body) - 1, parse_xml(markup))


def test_paragraphs_and_tables_in_their_order() -> None:
    def write(document: Document) -> None:
        document.add_heading("Deltagare")
        document.add_paragraph(SENTENCE)
        table = document.add_table(2, 3)
        for cell, text in zip(table.rows[0].cells, ("Ålder", "Kvinnor", "Män"), strict=True):
            cell.text = text
        for cell, text in zip(table.rows[1].cells, ("18-30", "8", ""), strict=True):
            cell.text = text
        document.add_paragraph("Efter tabellen.")

    assert lines(word(write), "r.docx") == [
        "Deltagare",
        SENTENCE,
        "Ålder\tKvinnor\tMän",
        "18-30\t8",
        "Efter tabellen.",
    ]


def test_a_heading_and_a_table_stand_apart() -> None:
    def write(document: Document) -> None:
        document.add_paragraph("Ett")
        document.add_heading("Två")
        document.add_paragraph("Tre")
        document.add_table(1, 2).rows[0].cells[0].text = "Fyra"
        document.add_paragraph("Fem")

    source = open_bytes(word(write), "r.docx", recognise=False)
    assert [line.text for line in source.lines] == [
        "Ett",
        "",
        "Två",
        "",
        "Tre",
        "",
        "Fyra",
        "",
        "Fem",
    ]
    assert {line.page for line in source.lines} == {None}


def test_merged_cells_are_read_once_and_keep_the_columns() -> None:
    def write(document: Document) -> None:
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "Ålder"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "Avslutade"
        for column, text in ((1, "Kvinnor"), (2, "Män")):
            table.cell(1, column).text = text
        for column, text in enumerate(("18-30", "8", "4")):
            table.cell(2, column).text = text

    assert lines(word(write), "r.docx") == ["Ålder\tAvslutade", "\tKvinnor\tMän", "18-30\t8\t4"]


def test_a_cell_of_several_paragraphs_is_one_cell() -> None:
    def write(document: Document) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text = "Antal"
        table.cell(0, 0).add_paragraph("avslut")
        table.cell(0, 1).text = "Antal i\narbete"

    assert lines(word(write), "r.docx") == ["Antal avslut\tAntal i arbete"]


def test_a_frame_and_a_table_within_a_table() -> None:
    def write(document: Document) -> None:
        frame = document.add_table(1, 1).cell(0, 0)
        frame.text = "I ramen"
        inner = frame.add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "Kvinnor", "7"

    assert lines(word(write), "r.docx") == ["I ramen", "Kvinnor\t7"]


def test_a_text_box_is_read_once() -> None:
    assert lines(word(lambda document: add(document, BOX)), "r.docx") == [
        "Före rutan",
        "I rutan 8",
    ]


def test_fields_and_changes() -> None:
    def write(document: Document) -> None:
        add(document, FIELD)
        add(document, CHANGED)

    assert lines(word(write), "r.docx") == ["Ur ett fält: 9", "Nya: 18"]


def test_items_of_a_list_are_marked() -> None:
    numbered = (
        f'<w:p xmlns:w="{W}"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr><w:r><w:t>Arbete: 4</w:t></w:r></w:p>"
    )
    assert lines(word(lambda document: add(document, numbered)), "r.docx") == ["• Arbete: 4"]


def test_a_break_ends_a_line_and_contents_and_page_heads_are_left_out() -> None:
    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Sidhuvud 2023"
        contents = document.styles.add_style("toc 1", 1)
        document.add_paragraph("1. Deltagare\t3", style=contents)
        run = document.add_paragraph("Kvinnor: 7").add_run()
        run.add_break(WD_BREAK.LINE)
        run.add_text("Män: 5")

    assert lines(word(write), "r.docx") == ["Kvinnor: 7", "Män: 5"]


def test_notes_stand_last() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Frånräknat en som flyttat.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()
    relation = (
        b'<Relationship Id="rNotes" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    kind = (
        b'<Override PartName="/word/footnotes.xml" ContentType="application/'
        b'vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
    )
    data = with_part(
        plain_word(),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", relation),
    )
    data = with_part(data, "[Content_Types].xml", lambda old: old.replace(b"</Types>", kind))
    data = with_new_part(data, "word/footnotes.xml", notes)
    assert lines(data, "r.docx") == [SENTENCE, "Frånräknat en som flyttat."]


def with_new_part(data: bytes, name: str, content: bytes) -> bytes:
    """A Word document with one more part."""
    import io
    import zipfile

    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as package:
        package.writestr(name, content)
    return file.getvalue()
