"""The tables of results: the team's own columns, the result rate, times and ages."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samspel.documents.document import Block, Column, Run, Table
from samspel.figures.codes import NOT_RESULT, OTHER, OUTCOMES, RESULT, dropout_codes
from samspel.report.before_records import rows_before_records
from samspel.report.exhibits import age_bands, genders_of
from samspel.report.period_words import period_words
from samspel.report.plan import Material
from samspel.report.sentences import joined

_FLOW = ("enrolled_at_start", "newly_enrolled", "closed", "dropouts")


def folded_outcomes(columns: Sequence[str]) -> tuple[str, ...]:
    """The outcomes that share the column *other*: all without a column, but for dropouts."""
    apart = {*columns, *dropout_codes(OUTCOMES)} - {OTHER}
    return tuple(outcome.code for outcome in OUTCOMES if outcome.code not in apart)


def results_table(material: Material) -> Table:
    """One row with the columns that the team has chosen; the rest of the outcomes is folded."""
    columns = _result_columns(material)
    return Table(
        key="results",
        caption=_("Results of the participants, %(period)s")
        % {"period": period_words(material.period, material.printed.language)},
        columns=tuple(Column(title, "count") for title, _address in columns),
        rows=(tuple(material.printed.number(address) for _title, address in columns),),
        row_headers=False,
        note=_folded_note(material),
        name=_("Results"),
    )


def since_start_table(material: Material) -> list[Table]:
    """The results table of the period, and of all the time since the team started.

    Where reports were published before the records began, their years stand apart, marked. None
    for a team that is known to have started later: nothing is since then.
    """
    if material.printed.figures.starts_later:
        return []
    columns = _result_columns(material)
    addresses = [address for _title, address in columns]
    before = rows_before_records(material, addresses)
    since = {"": period_words(material.period, material.printed.language)}
    if len(before) <= 1:
        since["@since_start"] = _("In the records") if before else _("Since the start")
    rows: list[tuple[Run, ...]] = [
        (title, *(material.printed.number(f"{address}{suffix}") for address in addresses))
        for suffix, title in since.items()
    ]
    rows += before
    heads = [
        material.printed.figure_title("enrolled_at_start"),
        *(title for title, _address in columns[1:-1]),
        material.printed.figure_title("enrolled_at_end"),
    ]
    return [
        Table(
            key="results-since-start",
            caption=_("Results since the team started"),
            columns=(Column(_("Period")), *(Column(title, "count") for title in heads)),
            rows=tuple(rows),
            note=_folded_note(material),
            name=_("Since the start"),
        )
    ]


def _result_columns(material: Material) -> list[tuple[str, str]]:
    """Title and address of each column, from the enrolled at the start to those at the end."""
    printed, period = material.printed, material.period
    titles = [
        _("Enrolled %(day)s") % {"day": period.start},
        printed.figure_title("newly_enrolled"),
        _("Closed in total"),
        _("Of which early dropouts"),
    ]
    columns = list(zip(titles, _FLOW, strict=True))
    columns += _outcome_columns(material)
    columns.append((_("Enrolled %(day)s") % {"day": period.end}, "enrolled_at_end"))
    return columns


def _outcome_columns(material: Material) -> list[tuple[str, str]]:
    """The team's own columns and what is folded; result or not where no more may be told."""
    printed = material.printed
    if _tells_result_only(material):
        return [
            (printed.key_title("outcome", code), f"closed.outcome.{code}")
            for code in (RESULT, NOT_RESULT)
        ]
    apart = {OTHER, *dropout_codes(OUTCOMES)}
    columns = [
        (printed.key_title("outcome", code), f"closed.outcome.{code}")
        for code in material.outcome_columns
        if code not in apart
    ]
    folded = "+".join(folded_outcomes(material.outcome_columns))
    return [*columns, (printed.key_title("outcome", OTHER), f"closed.outcome.{folded}")]


def _tells_result_only(material: Material) -> bool:
    return bool({RESULT, NOT_RESULT} & set(material.printed.keys("closed", "outcome")))


def _folded_note(material: Material) -> str:
    if _tells_result_only(material):
        return ""
    codes = [code for code in folded_outcomes(material.outcome_columns) if code != OTHER]
    if not codes:
        return ""
    titles = (material.printed.key_title("outcome", code).lower() for code in codes)
    return _("%(other)s also includes %(outcomes)s.") % {
        "other": material.printed.key_title("outcome", OTHER),
        "outcomes": joined(titles),
    }


def rate_table(material: Material) -> Table:
    """Completed, closed to a result and the result rate: by gender and in all."""
    printed = material.printed
    columns = (
        Column(printed.dimension_title("gender")),
        Column(printed.figure_title("completed"), "count"),
        Column(printed.figure_title("closed_to_result"), "count"),
        Column(printed.figure_title("result_rate"), "percent"),
        Column(_("Share of the results"), "percent"),
    )
    rows: list[tuple[Run, ...]] = [
        (
            printed.key_title("gender", gender),
            printed.number(f"completed.gender.{gender}"),
            printed.number(f"closed_to_result.gender.{gender}"),
            printed.number(f"result_rate.gender.{gender}"),
            printed.number(f"closed_to_result.gender.{gender}.share"),
        )
        for gender in genders_of(material, "completed")
    ]
    whole = ("completed", "closed_to_result", "result_rate")
    rows.append((_("All"), *map(printed.number, whole), ""))
    return Table(
        key="result-rate",
        caption=_("Result rate by gender"),
        columns=columns,
        rows=tuple(rows),
        name=printed.figure_title("result_rate"),
    )


def measures_table(material: Material) -> Table:
    """Throughput, time on public support and age at closing, of those closed to a result.

    Every gender that occurs has a column, so that the means can be held against that of all.
    """
    printed = material.printed
    rows = [
        (_("Throughput time, months"), "throughput_months", ""),
        (_("Time on public support before, months"), "public_support_months", ""),
        (_("Time on public support before, years"), "public_support_months", ".years"),
        (_("Age at closing, years"), "age_at_closing", ""),
    ]
    genders = genders_of(material, "closed_to_result")
    columns = (
        Column(_("Mean of those closed to a result")),
        Column(_("All"), "decimal"),
        *(Column(printed.key_title("gender", gender), "decimal") for gender in genders),
        Column(_("Median"), "decimal"),
        Column(_("Number"), "count"),
    )
    return Table(
        key="times-and-ages",
        caption=_("Times and ages of those closed to a result"),
        columns=columns,
        rows=tuple(
            (
                title,
                printed.number(f"{measure}{unit}"),
                *(printed.number(f"{measure}.gender.{gender}{unit}") for gender in genders),
                printed.number(f"{measure}.median{unit}"),
                printed.number(f"{measure}.n"),
            )
            for title, measure, unit in rows
        ),
        name=_("Times and ages"),
    )


def age_and_gender_table(material: Material) -> list[Block]:
    """Completed and closed to a result by age band and gender, with the rate of each band.

    In the public edition without what it does not tell by age.
    """
    told = {cohort: age_bands(material, cohort) for cohort in ("completed", "closed_to_result")}
    cohorts = [cohort for cohort, bands in told.items() if bands]
    if not cohorts:
        return []
    printed = material.printed
    genders = genders_of(material, "completed")
    heads = [Column(printed.dimension_title("age_band"))]
    for cohort in cohorts:
        heads += _heads_of(material, cohort, genders)
    if "completed" in cohorts:
        heads.append(Column(printed.figure_title("result_rate"), "percent"))
    where = {printed.key_title("age_band", band): f".age_band.{band}" for band in told[cohorts[0]]}
    where[_("Total")] = ""
    return [
        Table(
            key="results-by-age-and-gender",
            caption=_("Results by age at enrolment and gender"),
            columns=tuple(heads),
            rows=tuple(
                (title, *_of_band(material, at, genders, cohorts)) for title, at in where.items()
            ),
            name=_("Results by age"),
        )
    ]


def _heads_of(material: Material, cohort: str, genders: Sequence[str]) -> list[Column]:
    name = material.printed.figure_title(cohort)
    titles = [material.printed.key_title("gender", gender).lower() for gender in genders]
    heads = [Column(f"{name}, {title}", "count") for title in titles]
    return [*heads, Column(_("%(cohort)s, total") % {"cohort": name}, "count")]


def _of_band(
    material: Material, at: str, genders: Sequence[str], cohorts: Sequence[str]
) -> list[Run]:
    number = material.printed.number
    cells: list[Run] = []
    for cohort in cohorts:
        cells += [number(f"{cohort}{at}.gender.{gender}") for gender in genders]
        cells.append(number(f"{cohort}{at}"))
    return [*cells, number(f"result_rate{at}")] if "completed" in cohorts else cells
