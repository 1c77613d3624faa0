"""Means of all and of each gender, put together from places that tell them apart."""

from decimal import Decimal

from samspel.figures.address import parse_address
from samspel.report.checking.claims import MeanOfParts
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.sizes import with_sizes
from samspel.report.checking.statement import Statement


def put_together(**told: str) -> list[MeanOfParts]:
    """The means that follow from some figures, each on a line of its own."""
    statements = [
        Statement(parse_address(address.replace("__", ".")), _printed(line, text), "table")
        for line, (address, text) in enumerate(told.items(), start=1)
    ]
    claims = with_sizes([], statements, None, has_further_genders=True)
    return [each for each in claims if isinstance(each, MeanOfParts)]


def _printed(line: int, text: str) -> Printed:
    step = Decimal(1).scaleb(-len(text.partition(".")[2]))
    return Printed(line, 0, len(text), text, Decimal(text), step)


def test_every_gender_that_has_a_mean_is_a_part() -> None:
    (mean,) = put_together(
        throughput_months="16.4",
        throughput_months__gender__woman="17.0",
        throughput_months__gender__man="18.0",
        throughput_months__gender__unknown="7.5",
        closed_to_result="12",
        closed_to_result__gender__woman="8",
        closed_to_result__gender__man="3",
        closed_to_result__gender__unknown="1",
    )
    assert [part.text for part in mean.parts] == ["17.0", "18.0", "7.5"]
    assert [number and number.text for number in mean.numbers] == ["8", "3", "1"]
    assert mean.all_of is not None
    assert mean.all_of.text == "12"


def test_a_mean_of_one_gender_alone_is_no_part() -> None:
    told = put_together(
        throughput_months="16.4", throughput_months__gender__woman="17.0", closed_to_result="12"
    )
    assert told == []


def test_without_sizes_nothing_follows_where_somebody_is_of_another_gender() -> None:
    told = put_together(
        throughput_months="16.4",
        throughput_months__gender__woman="17.0",
        throughput_months__gender__man="18.0",
    )
    assert told == []
