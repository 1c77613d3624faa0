"""The sheet on paper as a document, to be rendered as PDF."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.documents.document import (
    Block,
    Chapter,
    Column,
    Document,
    Field,
    Paragraph,
    Part,
    Table,
)
from samspel.organisation.team import Team
from samspel.participants.attendance.paper import Paper, name_column

LINE = "_" * 24
"""Where a guest's name is written by hand."""


def document_of(paper: Paper, team: Team) -> Document:
    """A page, or some, in the language of the reader's page."""
    rows = tuple((row.name or LINE, *row.marks) for row in paper.rows)
    columns = (Column(name_column()), *(Column(each) for each in paper.columns))
    blocks: list[Block] = [Table("attendance", paper.about, columns, rows)]
    if paper.key:
        blocks.append(Paragraph((paper.key,)))
    field = Field("attendance", paper.about, (Part("description", "", tuple(blocks)),))
    return Document(
        title=paper.title,
        subtitle=paper.about,
        team=team.name,
        association=team.association.name,
        start=paper.period.start,
        end=paper.period.end,
        period_printed=paper.about,
        language="en" if (get_language() or "").startswith("en") else "sv",
        edition="internal",
        layout="letter",
        chapters=(Chapter("attendance", _("Attendance"), (field,)),),
        table_word=_("Table"),
        page_words=(_("Page"), _("of")),
    )
