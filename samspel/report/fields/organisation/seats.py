"""Field 7 of the steering group: its seats, who holds them, and which are vacant since when."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.documents.document import Column, Run, Table
from samspel.organisation.steering.told import ToldHolder, ToldSeat
from samspel.report.plan import Material
from samspel.report.sentences import is_known, is_none, joined, own_words, plural, sentences

_ORDINARY = "member"


def seats(material: Material) -> str:
    """How many seats there are, who chairs, what stands vacant, and who came and left."""
    if not is_known(material, "steering_seats") or is_none(material, "steering_seats"):
        return ""
    told = [each for each in material.steering().seats if each.is_there_at_end]
    return sentences(
        _number(material),
        _chair(told, material.period.end),
        _vacant(told),
        _came(material),
        _left(material),
    )


def _number(material: Material) -> str:
    text = ngettext(
        "The steering group had {steering_seats:word} seat at the end of the period%(vacant)s.",
        "The steering group had {steering_seats:word} seats at the end of the period%(vacant)s.",
        plural(material, "steering_seats"),
    )
    if is_none(material, "steering_seats_vacant"):
        return text % {"vacant": _(", and none of them stood vacant")}
    vacant = ngettext(
        ", of which {steering_seats_vacant:word} stood vacant",
        ", of which {steering_seats_vacant:word} stood vacant",
        plural(material, "steering_seats_vacant"),
    )
    return text % {"vacant": vacant}


def _chair(told: Sequence[ToldSeat], end: date) -> str:
    for seat in told:
        for holder in seat.holders:
            if holder.is_chair and (holder.last_on is None or holder.last_on >= end):
                words = {"name": own_words(holder.name), "whose": own_words(seat.whose)}
                return _("It was chaired by %(name)s, %(whose)s.") % words
    return ""


def _vacant(told: Sequence[ToldSeat]) -> str:
    vacant = [_vacant_seat(seat, seat.vacant_since) for seat in told if seat.vacant_since]
    if not vacant:
        return ""
    return _("Vacant: %(seats)s.") % {"seats": "; ".join(vacant)}


def _vacant_seat(seat: ToldSeat, since: date) -> str:
    words = {"seat": _of(seat), "day": since.isoformat()}
    return _("%(seat)s, since %(day)s") % words


def _came(material: Material) -> str:
    """Who took an ordinary seat in the period; who goes on from an earlier one is no news."""
    period = material.period
    came = [
        _person(seat, holder)
        for seat, holder in _ordinary(material)
        if period.start < holder.first_on <= period.end
    ]
    if not came:
        return ""
    return _("New as ordinary members during the period: %(people)s.") % {"people": joined(came)}


def _left(material: Material) -> str:
    period = material.period
    left = [
        _person(seat, holder)
        for seat, holder in _ordinary(material)
        if holder.last_on is not None and period.start <= holder.last_on < period.end
    ]
    if not left:
        return ""
    return _("Ordinary members who left during the period: %(people)s.") % {"people": joined(left)}


def _ordinary(material: Material) -> Iterator[tuple[ToldSeat, ToldHolder]]:
    for seat in material.steering().seats:
        if seat.kind == _ORDINARY:
            yield from ((seat, holder) for holder in seat.holders)


def _person(seat: ToldSeat, holder: ToldHolder) -> str:
    return f"{own_words(holder.name)} ({own_words(seat.whose)})"


def _of(seat: ToldSeat) -> str:
    return f"{own_words(seat.whose)} ({_kind(seat.kind)})"


def _kind(kind: str) -> str:
    """What somebody on a seat is, within a line."""
    titles = {
        "member": _("ordinary member"),
        "substitute": _("substitute"),
        "adjunct": _("adjunct"),
        "rapporteur": _("rapporteur"),
    }
    return titles[kind]


def seats_table(material: Material) -> tuple[Table, ...]:
    """Everybody who held a seat in the period, and the vacant ones; no table without seats."""
    rows = tuple(row for seat in material.steering().seats for row in _rows(seat))
    if not rows:
        return ()
    columns = (
        Column(_("Agency")),
        Column(_("Seat")),
        Column(_("Name")),
        Column(_("From"), "date"),
        Column(_("To"), "date"),
    )
    caption = _("The seats of the steering group")
    return (Table("steering-seats", caption, columns, rows, name=_("Steering group")),)


def _rows(seat: ToldSeat) -> Iterator[tuple[Run, ...]]:
    kind = _kind(seat.kind).capitalize()
    for holder in seat.holders:
        chair = _("chair") if holder.is_chair else ""
        who = ", ".join(each for each in (holder.name, holder.title, chair) if each)
        last_on = holder.last_on.isoformat() if holder.last_on else ""
        yield seat.whose, kind, who, holder.first_on.isoformat(), last_on
    if seat.vacant_since is not None:
        yield seat.whose, kind, _("vacant"), seat.vacant_since.isoformat(), ""
