"""Files as people hand them in: Word documents, PDFs with text and PDFs that are pictures."""

import io
import zipfile
from collections.abc import Callable

import pikepdf
import pypdfium2
import typst
from docx import Document
from docx.document import Document as WordDocument

from samspel.report.checking.opening.opened import open_bytes

SENTENCE = "Under perioden avslutades 12 deltagare, varav 7 kvinnor och 5 män."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def lines(data: bytes, name: str) -> list[str]:
    """The lines of a file that are not blank."""
    return [line.text for line in open_bytes(data, name, recognise=True).lines if line.text]


def word(write: Callable[[WordDocument], object]) -> bytes:
    """A Word document that ``write`` has written in."""
    document = Document()
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def plain_word() -> bytes:
    """A Word document of one sentence."""
    return word(lambda document: document.add_paragraph(SENTENCE))


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A Word document with one of its parts changed by hand."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            content = old.read(each)
            new.writestr(each.filename, change(content) if each.filename == part else content)
    return file.getvalue()


def pdf(markup: str) -> bytes:
    """A PDF of a text in Typst's markup."""
    made = typst.compile(markup.encode())
    return bytes(made if isinstance(made, bytes) else made[0])


def scanned(pages: int) -> bytes:
    """A PDF whose pages are grey pictures without any text."""
    document = pypdfium2.PdfDocument.new()
    for _each in range(pages):
        page = document.new_page(595, 842)
        bitmap = pypdfium2.PdfBitmap.new_native(60, 84, pypdfium2.raw.FPDFBitmap_BGR)
        picture = pypdfium2.PdfImage.new(document)
        picture.set_bitmap(bitmap)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page.insert_obj(picture)
        page.gen_content()
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def locked(data: bytes) -> bytes:
    """A PDF that asks for a password."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(file, encryption=pikepdf.Encryption(user="hemligt", owner="hemligt"))
    return file.getvalue()


def bound(*documents: bytes) -> bytes:
    """One PDF of the pages of several."""
    file = io.BytesIO()
    with pikepdf.new() as whole:
        for data in documents:
            with pikepdf.open(io.BytesIO(data)) as document:
                whole.pages.extend(document.pages)
        whole.save(file)
    return file.getvalue()


def repeated(data: bytes, times: int) -> bytes:
    """A PDF with its pages many times over."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document, pikepdf.new() as long:
        for _each in range(times):
            long.pages.extend(document.pages)
        long.save(file)
    return file.getvalue()
