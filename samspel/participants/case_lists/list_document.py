"""The list that an agency is given, as a document to print."""

from collections.abc import Sequence

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
from samspel.organisation.association import Agency
from samspel.participants.case_lists.listing import AgencyLine
from samspel.personnel.methods.team_meeting import TeamMeeting


def list_document(lines: Sequence[AgencyLine], agency: Agency, meeting: TeamMeeting) -> Document:
    """One page for one agency, in the language of the reader's page."""
    team, title = meeting.team, _("Cases at the meeting")
    about = f"{meeting.kind.title} {meeting.on.isoformat()} {meeting.clock}"
    columns = tuple(
        Column(each) for each in (_("Case"), _("Initials"), _("Question"), _("May be spoken of"))
    )
    rows = tuple((each.number, each.initials, each.question, each.about) for each in lines)
    warning = _(
        "Given to %(agency)s with the consent of each participant. It is not to be passed on, and "
        "is destroyed after the meeting."
    )
    blocks: tuple[Block, ...] = (
        Table("cases", about, columns, rows),
        Paragraph((warning % {"agency": agency.name},)),
    )
    field = Field("cases-field", title, (Part("description", "", blocks),))
    return Document(
        title=title,
        subtitle=agency.name,
        team=team.name,
        association=team.association.name,
        start=meeting.on,
        end=meeting.on,
        period_printed=about,
        language="en" if (get_language() or "").startswith("en") else "sv",
        edition="internal",
        layout="letter",
        chapters=(Chapter("cases-chapter", title, (field,)),),
        table_word=_("Table"),
        page_words=(_("Page"), _("of")),
    )
