"""When “remitterade” are the newly enrolled."""

from decimal import Decimal

from samspel.figures.address import parse_address
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.referred import as_newly_enrolled
from samspel.report.checking.statement import Statement


def statement(address: str, value: int, line: int) -> Statement:
    printed = Printed(line, 0, 2, str(value), Decimal(value))
    return Statement(parse_address(address), printed)


def told(*pairs: tuple[str, int]) -> list[str]:
    made = [statement(address, value, line) for line, (address, value) in enumerate(pairs)]
    return [str(each.address) for each in as_newly_enrolled(made)]


def test_as_many_as_were_enrolled_are_the_enrolled() -> None:
    found = told(("newly_enrolled", 16), ("referred", 16), ("referred.gender.woman", 10))
    assert found == ["newly_enrolled", "newly_enrolled", "newly_enrolled.gender.woman"]


def test_another_number_of_referred_stays_what_it_says() -> None:
    found = told(("newly_enrolled", 16), ("referred", 26), ("referred.gender.woman", 10))
    assert found == ["newly_enrolled", "referred", "referred.gender.woman"]


def test_referred_of_another_period_stay() -> None:
    found = told(("newly_enrolled", 16), ("referred", 16), ("referred@previous", 16))
    assert found == ["newly_enrolled", "newly_enrolled", "referred@previous"]
