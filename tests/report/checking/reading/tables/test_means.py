"""Means by gender in a list's line and in blocks of short lines, clean and damaged."""

from datetime import date

import pytest

from samspel.figures.period import Period
from samspel.report.checking.claims import MeanOfParts
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.outlining import outline_of
from samspel.report.checking.reading.tables.means import read_means
from samspel.report.checking.source import Source
from tests.report.checking.reading.tables.claimed import stated

PERIOD = Period(date(2022, 1, 1), date(2022, 12, 31))
WHOLE, WOMAN, MAN = (
    "throughput_months",
    "throughput_months.gender.woman",
    "throughput_months.gender.man",
)
ONE_LINE = (
    "• Genomströmningstid : 20,5 mån; kvinnor 22,4 mån, män 16,75 mån",
    "- Genomströmningstid: 20,5 månader (kvinnor 22,4, män 16,75)",
    "Genomströmningstid: män 16,75 mån, kvinnor 22,4 mån, totalt 20,5 mån",
    "* Genomstromningstid i snitt: 20,5 man; kvinnor 22,4 man, man 16,75 man",
    "Genomstrémningstid totalt: 20,5 manader, varav kvinnor 22,4 och mén 16,75",
    "• Genomströmningstid: 20,5 mån, 22,4 mån för kvinnor och 16,75 mån för män",
    "• Genomströmningstid 2022: 20,5 mån; kvinnor 22,4 mån, män 16,75 mån",
    "• Genomströmningstid (månader): 20,5; kvinnor 22,4; män 16,75",
)
BLOCKS = (
    ("Genomströmningstid totalt: 20,5 månader", "Män: 16,75 månader", "Kvinnor: 22,4"),
    ("Genomstrémningstid totalt: 20,5 manader", "Man: 16,75 manader", "", "Kvinnor: 22,4"),
    ("Genomströmningstid i Bron:", "Kvinnor 22,4 mån", "Män 16,75 mån", "Totalt 20,5 mån"),
    (
        "Genomstromningstid",
        "",
        "Bron snitt totalt: 20,5 manader",
        "",
        "Mén: 16,75",
        "Kvinnor: 22,4",
    ),
)
NOT_THESE = (
    ("Genomströmningstiden var 20,5 månader, för kvinnor 22,4 och för män 16,75.", "a sentence"),
    ("Genomströmningstid: 20,5 månader", "no parts: running text has it"),
    ("• Genomströmningstid 2019: 20,5 mån; kvinnor 22,4 mån, män 16,75 mån", "another year"),
    ("• Genomströmningstid förra året: 20,5 mån; kvinnor 22,4 mån, män 16,75 mån", "before"),
    ("• Genomströmningstid, avhopp: 20,5 mån; kvinnor 22,4 mån, män 16,75 mån", "others"),
    ("• Genomströmningstid: 20,5 mån; kvinnor 22,4 mån, män 16,75 mån (2021: 19)", "more"),
    ("• Genomströmningstid: 20,5 mån; kvinnor 22,4 mån, kvinnor 16,75 mån", "one twice"),
    ("• Genomströmningstid: 20,5 %; kvinnor 22,4 %, män 16,75 %", "no time"),
    ("• Genomströmningstid: 20,5; kvinnor 22,4; män 16,75", "no unit"),
    ("• Väntetid: 20,5 mån; kvinnor 22,4 mån, män 16,75 mån", "another measure"),
    ("• Genomströmningstid: 20,5 mån; kvinnor 22,4 mån,\nmän 16,75 mån", "a broken line"),
    ("Genomströmningstid totalt: 20,5 månader\nKvinnor: 8\nMän: 4", "numbers of people"),
    ("Genomströmningstid totalt: 20,5 månader\nSlut\nKvinnor: 8,5\nMän: 4,5", "another list"),
    ("• Genomströmningstid för kvinnor i Bron: 22,4 mån, män 16,75 mån", "whose is it"),
    ("Kvinnor: 22,4 månader\nMän: 16,75 månader", "no measure"),
)


def read(text: str) -> Found:
    """What is read of a text that is about 2022."""
    whole = outline_of(Source.of_text(text))
    return read_means(Outline(whole.source, "Bron", PERIOD, whole.parts, whole.headings))


def told(found: Found) -> dict[str, str]:
    return {str(each.address): each.printed.text for each in found.statements}


@pytest.mark.parametrize("line", ONE_LINE)
def test_a_line_tells_all_and_each_gender(line: str) -> None:
    found = read(line)
    assert told(found) == {WHOLE: "20,5", WOMAN: "22,4", MAN: "16,75"}
    assert found.lines == {1}


@pytest.mark.parametrize("lines", BLOCKS)
def test_short_lines_tell_all_and_each_gender(lines: tuple[str, ...]) -> None:
    found = read("\n".join(lines))
    assert told(found) == {WHOLE: "20,5", WOMAN: "22,4", MAN: "16,75"}
    assert found.lines == {at for at, line in enumerate(lines, start=1) if line}


@pytest.mark.parametrize(("text", "_why"), NOT_THESE)
def test_what_is_unclear_is_left_to_others(text: str, _why: str) -> None:
    assert read(text) == Found()


def test_the_parts_are_said_to_make_the_mean() -> None:
    (claim,) = read(ONE_LINE[0]).claims
    assert isinstance(claim, MeanOfParts)
    assert claim.whole.text == "20,5"
    assert [part.text for part in claim.parts] == ["22,4", "16,75"]
    assert claim.numbers == (None, None)
    assert claim.measure == "throughput_months"


def test_means_in_different_units_are_no_claim() -> None:
    found = read("• Tid i bidragsberoende: 3,5 år; kvinnor 40,5 månader, män 4 år")
    assert told(found) == {
        "public_support_months.years": "3,5",
        "public_support_months.gender.woman": "40,5",
        "public_support_months.gender.man.years": "4",
    }
    assert found.claims == ()


def test_years_in_a_scan_with_the_measure_above() -> None:
    lines = (
        "Tid i offentlig forsérjning innan Bron:",
        "Innan Bron snitt totalt: 2,35 ar",
        "Man: 1.41 ar",
        "",
        "Kvinnor 2,80 &r",
        "",
        "Genomstromningstid i Bron",
        "Genomstrémningstid totalt: 18,2 manader",
        "Man: 17,7 manader",
        "",
        "Kvinnor: 19",
    )
    assert stated(read_means, *lines) == {
        "public_support_months.years": "2.35",
        "public_support_months.gender.man.years": "1.41",
        "public_support_months.gender.woman.years": "2.8",
        "throughput_months": "18.2",
        "throughput_months.gender.man": "17.7",
        "throughput_months.gender.woman": "19",
    }


def test_the_gender_named_first_is_not_all() -> None:
    found = read("• Genomströmningstid: kvinnor 22,4 mån, män 16,75 mån")
    assert told(found) == {WOMAN: "22,4", MAN: "16,75"}
    assert found.claims == ()


def test_a_median_is_read_with_the_means() -> None:
    found = read("• Genomströmningstid: 20,5 mån; median 18 mån, kvinnor 22,4 mån, män 16,75 mån")
    assert told(found)["throughput_months.median"] == "18"


def test_an_age_beside_times_of_the_closed_is_at_closing() -> None:
    age = "• Snittålder :, 38,2 år; kvinnor 40,5 år, män 33,75 år"
    assert read(age) == Found()
    found = read(f"{ONE_LINE[0]}\n\n{age}")
    assert told(found)["age_at_closing"] == "38,2"
    assert told(found)["age_at_closing.gender.man"] == "33,75"


def test_an_age_that_is_said_to_be_at_closing_stands_alone() -> None:
    found = read("• Ålder vid avslut: 38,2 år; kvinnor 40,5, män 33,75")
    assert told(found) == {
        "age_at_closing": "38,2",
        "age_at_closing.gender.woman": "40,5",
        "age_at_closing.gender.man": "33,75",
    }


@pytest.mark.parametrize(
    "heading",
    [
        "Genomströmningstid 2019",
        "Genomströmningstid föregående år: 14 månader",
        "Genomströmningstid för alla avslutade:",
        "Genomströmningstid 190101-191231:",
    ],
)
def test_short_lines_under_another_time_or_other_people_are_kept_from_every_reader(
    heading: str,
) -> None:
    found = read(f"{heading}\nKvinnor: 12,5\nMän: 16\n\nSlut")
    assert found == Found(lines=frozenset({2, 3}))


def test_medians_of_women_and_men_are_no_means() -> None:
    found = read("Genomströmningstid, median: 18 månader\nKvinnor: 17,5\nMän: 25")
    assert told(found) == {"throughput_months.median": "18"}
    assert found.lines == {1, 2, 3}


@pytest.mark.parametrize("when", ["vid inskrivning", "nyinskrivna", "vid periodens slut"])
def test_an_age_of_another_time_is_not_at_closing(when: str) -> None:
    age = f"• Medelålder {when}: 30 år; kvinnor 32 år, män 28,5 år"
    assert not any("age" in address for address in told(read(f"{ONE_LINE[0]}\n{age}")))


def test_years_in_brackets_and_dashes_between() -> None:
    found = read("Ålder vid avslut (år): totalt 39,3 – kvinnor 42,1 – män 35,1")
    assert told(found) == {
        "age_at_closing": "39,3",
        "age_at_closing.gender.woman": "42,1",
        "age_at_closing.gender.man": "35,1",
    }
