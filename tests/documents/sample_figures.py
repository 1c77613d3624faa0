"""The figures of the made-up report: numbers, tables and charts."""

from decimal import Decimal

from samspel.documents.document import (
    CellKind,
    Chart,
    Column,
    Number,
    Run,
    Series,
    Table,
)


def count(address: str, value: int, title: str = "") -> Number:
    return Number(address, str(value), Decimal(value), title or f"Antal: {address}")


def percent(address: str, value: int) -> Number:
    return Number(
        address, f"{value} %", Decimal(value) / 100, "Andel till resultat", kind="percent"
    )


def months(address: str, value: str) -> Number:
    printed = value.replace(".", ",")
    return Number(address, printed, Decimal(value), "Genomströmningstid", kind="decimal")


def money(address: str, value: int) -> Number:
    printed = f"{value:,}".replace(",", "\u202f")
    return Number(address, printed, Decimal(value), "Budget, kronor", kind="money")


WITHHELD = Number(
    "closed.outcome.moved", "<5", None, "Avslutade: flyttat från kommunen", withheld=True
)
NO_DATA = Number("result_rate.gender.other", "–", None, "Andel till resultat", kind="percent")

REFERRERS = (
    ("Försäkringskassan", 8),
    ("Arbetsförmedlingen", 6),
    ("Socialtjänsten, enheten för försörjningsstöd", 7),
    ("Region Skogsdalen, psykiatrisk öppenvård", 5),
    ("Egenremiss", 1),
)
SERIES = (
    ("2021-07–2022-06", "16.6"),
    ("2022-01–2022-12", "18.2"),
    ("2022-07–2023-06", None),
    ("2023-01–2023-12", "21.4"),
    ("2023-07–2024-06", "19.7"),
    ("2024-01–2024-12", "17.0"),
)
RESULT_COLUMNS = (
    "Inskrivna vid periodens början",
    "Nyinskrivna under perioden",
    "Avslutade totalt",
    "Varav tidiga avhopp",
    "Till arbete",
    "Till studier",
    "Till annan arbetslivs­inriktad rehabilitering",
    "Till sjuk­ersättning",
    "Åter till medicinsk rehabilitering",
    "Till annat",
    "Inskrivna vid periodens slut",
)
RESULT_ROWS = (
    ("Kvinnor", (22, 16, 14, 1, 4, 1, 2, 1, 2, 3, 24)),
    ("Män", (13, 11, 9, 1, 3, 1, 1, 0, 1, 2, 15)),
    ("Samtliga", (35, 27, 23, 2, 7, 2, 3, 1, 3, 5, 39)),
)


def results_table() -> Table:
    return Table(
        key="results",
        caption="Deltagarresultat 2024-01-01 – 2024-12-31",
        columns=(Column("Deltagare"), *(Column(title, "count") for title in RESULT_COLUMNS)),
        rows=tuple(
            (name, *(count(f"results.{name}.{i}", value) for i, value in enumerate(values)))
            for name, values in RESULT_ROWS
        ),
        note="Tidiga avhopp räknas med bland de avslutade men inte i andelen till resultat.",
    )


def referrer_chart() -> Chart:
    rows: tuple[tuple[Run, ...], ...] = tuple(
        (name, count(f"newly_enrolled.referred_by.{i}", n)) for i, (name, n) in enumerate(REFERRERS)
    )
    return Chart(
        key="referrers",
        kind="bar",
        title="Vem som remitterade de nyinskrivna",
        alternative="Försäkringskassan remitterade flest, 8 av 27, följd av socialtjänsten med 7.",
        categories=tuple(name for name, _ in REFERRERS),
        series=(Series("Nyinskrivna", tuple(Decimal(n) for _, n in REFERRERS)),),
        unit="personer",
        table=Table(
            "referrers-table",
            "Nyinskrivna efter remittent",
            (Column("Remittent"), Column("Antal", "count")),
            rows,
        ),
    )


def age_chart() -> Chart:
    bands = (("16–17", 0, 1), ("18–30", 7, 4), ("31–45", 5, 3), ("46–64", 4, 2), ("65–", 0, 1))
    return Chart(
        key="ages",
        kind="grouped_bar",
        title="Nyinskrivna efter ålder och kön",
        alternative="De flesta nyinskrivna är 18–45 år; där är kvinnorna fler.",
        categories=tuple(band for band, _, _ in bands),
        series=(
            Series("Kvinnor", tuple(Decimal(women) for _, women, _ in bands)),
            Series("Män", tuple(Decimal(men) for _, _, men in bands)),
        ),
        unit="personer",
        table=Table(
            "ages-table",
            "Nyinskrivna efter åldersgrupp och kön",
            (Column("Ålder"), Column("Kvinnor", "count"), Column("Män", "count")),
            tuple(
                (
                    band,
                    count(f"newly_enrolled.age_band.{band}.woman", women),
                    count(f"newly_enrolled.age_band.{band}.man", men),
                )
                for band, women, men in bands
            ),
        ),
    )


def throughput_chart() -> Chart:
    return Chart(
        key="throughput-series",
        kind="line",
        title="Genomströmningstid i rullande tolvmånadersperioder",
        alternative="Tiden steg från 16,6 till 21,4 månader och har sedan sjunkit till 17,0.",
        categories=tuple(window for window, _ in SERIES),
        series=(
            Series("Medelvärde", tuple(Decimal(mean) if mean else None for _, mean in SERIES)),
            Series(
                "Median",
                tuple(Decimal(n) for n in ("14.0", "15.5", "16.1", "18.9", "17.3", "15.8")),
            ),
        ),
        unit="månader",
        table=Table(
            "throughput-series-table",
            "Genomströmningstid, månader",
            (
                Column("Period"),
                Column("Medelvärde", "decimal"),
                Column("Antal till resultat", "count"),
            ),
            tuple(
                (
                    window,
                    months(f"throughput.{window}", mean) if mean else "–",
                    count(f"throughput_n.{window}", 9),
                )
                for window, mean in SERIES
            ),
        ),
    )


def budget_table() -> Table:
    lines = (
        ("Löner", 1_840_000, 1_795_250),
        ("Lokal", 212_000, 214_300),
        ("Resor", 38_500, 41_120),
    )
    return Table(
        "budget",
        "Budget och utfall, kronor",
        (Column("Post"), Column("Tilldelat", "money"), Column("Utfall", "money")),
        tuple(
            (name, money(f"budget.{name}.allocated", given), money(f"budget.{name}.actual", used))
            for name, given, used in lines
        ),
    )


def staff_table() -> Table:
    kinds: tuple[tuple[str, CellKind], ...] = (
        ("Befattning", "text"),
        ("Arbetsgivare", "text"),
        ("Tjänstgöringsgrad", "percent"),
        ("Från", "date"),
    )
    return Table(
        "staff",
        "Personal under perioden",
        tuple(Column(title, kind) for title, kind in kinds),
        (
            ("Samordnare", "Lövsjö kommun", percent("staff.1", 100), "2019-08-01"),
            ("Handledare", "Arbetsförmedlingen", percent("staff.2", 75), "2022-01-10"),
            ("Arbetsterapeut", "Region Skogsdalen", percent("staff.3", 50), "2024-03-04"),
        ),
    )
