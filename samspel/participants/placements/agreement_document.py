"""The agreement about a placement between participant, employer and team, to be signed by hand.

It holds what the three need to have in their hands at the workplace, and nothing else: no
identity number, no date of birth, no address, no case number, nothing about benefits or health.
The participant stands there by name, since an agreement is with somebody. Of a person with a
protected identity not even the name is printed: a file can be mailed, kept or lost, so that the
line is left empty and the person writes the name when the three meet, if it is to stand there at
all. The supervisor and the coach stand there by name only, without telephone or mail. Wage
subsidy and goal are told only where they were entered for the placement.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

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
from samspel.participants.placements.agreement_words import AgreementWords
from samspel.participants.placements.ladder import Rung, told_hours
from samspel.participants.placements.placement import Placement
from samspel.participants.plans.drawing import language_of_page

_LINE = "_" * 46
_ROOM_TO_WRITE = "\u00a0"
"""A line with nothing on it: a no-break space, so that every rendering keeps it."""


def agreement_document(
    placement: Placement, rungs: Sequence[Rung], words: AgreementWords, *, on: date
) -> Document:
    """The agreement in the reader's language; ``words`` are the team's own, ``on`` the day."""
    team = placement.episode.team
    return Document(
        title=_("Agreement on a work placement"),
        subtitle=placement.employer.name,
        team=team.name,
        association=team.host.name if team.host else team.association.name,
        start=placement.starts_on,
        end=placement.ends_planned_on or placement.starts_on,
        period_printed=on.isoformat(),
        language=language_of_page(),
        edition="internal",
        layout="letter",
        chapters=tuple(_chapters(placement, rungs, words)),
        table_word=_("Table"),
        chart_word=_("Drawing"),
        page_words=(_("Page"), _("of")),
    ).without_empty_fields()


def _chapters(
    placement: Placement, rungs: Sequence[Rung], words: AgreementWords
) -> Iterator[Chapter]:
    yield _chapter("parties", _("Who agrees"), _list(_parties(placement)))
    yield _chapter("agreed", _("What we agree on"), _agreed(placement, rungs))
    words_of_team = [*_text(words.insurance), *_text(words.secrecy)]
    yield _chapter("words", _("Work environment, insurance and secrecy"), words_of_team)
    yield _chapter("signatures", _("Signatures"), _signatures(placement))


def _chapter(key: str, title: str, blocks: Iterable[Block]) -> Chapter:
    found = tuple(blocks)
    parts = (Part("description", "", found, key=f"{key}-text"),) if found else ()
    return Chapter(key, title, (Field(f"{key}-field", title, parts),))


def _list(lines: Iterable[tuple[str, str]]) -> list[Block]:
    rows = tuple((f"{title}: {told}",) for title, told in lines)
    return [BulletList(rows)] if rows else []


def _text(text: str) -> list[Block]:
    lines = (each.strip() for each in text.replace("\r\n", "\n").split("\n"))
    return [Paragraph((line,)) for line in lines if line]


def _participant(placement: Placement) -> str:
    """The participant's name; a line to write on where the identity is protected."""
    person = placement.episode.participant
    return _LINE if person.is_protected else person.name


def _parties(placement: Placement) -> Iterator[tuple[str, str]]:
    episode = placement.episode
    yield _("Participant"), _participant(placement)
    yield _("Workplace"), placement.employer.name
    if placement.supervisor is not None:
        yield _("Supervisor at the workplace"), str(placement.supervisor)
    coach = f", {episode.coach.name}" if episode.coach else ""
    yield _("Team"), f"{episode.team.name}{coach}"


def _agreed(placement: Placement, rungs: Sequence[Rung]) -> Iterator[Block]:
    """What for, what, when: in few lines, so that the signatures have room on the same page."""
    yield from _list(_facts(placement, rungs))
    yield from _text(placement.duties)
    weeks = {"weeks": placement.follow_up_weeks}
    said = _("The three meet to follow up every %(weeks)s weeks, or when one of them asks for it.")
    yield Paragraph((said % weeks,))


def _facts(placement: Placement, rungs: Sequence[Rung]) -> Iterator[tuple[str, str]]:
    yield _("Purpose"), placement.get_purpose_display()
    if placement.goal:
        yield _("Goal"), placement.goal
    if placement.subsidy is not None:
        yield _("Wage subsidy"), placement.subsidy.title
    yield _("When"), _when(placement)
    steps = (
        _("%(hours)s from %(day)s") % {"hours": told_hours(each.hours), "day": each.on.isoformat()}
        for each in rungs
    )
    yield _("Hours a week"), ", ".join(steps)
    if placement.times:
        yield _("Days and hours"), placement.times
    if placement.task is not None:
        yield _("Tasks"), placement.task.title


def _when(placement: Placement) -> str:
    day = {"start": placement.starts_on.isoformat()}
    if placement.ends_planned_on is None:
        return _("from %(start)s, until further notice") % day
    return _("from %(start)s to %(end)s") % (day | {"end": placement.ends_planned_on.isoformat()})


def _signatures(placement: Placement) -> Iterator[Block]:
    person = placement.episode.participant
    supervisor, coach = placement.supervisor, placement.episode.coach
    signers = (
        (_("Participant"), "" if person.is_protected else person.name),
        (_("Workplace"), str(supervisor) if supervisor else placement.employer.name),
        (_("Team"), coach.name if coach else placement.episode.team.name),
    )
    for role, name in signers:
        yield Paragraph((_ROOM_TO_WRITE,))
        yield Paragraph((_LINE, " ", "_" * 24))
        told = f"{role}: {name}" if name else role
        yield Paragraph((told, ". ", _("Name, and to the right place and day")))
