"""Tables and charts of counts: a cohort broken down by something, whole or by gender."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.documents.document import Chart, Column, Run, Series, Table
from samspel.report.plan import Material


def breakdown_chart(
    material: Material, *, key: str, cohort: str, dimension: str, title: str, unit: str = ""
) -> Chart:
    """Bars of a cohort by a dimension, with a table of counts and shares; of people if not told."""
    codes = material.printed.keys(cohort, dimension)
    return Chart(
        key=key,
        kind="bar",
        title=title,
        alternative=_told(material, title, cohort, dimension, codes),
        categories=tuple(material.printed.key_title(dimension, code) for code in codes),
        series=(
            Series(
                material.printed.figure_title(cohort), _heights(material, cohort, dimension, codes)
            ),
        ),
        unit=unit or _("people"),
        table=_breakdown_table(material, f"{key}-table", cohort, dimension, title, codes),
    )


def _breakdown_table(
    material: Material, key: str, cohort: str, dimension: str, title: str, codes: Sequence[str]
) -> Table:
    printed = material.printed
    columns = (
        Column(printed.dimension_title(dimension)),
        Column(_("Number"), "count"),
        Column(_("Share"), "percent"),
    )
    rows: list[tuple[Run, ...]] = [
        (
            printed.key_title(dimension, code),
            printed.number(f"{cohort}.{dimension}.{code}"),
            printed.number(f"{cohort}.{dimension}.{code}.share"),
        )
        for code in codes
    ]
    rows.append((_("Total"), printed.number(cohort), ""))
    return Table(key, title, columns, tuple(rows))


def age_band_chart(material: Material, *, key: str, cohort: str, title: str) -> Chart:
    """Bars of a cohort by age band and gender, with a table that has the totals."""
    codes = age_bands(material, cohort)
    genders = genders_of(material, cohort)
    return Chart(
        key=key,
        kind="grouped_bar",
        title=title,
        alternative=_told(material, title, cohort, "age_band", codes),
        categories=tuple(material.printed.key_title("age_band", code) for code in codes),
        series=tuple(
            Series(
                material.printed.key_title("gender", gender),
                _heights(material, cohort, "age_band", codes, f".gender.{gender}"),
            )
            for gender in genders
        ),
        unit=_("people"),
        table=_age_table(material, f"{key}-table", cohort, title, codes, genders),
    )


def _age_table(
    material: Material,
    key: str,
    cohort: str,
    title: str,
    codes: Sequence[str],
    genders: Sequence[str],
) -> Table:
    printed = material.printed
    columns = (
        Column(printed.dimension_title("age_band")),
        *(Column(printed.key_title("gender", gender), "count") for gender in genders),
        Column(_("Total"), "count"),
        Column(_("Share"), "percent"),
    )
    rows: list[tuple[Run, ...]] = [
        (
            printed.key_title("age_band", code),
            *(printed.number(f"{cohort}.age_band.{code}.gender.{gender}") for gender in genders),
            printed.number(f"{cohort}.age_band.{code}"),
            printed.number(f"{cohort}.age_band.{code}.share"),
        )
        for code in codes
    ]
    total: tuple[Run, ...] = (
        _("Total"),
        *(printed.number(f"{cohort}.gender.{gender}") for gender in genders),
        printed.number(cohort),
        "",
    )
    name = _("%(cohort)s by age") % {"cohort": printed.figure_title(cohort)}
    return Table(key, title, columns, (*rows, total), name=name)


def age_bands(material: Material, cohort: str) -> list[str]:
    """The team's bands, the empty ones too, and what lies outside them where that occurs.

    Those of which the public edition says nothing are left out.
    """
    own = [band.key for band in material.bands]
    occurring = material.printed.keys(cohort, "age_band")
    every = [*own, *(key for key in occurring if key not in own)]
    return [key for key in every if not material.printed.is_silent(f"{cohort}.age_band.{key}")]


def genders_of(material: Material, cohort: str) -> list[str]:
    """Women and men always, and what else occurs."""
    occurring = material.printed.keys(cohort, "gender")
    return ["woman", "man", *(key for key in occurring if key not in ("woman", "man"))]


def _heights(
    material: Material, cohort: str, dimension: str, codes: Sequence[str], suffix: str = ""
) -> tuple[Decimal | None, ...]:
    return tuple(
        material.printed.number(f"{cohort}.{dimension}.{code}{suffix}").value for code in codes
    )


def _told(material: Material, title: str, cohort: str, dimension: str, codes: Sequence[str]) -> str:
    """What a chart shows, in words: “Newly enrolled by referrer: Region 7, School 1.”"""
    printed = material.printed
    told = (
        f"{printed.key_title(dimension, code)} "
        f"{printed.number(f'{cohort}.{dimension}.{code}').printed}"
        for code in codes
    )
    return f"{title}: {', '.join(told)}."
