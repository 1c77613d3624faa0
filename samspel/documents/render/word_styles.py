"""Our own Word template: every look is a named style, so that an author can change it once."""

from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from samspel.documents.render.fonts import FAMILY

GREEN = RGBColor(0x1F, 0x5A, 0x43)
INK = RGBColor(0x26, 0x30, 0x2B)
MUTED = RGBColor(0x59, 0x64, 0x5D)
TABLE_STYLE = "Samspel Table"
_RULE = "DBE0DB"

_PARAGRAPHS: tuple[tuple[str, str, float, bool, RGBColor, float, float], ...] = (
    # name, based on, points, bold, colour, space before, space after
    ("Title", "Normal", 34, True, GREEN, 6, 6),
    ("Subtitle", "Normal", 18, True, INK, 0, 4),
    ("Heading 1", "Normal", 22, True, GREEN, 24, 10),
    ("Heading 2", "Normal", 15, True, INK, 20, 6),
    ("Heading 3", "Normal", 11.5, True, GREEN, 14, 4),
    ("Caption", "Normal", 9.5, True, INK, 12, 4),
    ("TOC Heading", "Normal", 22, True, GREEN, 0, 10),
    ("toc 1", "Normal", 10.5, True, INK, 8, 2),
    ("toc 2", "Normal", 10.5, False, INK, 0, 2),
    ("List Bullet", "Normal", 10.5, False, INK, 0, 4),
    ("Footer", "Normal", 8.5, False, MUTED, 0, 0),
    ("Cover Text", "Normal", 13, False, MUTED, 0, 0),
    ("Cover Sign", "Normal", 10.5, False, INK, 0, 150),
    ("Table Text", "Normal", 9.5, False, INK, 2, 2),
    ("Table Number", "Table Text", 9.5, False, INK, 2, 2),
    ("Small Table Text", "Table Text", 7.5, False, INK, 2, 2),
    ("Small Table Number", "Table Number", 7.5, False, INK, 2, 2),
    ("Table Note", "Normal", 8.5, False, MUTED, 4, 12),
    ("Picture", "Normal", 10.5, False, INK, 0, 6),
)
_IN_A_LETTER: dict[str, tuple[float, float, float]] = {
    # points, space before, space after: a page of a letter is not a chapter of a report
    "Title": (20, 0, 4),
    "Subtitle": (12, 0, 2),
    "Cover Text": (10.5, 0, 0),
    "Heading 1": (14, 16, 4),
}
_KEPT_WITH_NEXT = {"Heading 1", "Heading 2", "Heading 3", "Caption"}
_RIGHT = {"Table Number", "Small Table Number"}


def style_id(name: str) -> str:
    """The id by which the file names a style."""
    return name.replace(" ", "")


def styled_file(language: str, *, is_letter: bool = False) -> Any:
    """An empty Word file in A4 with all our styles; ``language`` is a tag such as sv-SE."""
    word = docx.Document()
    _page(word.sections[0])
    _normal(word.styles["Normal"], language)
    for name, base, points, bold, colour, before, after in _PARAGRAPHS:
        style = _paragraph_style(word.styles, name)
        style.base_style = word.styles[base]
        style.font.size, style.font.bold, style.font.italic = Pt(points), bold or None, False
        style.font.color.rgb = colour
        _set_family(style)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = name in _KEPT_WITH_NEXT
        if name in _RIGHT:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if is_letter:
        _make_letter(word)
    word.styles["TOC Heading"].paragraph_format.page_break_before = True
    _plain_title(word.styles["Title"])
    _one_tab_stop(word.styles["Footer"])
    word.styles["toc 2"].paragraph_format.left_indent = Mm(6)
    word.styles["Cover Text"].paragraph_format.line_spacing = 1.2
    word.styles.element.append(_table_style())
    _name_fallback(word)
    return word


def _make_letter(word: Any) -> None:
    """Closer together: what is signed should have room on the page that it is about."""
    section = word.sections[0]
    section.top_margin = section.bottom_margin = Mm(20)
    word.styles["Normal"].paragraph_format.line_spacing = 1.1
    for name, (points, before, after) in _IN_A_LETTER.items():
        style = word.styles[name]
        style.font.size = Pt(points)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)


def _name_fallback(word: Any) -> None:
    """Tell Word which typeface to take where ours is not installed."""
    font_table = next(
        part for part in word.part.package.iter_parts() if part.partname == "/word/fontTable.xml"
    )
    known = parse_xml(font_table.blob)
    known.append(
        parse_xml(
            f'<w:font {nsdecls("w")} w:name="{FAMILY}"><w:altName w:val="Calibri"/>'
            '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        )
    )
    font_table._blob = serialize_part_xml(known)  # noqa: SLF001  # a part without a class


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(22)
    section.top_margin = section.bottom_margin = Mm(25)
    section.different_first_page_header_footer = True


def _normal(style: Any, language: str) -> None:
    style.font.size = Pt(10.5)
    style.font.color.rgb = INK
    _set_family(style)
    style.paragraph_format.space_before = Pt(3)
    style.paragraph_format.space_after = Pt(7)
    style.paragraph_format.line_spacing = 1.25
    tag = OxmlElement("w:lang")
    for kind in ("val", "eastAsia"):
        tag.set(qn(f"w:{kind}"), language)
    style.element.get_or_add_rPr().append(tag)
    for default in style.element.getparent().iter(qn("w:lang")):
        default.set(qn("w:val"), language)


def _set_family(style: Any) -> None:
    """One typeface for all scripts, instead of the theme's that the built-in styles name."""
    properties = style.element.get_or_add_rPr()
    for fonts in properties.findall(qn("w:rFonts")):
        properties.remove(fonts)
    style.font.name = FAMILY
    fonts = properties.find(qn("w:rFonts"))
    for script in ("cs", "eastAsia", "hAnsi"):
        fonts.set(qn(f"w:{script}"), FAMILY)


def _paragraph_style(styles: Any, name: str) -> Any:
    if name in {style.name for style in styles}:
        return styles[name]
    builtin = name.lower().startswith("toc")
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
    style.quick_style = not builtin
    return style


def _plain_title(style: Any) -> None:
    """Without the rule that the built-in title has below it."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _one_tab_stop(style: Any) -> None:
    """The footer's right end is the text's, not that of the template's American page."""
    properties = style.element.get_or_add_pPr()
    for tabs in properties.findall(qn("w:tabs")):
        properties.remove(tabs)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(163), WD_TAB_ALIGNMENT.RIGHT)


def _table_style() -> Any:
    """Thin rules between rows, a green one under the header row, no boxes."""
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="SamspelTable">'
        f'<w:name w:val="{TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        "<w:tblPr><w:tblBorders>"
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
        '</w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{GREEN}"/>'
        '</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )
