"""Bands, addresses and printing: what people type and what they see."""

from fractions import Fraction

import pytest

from samspel.figures.address import parse_address
from samspel.figures.bands import DEFAULT_BANDS, parse_bands
from samspel.figures.printing import decimals, percent, print_value
from samspel.figures.rounding import whole
from samspel.figures.values import Mean, Share, Value


def test_bands_are_read() -> None:
    assert [band.key for band in DEFAULT_BANDS] == ["16-17", "18-30", "31-45", "46-64", "65-"]
    assert [band.title for band in parse_bands(" 18–29 , 30- ")] == ["18–29", "30–"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("18-30,30-40", "overlap"),
        ("65-,18-30", "overlap"),
        ("30-18", "ends before it starts"),
        ("young", "is not an age band"),
        ("", "is not an age band"),
        ("-30", "is not an age band"),
    ],
)
def test_what_is_no_band_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_bands(text)


@pytest.mark.parametrize(
    "text",
    [
        "newly_enrolled",
        "newly_enrolled.gender.woman.share",
        "closed_to_result.gender.woman.outcome.work",
        "newly_enrolled.age_band.65-.share@previous",
        "result_rate.gender.man",
        "throughput_months.median@2021-07-01..2022-06-30",
        "throughput_months.without_longest",
        "public_support_months.gender.woman.years",
        "public_support_months.median.years@year_before",
        "age_at_end.oldest@since_start",
    ],
)
def test_an_address_is_read_and_written_back(text: str) -> None:
    assert str(parse_address(text)) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("clients", "no figure named 'clients'"),
        ("", "no figure named"),
        ("throughput_series", "no figure named"),
        ("newly_enrolled.gender", "names gender but not which"),
        ("newly_enrolled.gender.women", "not registered"),
        ("newly_enrolled.gender.woman.gender.man", "twice"),
        ("newly_enrolled.median", "no statistic named 'median'"),
        ("throughput_months.youngest", "no statistic named 'youngest'"),
        ("throughput_months.median.longest", "'median'"),
        ("newly_enrolled.years", "Only months"),
        ("throughput_months.n.years", "Only months"),
        ("newly_enrolled@tomorrow", "is not a period"),
        ("newly_enrolled@", "is not a period"),
    ],
)
def test_what_is_no_address_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_address(text)


@pytest.mark.parametrize(
    ("value", "places", "swedish", "english"),
    [
        (Fraction(2415, 100), 1, "24,2", "24.2"),
        (Fraction(1525, 100), 1, "15,3", "15.3"),
        (Fraction(5, 2), 0, "3", "3"),
        (Fraction(-5, 2), 0, "−3", "−3"),
        (Fraction(249, 100), 0, "2", "2"),
        (Fraction(1345272), 0, "1\u202f345\u202f272", "1,345,272"),
        (Fraction(-1, 1000), 2, "0,00", "0.00"),
        (Fraction(1, 20), 1, "0,1", "0.1"),
        (0, 1, "0,0", "0.0"),
        (None, 1, "–", "–"),
    ],
)
def test_rounding_half_away_from_zero(
    value: Fraction | int | None, places: int, swedish: str, english: str
) -> None:
    assert (decimals(value, places, "sv"), decimals(value, places, "en")) == (swedish, english)


def test_percent_is_made_of_part_and_whole() -> None:
    assert percent(Share(1, 8)) == 13
    assert percent(Share(9, 17)) == 53
    assert percent(Share(0, 3)) == 0
    assert percent(Share(0, 0)) is None
    assert whole(Fraction(-1, 2)) == -1


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Value("c", "closed", "count", "persons", Fraction(1200)), "1\u202f200"),
        (Value("r", "result_rate", "share", "share", Fraction(9, 17)), "53\u00a0%"),
        (Value("r", "result_rate", "share", "share", None), "–"),
        (Value("q", "queue_days", "median", "days", Fraction(91, 2)), "46"),
        (Value("a", "age_at_end", "extreme", "years", Fraction(20)), "20"),
        (Value("a", "age_at_end", "mean", "years", Fraction(75, 2)), "37,5"),
        (Value("p", "public_support_months", "mean", "years", Fraction(69, 60)), "1,15"),
        (Value("c", "closed", "count", "persons", None, withheld=True, below=5), "<5"),
        (Value("c", "closed", "count", "persons", None, withheld=True), ".."),
    ],
)
def test_a_value_is_printed(value: Value, printed: str) -> None:
    assert print_value(value) == printed


def test_a_distribution_answers_exactly() -> None:
    mean = Mean(((1, 2), (4, 1), (10, 1)), Fraction(1, 10), "months")
    assert (mean.n, mean.total, mean.value) == (4, Fraction(8, 5), Fraction(2, 5))
    assert (mean.median, mean.youngest, mean.oldest) == (Fraction(1, 4), Fraction(1, 10), 1)
    assert mean.without_longest().raw == ((1, 2), (4, 1))
    assert mean.without_longest().median == Fraction(1, 10)
    nothing = Mean((), Fraction(1), "days")
    assert (nothing.n, nothing.value, nothing.median, nothing.smallest) == (0, None, None, None)
    assert nothing.without_longest() == nothing
