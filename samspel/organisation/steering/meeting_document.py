"""The agenda and the minutes of a meeting as documents, to be rendered as PDF."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from samspel.documents.document import (
    Block,
    BulletList,
    Chapter,
    Document,
    Field,
    Paragraph,
    Part,
)
from samspel.organisation.steering.group import language_of_page
from samspel.organisation.steering.meeting import Presence, SteeringAttendance, SteeringMeeting
from samspel.organisation.steering.minutes import Minutes


def agenda_document(meeting: SteeringMeeting) -> Document:
    """The agenda as a letter: when and where, and the points in order."""
    return _document(meeting, _("Agenda for the steering group"), _agenda(meeting))


def minutes_document(meeting: SteeringMeeting, minutes: Iterable[Minutes]) -> Document:
    """The minutes as a letter: who came, the text with every correction, and the decisions."""
    return _document(meeting, _("Minutes of the steering group"), _minutes(meeting, minutes))


def _document(meeting: SteeringMeeting, title: str, chapters: Iterable[Chapter]) -> Document:
    team = meeting.team
    return Document(
        title=title,
        subtitle=team.name,
        team=team.name,
        association=team.association.name,
        start=meeting.on,
        end=meeting.on,
        period_printed=_when_and_where(meeting),
        language=language_of_page(),
        edition="public",
        layout="letter",
        chapters=tuple(chapters),
        contents_title=_("Contents"),
        table_word=_("Table"),
        chart_word=_("Chart"),
        page_words=(_("Page"), _("of")),
    ).without_empty_fields()


def _when_and_where(meeting: SteeringMeeting) -> str:
    at = meeting.at.strftime("%H:%M") if meeting.at else ""
    return ", ".join(each for each in (meeting.on.isoformat(), at, meeting.place) if each)


def _agenda(meeting: SteeringMeeting) -> Iterator[Chapter]:
    for point in meeting.points.all():
        title = f"{point.place}. {point.title}"
        blocks = _paragraphs(point.text) or (Paragraph((_("No text."),)),)
        yield _chapter(f"point-{point.pk}", title, blocks)
    if not meeting.points.all():
        yield _chapter("none", _("Points"), (Paragraph((_("No points yet."),)),))


def _minutes(meeting: SteeringMeeting, minutes: Iterable[Minutes]) -> Iterator[Chapter]:
    rows = _once_each(meeting)
    came = [_attended(row) for row in rows if row.presence != Presence.ABSENT]
    absent = [_name(row) for row in rows if row.presence == Presence.ABSENT]
    yield _chapter("came", _("Came"), _bullets([*came, *meeting.guest_list()]))
    yield _chapter("absent", _("Did not come"), _bullets(absent))
    for each in minutes:
        yield _chapter(f"minutes-{each.number}", _heading(each), tuple(_text(each)))
    decided = [_decided(*each) for each in _decisions(meeting)]
    yield _chapter("decisions", _("Decisions"), _bullets(decided))


def _once_each(meeting: SteeringMeeting) -> list[SteeringAttendance]:
    """Who came, seat by seat; a substitute who came instead of a member is named there alone."""
    found = list(meeting.attendances.select_related("seat__agency", "holder"))
    stood_in = {row.stand_in_id for row in found if row.stand_in_id}
    rows = [row for row in found if row.holder_id not in stood_in]
    return sorted(rows, key=lambda row: (row.seat.place, row.seat.whose.casefold(), row.pk))


def _heading(minutes: Minutes) -> str:
    if minutes.number == 1:
        return _("Meeting minutes")
    return _("Correction %(number)s") % {"number": minutes.number - 1}


def _text(minutes: Minutes) -> Iterator[Block]:
    if minutes.corrects_because:
        yield Paragraph((_("What is corrected"), ": ", minutes.corrects_because))
    yield from _paragraphs(minutes.text)
    if minutes.adjusted_on is None:
        yield Paragraph((_("Draft, not adjusted. It may still be changed."),))
        return
    values = {"day": minutes.adjusted_on.isoformat(), "names": minutes.adjusted_by}
    yield Paragraph((_("Adjusted on %(day)s by %(names)s.") % values,))


def _decisions(meeting: SteeringMeeting) -> Iterator[tuple[str, str, str]]:
    for each in meeting.decisions.all():
        yield each.text, each.responsible, each.due_on.isoformat() if each.due_on else ""


def _decided(text: str, who: str, due_on: str) -> str:
    due = _("to be done by %(day)s") % {"day": due_on} if due_on else ""
    more = ", ".join(each for each in (who, due) if each)
    return f"{text} ({more})" if more else text


def _name(row: SteeringAttendance) -> str:
    who = row.holder.name if row.holder else _("vacant")
    return f"{who}, {row.seat}"


def _attended(row: SteeringAttendance) -> str:
    if row.presence != Presence.STAND_IN:
        return _name(row)
    who = row.holder.name if row.holder else _("a vacant seat")
    return _("%(name)s instead of %(who)s, %(seat)s") % {
        "name": row.stand_in_name,
        "who": who,
        "seat": str(row.seat),
    }


def _paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Paragraph((each.strip(),)) for each in text.splitlines() if each.strip())


def _bullets(items: list[str]) -> tuple[Block, ...]:
    return (BulletList(tuple((item,) for item in items)),) if items else ()


def _chapter(key: str, title: str, blocks: tuple[Block, ...]) -> Chapter:
    parts = (Part("description", "", blocks, key=f"{key}-text"),) if blocks else ()
    return Chapter(key, title, (Field(f"{key}-field", title, parts),))
