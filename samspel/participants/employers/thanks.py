"""A sheet that thanks an employer: in plain words, for the wall.

It names no participant and tells no number that could point at one: numbers are told in steps
(`told_outside`), and of fewer persons than the smallest of them nothing is told but thanks.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.documents.document import Block, Chapter, Document, Field, Paragraph, Part
from samspel.figures.employers import Help, told_outside
from samspel.figures.period import Period
from samspel.figures.printing import decimals
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.periods import told_period

_HUNDRED = 100


def thanks_of(employer: Employer, told: Help, period: Period, *, work: Sequence[str]) -> Document:
    """The sheet; ``work`` are the kinds of work that the employer offers."""
    team = employer.team
    said = told_period(period)
    blocks = (*_sentences(employer, told, said, work), *_signature(employer, period))
    heading = _("What you have meant")
    field = Field("thanks", heading, (Part("description", "", blocks),))
    title = _("Thank you, %(employer)s!") % {"employer": employer.name}
    return Document(
        title=title,
        subtitle=team.name,
        team=team.name,
        association=team.association.name,
        start=period.start,
        end=period.end,
        period_printed=said,
        language="en" if get_language() == "en" else "sv",
        edition="public",
        layout="letter",
        is_large=True,
        chapters=(Chapter("thanks", heading, (field,)),),
        table_word=_("Table"),
        chart_word=_("Drawing"),
        page_words=(_("Page"), _("of")),
    )


def _sentences(employer: Employer, told: Help, period: str, work: Sequence[str]) -> Iterator[Block]:
    opened = _(
        "You have opened your workplace to people on their way to work or studies. With you they "
        "have met colleagues, tried what they can do and taken steps at their own pace."
    )
    yield Paragraph((opened,))
    if work:
        tried = _("There has been room with you for: %(work)s.") % {"work": ", ".join(work)}
        yield Paragraph((tried,))
    if numbers := list(_numbers(told, period)):
        yield Paragraph((" ".join(numbers),))
    meant = _(
        "Nobody finds the way to work alone. That %(employer)s says “welcome” and takes the time "
        "to show how things are done makes a difference for those who come, and for all of us."
    )
    yield Paragraph((meant % {"employer": employer.name},))


def _numbers(told: Help, period: str) -> Iterator[str]:
    persons = told_outside(told.persons)
    if persons is None:
        return
    came = _("At least %(number)s people have had a work placement with you (%(period)s).")
    yield came % {"number": persons, "period": period}
    hundreds = int(told.hours) // _HUNDRED * _HUNDRED
    if hundreds:
        hours = decimals(Fraction(Decimal(hundreds)), 0, get_language() or "sv")
        yield _("That has become more than %(hours)s hours.") % {"hours": hours}
    onwards = told_outside(told.onwards)
    if onwards is not None:
        yield _("For at least %(number)s of them it led on to work or studies.") % {
            "number": onwards
        }
    elif told.onwards:
        yield _("For some of them it led on to work or studies.")


def _signature(employer: Employer, period: Period) -> Iterator[Block]:
    yield Paragraph((_("With warm thanks"),))
    yield Paragraph((f"{employer.team.name}, {period.end.isoformat()}",))
