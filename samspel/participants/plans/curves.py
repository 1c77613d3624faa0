"""Scaling questions over time: a drawing for each, with its words and its table."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F
from django.utils.translation import gettext as _

from samspel.documents.document import Chart, Column, Number, Series, Table
from samspel.participants.episode import Episode
from samspel.participants.plans.scale import HIGHEST, Scale, ScalePoint


@dataclass(frozen=True, slots=True)
class Curve:
    """A scaling question with its answers, oldest first."""

    scale: Scale
    points: tuple[ScalePoint, ...]

    @property
    def last(self) -> ScalePoint:
        """Where the person stood last."""
        return self.points[-1]

    def chart(self) -> Chart | None:
        """The answers as a drawing; None where there is but one."""
        if len(self.points) < 2:
            return None
        key = f"scale-{self.scale.pk}"
        return Chart(
            key=key,
            kind="line",
            title=self.scale.text,
            alternative=self.told(),
            categories=tuple(point.on.isoformat() for point in self.points),
            series=(Series(self.scale.text, tuple(Decimal(each.value) for each in self.points)),),
            unit="",
            table=self.table(),
            days=tuple(point.on for point in self.points),
            top=Decimal(HIGHEST),
        )

    def table(self) -> Table:
        """The answers by day."""
        return Table(
            key=f"scale-{self.scale.pk}-table",
            caption=self.scale.text,
            columns=(Column(_("Day"), "date"), Column(_("0–10"), "count")),
            rows=tuple((point.on.isoformat(), _number(point)) for point in self.points),
        )

    def told(self) -> str:
        """The way of the line in words."""
        first, last = self.points[0], self.last
        words = _("From %(first)s on %(begin)s to %(last)s on %(end)s, on a scale from 0 to 10.")
        return words % {
            "first": first.value,
            "begin": first.on.isoformat(),
            "last": last.value,
            "end": last.on.isoformat(),
        }


def _number(point: ScalePoint) -> Number:
    printed = str(point.value)
    return Number(f"scale.{point.pk}", printed, Decimal(point.value), point.on.isoformat())


def curves_of(episode: Episode) -> list[Curve]:
    """The scaling questions of an episode that have been answered; one query."""
    points = ScalePoint.objects.filter(scale__episode=episode).select_related("scale")
    by_scale: dict[Scale, list[ScalePoint]] = {}
    team_first = F("scale__question__place").asc(nulls_last=True)
    for point in points.order_by(team_first, "scale__place", "scale_id", "on"):
        by_scale.setdefault(point.scale, []).append(point)
    return [Curve(scale, tuple(found)) for scale, found in by_scale.items()]
