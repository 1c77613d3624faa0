"""A closing statement as a document: a letter with a head, and one section after the other."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, cast

from django.conf import settings
from django.utils.translation import get_language
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
from samspel.participants.closings.sections import SECTIONS
from samspel.participants.closings.statement import Statement
from samspel.participants.episode import Episode


def statement_document(
    episode: Episode, texts: Mapping[str, str], *, statement: Statement | None, until: date
) -> Document:
    """The statement in the reader's language; ``texts`` are those of the sections, by key.

    One that is not signed says so, since it may still be changed.
    """
    period = f"{episode.enrolled_on} – {until}"
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    return Document(
        title=_("Closing statement"),
        subtitle=episode.team.name,
        team=episode.team.name,
        association=episode.team.host.name if episode.team.host else episode.team.association.name,
        start=episode.enrolled_on or until,
        end=until,
        period_printed=period,
        language=cast("Literal['sv', 'en']", language),
        edition="internal",
        layout="letter",
        chapters=tuple(_chapters(episode, texts, statement)),
        contents_title=_("Contents"),
        table_word=_("Table"),
        chart_word=_("Chart"),
        page_words=(_("Page"), _("of")),
    )


def _chapters(
    episode: Episode, texts: Mapping[str, str], statement: Statement | None
) -> Iterator[Chapter]:
    yield _chapter("about", _("The participant"), _about(episode))
    for section in SECTIONS:
        text = texts.get(section.key, "")
        if text:
            yield _chapter(section.key, str(section.title), _paragraphs(text))
    yield _chapter("signature", _("Signature"), (_signature(episode, statement),))


def _chapter(key: str, title: str, blocks: tuple[Block, ...]) -> Chapter:
    part = Part("description", "", blocks, key=f"{key}-text")
    return Chapter(key, title, (Field(f"{key}-field", title, (part,)),))


def _about(episode: Episode) -> tuple[BulletList]:
    person = episode.participant
    number = person.identity_number
    rows = [(_("Name"), person.name)]
    if number:
        rows.append((_("Personal identity number"), f"{number[:8]}-{number[8:]}"))
    rows.append((_("Case number"), episode.case_number))
    if episode.coach:
        rows.append((_("Coach"), episode.coach.name))
    return (BulletList(tuple((f"{title}: {value}",) for title, value in rows)),)


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((each.strip(),)) for each in text.split("\n\n") if each.strip())


def _signature(episode: Episode, statement: Statement | None) -> Paragraph:
    if statement is None or statement.signed_on is None:
        return Paragraph((_("Draft, not signed. It may still be changed."),))
    name = statement.signed_by.name if statement.signed_by else ""
    values = {"day": statement.signed_on, "name": name, "team": episode.team.name}
    return Paragraph((_("Signed on %(day)s by %(name)s, %(team)s.") % values,))
