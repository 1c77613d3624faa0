"""Whatever a team's year was like: no finding where all agrees, one where one number does not."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import count

from hypothesis import given
from hypothesis import strategies as some

from samspel.figures.address import parse_address
from samspel.report.checking.checks.every import held
from samspel.report.checking.checks.held import exchanged
from samspel.report.checking.checks.noticing import noticed
from samspel.report.checking.claims import Claim, Difference, Flow, MeanOfParts, Share, Sum
from samspel.report.checking.printed import Printed, Unit
from samspel.report.checking.statement import Statement
from tests.report.checking.spec.printing import found, reading

RESULTS = ("work", "studies", "other_rehabilitation")


@dataclass(frozen=True)
class Year:
    """What really happened, exactly."""

    start: int
    new_women: int
    new_men: int
    outcomes: tuple[int, ...]
    """Closed women and men by three results and something else, women first."""
    months: tuple[Decimal, Decimal]
    rows: tuple[tuple[int, int], ...]
    decimals: int

    @property
    def women(self) -> int:
        return sum(self.outcomes[:3])

    @property
    def men(self) -> int:
        return sum(self.outcomes[3:6])

    @property
    def closed(self) -> int:
        return sum(self.outcomes)


small = some.integers(0, 30)
lengths = some.decimals(1, 60, places=3, allow_nan=False)
years = some.builds(
    Year,
    start=some.integers(60, 200),
    new_women=some.integers(1, 40),
    new_men=some.integers(1, 40),
    outcomes=some.tuples(*[some.integers(1, 9)] * 6, small),
    months=some.tuples(lengths, lengths),
    rows=some.lists(
        some.tuples(some.integers(10_000, 3_000_000), some.integers(10_000, 3_000_000)),
        min_size=2,
        max_size=5,
    ).map(tuple),
    decimals=some.integers(0, 2),
)


class Writer:
    """Prints numbers, each on a line of its own, rounded as a report would."""

    def __init__(self) -> None:
        self.lines = count(1)
        self.claims: list[Claim] = []
        self.statements: list[Statement] = []

    def number(self, value: Decimal | int, decimals: int = 0, unit: Unit = "") -> Printed:
        step = Decimal(1).scaleb(-decimals)
        printed = (Decimal(value) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
        text = str(printed).replace(".", ",")
        return Printed(next(self.lines), 0, len(text), text, printed, step, unit)

    def state(self, address: str, value: Decimal | int, decimals: int = 0) -> Printed:
        printed = self.number(value, decimals)
        self.statements.append(Statement(parse_address(address), printed))
        return printed

    def share(self, part: Printed, whole: Printed, decimals: int) -> None:
        percent = self.number(part.value * 100 / whole.value, decimals, "percent")
        self.claims.append(Share(part, percent, (whole,), named=True))


def written(year: Year) -> Writer:
    """The year as a report tells it, some of it twice."""
    writer = Writer()
    _people(writer, year)
    _results(writer, year)
    _money(writer, year)
    return writer


def _people(writer: Writer, year: Year) -> None:
    new = writer.state("newly_enrolled", year.new_women + year.new_men)
    women = writer.state("newly_enrolled.gender.woman", year.new_women)
    men = writer.state("newly_enrolled.gender.man", year.new_men)
    for part in (women, men):
        writer.share(part, new, year.decimals)
    start = writer.state("enrolled_at_start", year.start)
    closed = writer.state("closed", year.closed)
    end = writer.state("enrolled_at_end", int(start.value + new.value - closed.value))
    writer.claims += [Sum(new, (women, men)), Flow(start, new, closed, end)]
    writer.state("worked_with", int(start.value + new.value))
    writer.state("enrolled_at_end", int(end.value))


def _results(writer: Writer, year: Year) -> None:
    outcomes = [
        writer.state(f"closed.outcome.{code}", year.outcomes[at] + year.outcomes[at + 3])
        for at, code in enumerate(RESULTS)
    ]
    other = writer.number(year.outcomes[6])
    closed = next(each.printed for each in writer.statements if each.address.figure == "closed")
    writer.claims.append(Sum(closed, (*outcomes, other)))
    result = writer.state("closed_to_result", year.women + year.men)
    writer.state("closed_to_result.gender.woman", year.women)
    writer.state("closed_to_result.gender.man", year.men)
    writer.share(result, closed, 0)
    longest = year.months[0] * year.women + year.months[1] * year.men
    writer.claims.append(
        MeanOfParts(
            writer.state("throughput_months", longest / (year.women + year.men), year.decimals),
            (
                writer.state("throughput_months.gender.woman", year.months[0], year.decimals),
                writer.state("throughput_months.gender.man", year.months[1], 1),
            ),
            (None, None),
            measure="throughput_months",
        )
    )


def _money(writer: Writer, year: Year) -> None:
    table = [
        (writer.number(had), writer.number(used), writer.number(had - used))
        for had, used in year.rows
    ]
    columns = list(zip(*table, strict=True))
    total = [writer.number(int(sum(each.value for each in column))) for column in columns]
    writer.claims += [
        Sum(whole, column, is_total=True) for whole, column in zip(total, columns, strict=True)
    ]
    writer.claims += [
        Difference(had, (used,), left)
        for had, used, left in [*table, (total[0], total[1], total[2])]
    ]


@given(years)
def test_a_report_that_agrees_gives_no_finding(year: Year) -> None:
    report = written(year)
    assert found(report.claims, report.statements) == []


@given(years, some.data())
def test_an_altered_number_that_is_understood_gives_one_finding(
    year: Year, data: some.DataObject
) -> None:
    report = written(year)
    claims = held(reading(report.claims, report.statements))
    numbers = {number.place: number for claim in claims for number in claim.numbers}
    old = numbers[data.draw(some.sampled_from(sorted(noticed(claims))))]
    times, more = data.draw(some.integers(2, 7)), data.draw(some.integers(11, 99))
    new = replace(old, value=abs(old.value) * times + old.step * more)
    statements = exchanged(tuple(report.statements), old, new)
    findings = found(exchanged(tuple(report.claims), old, new), statements)
    assert len(findings) == 1, [(each.kind, each.at, each.message) for each in findings]
