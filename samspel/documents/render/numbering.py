"""The running numbers of tables and charts: the same in every rendering."""

from dataclasses import dataclass

from samspel.documents.document import Chart, Document


@dataclass(frozen=True, slots=True)
class Labels:
    """``Tabell 3`` by the key of a table, ``Diagram 1`` by the key of a chart."""

    tables: dict[str, str]
    charts: dict[str, str]


def labels_of(document: Document) -> Labels:
    """Number the tables (the charts' own included) and the charts in reading order."""
    charts = [block for block in document.blocks() if isinstance(block, Chart)]
    return Labels(
        tables={
            table.key: f"{document.table_word} {number}"
            for number, table in enumerate(document.tables(), start=1)
        },
        charts={
            chart.key: f"{document.chart_word} {number}"
            for number, chart in enumerate(charts, start=1)
        },
    )
