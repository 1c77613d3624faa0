"""The table of outcome scores: what became of them, of all and by gender."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samspel.documents.document import Column, Run, Table
from samspel.figures.work_codes import SCORE_CHANGES
from samspel.report.exhibits import genders_of
from samspel.report.plan import Material

COMPARED = "scores_compared"


def scores_table(material: Material) -> Iterator[Table]:
    """One row for each change, also where nobody has it, and one for all that were compared."""
    if not material.tells_of_scores:
        return
    printed = material.printed
    genders = genders_of(material, COMPARED)
    where = {
        printed.key_title("score_change", each.code): f".score_change.{each.code}"
        for each in SCORE_CHANGES
    }
    rows: list[tuple[Run, ...]] = [
        (
            title,
            printed.number(f"{COMPARED}{at}"),
            printed.number(f"{COMPARED}{at}.share"),
            *(printed.number(f"{COMPARED}.gender.{gender}{at}") for gender in genders),
        )
        for title, at in where.items()
    ]
    for title, figure, share in (
        (printed.figure_title("changed_reliably"), "changed_reliably", "reliable_change_rate"),
        (_("All"), COMPARED, ""),
    ):
        by_gender = (printed.number(f"{figure}.gender.{gender}") for gender in genders)
        rows.append(
            (title, printed.number(figure), printed.number(share) if share else "", *by_gender)
        )
    columns = (
        Column(printed.dimension_title("score_change")),
        Column(_("Number"), "count"),
        Column(_("Share"), "percent"),
        *(Column(printed.key_title("gender", gender), "count") for gender in genders),
    )
    caption = _("Outcome scores (ORS), the first against the last")
    yield Table("scores", caption, columns, tuple(rows), name=_("Outcome scores"))
