"""Every figure of a team and a period as a document: for the figures' page and its downloads."""

from collections.abc import Iterable
from typing import Literal, cast

from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.documents.document import Block, Chapter, Column, Document, Field, Part, Run, Table
from samspel.figures.contract import BROKEN_DOWN_BY
from samspel.figures.definitions import PUBLIC_COHORTS, PUBLIC_MEASURES, PUBLIC_SHARES
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.report.build import material_of
from samspel.report.edition import Edition, printed_of
from samspel.report.event_tables import (
    events_table,
    group_figures,
    ideas_table,
    placement_figures,
)
from samspel.report.exhibits import age_band_chart, breakdown_chart, genders_of
from samspel.report.period_words import period_words
from samspel.report.plan import Material
from samspel.report.resource_tables import (
    budget_figures,
    organisation_figures,
    personnel_figures,
)
from samspel.report.results_tables import (
    age_and_gender_table,
    rate_table,
    results_table,
    since_start_table,
)
from samspel.report.score_tables import scores_table
from samspel.report.sentences import is_none
from samspel.report.throughput_series import series_chart
from samspel.report.way_tables import way_tables
from samspel.report.withheld import without_withheld_columns


def figures_document(team: Team, period: Period, *, edition: Edition, language: str) -> Document:
    """The figures in tables and charts, by what they are about."""
    printed = printed_of(team, period, edition=edition, language=language)
    material = material_of(team, period, printed)
    with override(language):
        chapters: tuple[Chapter, ...] = (
            _chapter("people", _("People"), (_counts(material), *_breakdowns(material))),
            _chapter("outcomes", _("Results"), _results(material)),
            _chapter("times", _("Times and ages"), (_measures(material), *series_chart(material))),
        )
        if material.tells_of_the_way:
            way = _chapter("way", _("The way through the team"), way_tables(material))
            chapters = (*chapters[:1], way, *chapters[1:])
        chapters = (*chapters[:-2], *_events(material), *chapters[-2:])
        return Document(
            title=_("Figures"),
            subtitle=f"{team.name}, {period_words(period, language)}",
            team=team.name,
            association=team.association.name,
            start=period.start,
            end=period.end,
            period_printed=period_words(period, language),
            language=cast("Literal['sv', 'en']", language),
            edition=edition,
            chapters=chapters,
            contents_title=_("Contents"),
            table_word=_("Table"),
            chart_word=_("Chart"),
            page_words=(_("Page"), _("of")),
            text_numbers_words=(_("Figures in the text"), _("Figure"), _("Value")),
        )


def _events(material: Material) -> Iterable[Chapter]:
    """What is counted of events, by what they are about, where there is anything of it."""
    subjects = (
        ("meetings", _("Follow-ups and attendance"), events_table(material)),
        ("groups", _("Groups and activities"), group_figures(material)),
        ("placements", _("Work placements"), placement_figures(material)),
        ("scores", _("Outcome scores"), scores_table(material)),
        ("ideas", _("Participants' ideas and suggestions"), ideas_table(material)),
        ("personnel", _("Personnel"), personnel_figures(material)),
        ("organisation", _("Organisation"), organisation_figures(material)),
        ("budget", _("Budget"), budget_figures(material)),
    )
    for key, title, blocks in subjects:
        if told := tuple(blocks):
            yield _chapter(key, title, told)


def _chapter(key: str, title: str, blocks: Iterable[Block]) -> Chapter:
    told = tuple(without_withheld_columns(blocks))
    return Chapter(key, title, (Field(f"{key}-field", title, (Part("description", "", told),)),))


def _counts(material: Material) -> Table:
    printed = material.printed
    genders = genders_of(material, "worked_with")
    rows: list[tuple[Run, ...]] = [
        (
            printed.figure_title(cohort),
            printed.number(cohort),
            *(printed.number(f"{cohort}.gender.{gender}") for gender in genders),
        )
        for cohort in (*PUBLIC_COHORTS, *PUBLIC_SHARES)
    ]
    columns = (
        Column(_("Figure")),
        Column(_("All"), "count"),
        *(Column(printed.key_title("gender", gender), "count") for gender in genders),
    )
    return Table("counts", _("Participants"), columns, tuple(rows))


def _breakdowns(material: Material) -> Iterable[Block]:
    for cohort, dimensions in BROKEN_DOWN_BY.items():
        if is_none(material, cohort):
            continue
        for dimension in dimensions:
            if dimension in ("gender", "outcome"):
                continue
            yield _breakdown(material, cohort, dimension)


def _breakdown(material: Material, cohort: str, dimension: str) -> Block:
    printed = material.printed
    title = f"{printed.figure_title(cohort)}: {printed.dimension_title(dimension).lower()}"
    key = f"{cohort}-{dimension}".replace("_", "-")
    if dimension == "age_band":
        return age_band_chart(material, key=key, cohort=cohort, title=title)
    return breakdown_chart(material, key=key, cohort=cohort, dimension=dimension, title=title)


def _results(material: Material) -> Iterable[Block]:
    yield results_table(material)
    if not is_none(material, "closed"):
        yield breakdown_chart(
            material,
            key="closed-outcome",
            cohort="closed",
            dimension="outcome",
            title=_("Closed by outcome"),
        )
    if not is_none(material, "completed"):
        yield rate_table(material)
        yield from age_and_gender_table(material)
    yield from since_start_table(material)


def _measures(material: Material) -> Table:
    """All measures, those over all completed too, named as such."""
    printed = material.printed
    genders = genders_of(material, "worked_with")
    units = {"months": _("months"), "years": _("years"), "days": _("days")}
    rows: list[tuple[Run, ...]] = [
        (
            f"{printed.figure_title(key)}, {units[measure.unit]}",
            printed.number(key),
            *(printed.number(f"{key}.gender.{gender}") for gender in genders),
            printed.number(f"{key}.median"),
            printed.number(f"{key}.{measure.smallest}"),
            printed.number(f"{key}.{measure.largest}"),
            printed.number(f"{key}.n"),
        )
        for key, measure in PUBLIC_MEASURES.items()
    ]
    heads = (
        _("Mean"),
        *(printed.key_title("gender", gender) for gender in genders),
        _("Median"),
        _("Smallest"),
        _("Largest"),
    )
    columns = (
        Column(_("Figure")),
        *(Column(head, "decimal") for head in heads),
        Column(_("Number"), "count"),
    )
    return Table("measures", _("Times and ages"), columns, tuple(rows))
