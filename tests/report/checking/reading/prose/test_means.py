"""Means, ages and what they are of."""

import pytest

from tests.report.checking.reading.prose.reading_of import stated

MEANS = [
    ("Förra halvåret var genomströmningstiden 18 månader.", []),
    ("Genomströmningstid, median: 18 månader.", []),
    ("Genomströmningstid för alla avslutade: 14 månader.", []),
    ("Genomströmningstiden var 1 år och 7 månader.", []),
    (
        "Under motsvarande period var genomströmningstiden 18 månader.",
        ["throughput_months@previous=18"],
    ),
    ("Genomströmningstiden är 21 månader.", ["throughput_months=21"]),
    (
        "Genomströmningstiden för de avslutade deltagarna var 25,2 månader (högre än tidigare).",
        ["throughput_months=25,2"],
    ),
    (
        (
            "Genomströmningstiden var i genomsnitt 16,3 månader (kvinnor 16,9, män 17,9), med "
            "medianen 17,3 månader."
        ),
        [
            "throughput_months=16,3",
            "throughput_months.gender.woman=16,9",
            "throughput_months.gender.man=17,9",
            "throughput_months.median=17,3",
        ],
    ),
    (
        "Genomströmningstiden var 18 månader för kvinnor och 20 månader för män.",
        ["throughput_months.gender.woman=18", "throughput_months.gender.man=20"],
    ),
    (
        (
            "Tiden i offentlig försörjning var i genomsnitt 1,64 år (kvinnor 1,62, män 1,67). "
            "Uppgiften finns för 10 av de 12."
        ),
        [
            "public_support_months.years=1,64",
            "public_support_months.gender.woman.years=1,62",
            "public_support_months.gender.man.years=1,67",
            "public_support_months.n=10",
            "closed_to_result=12",
        ],
    ),
    (
        "Vid inskrivningen hade de en genomsnittlig tid i offentlig försörjning på 40,3 månader.",
        ["public_support_months=40,3"],
    ),
    (
        "Medelåldern ligger nu på 37,5 år, den yngste är 20 och den äldsta 57.",
        ["age_at_end=37,5", "age_at_end.youngest=20", "age_at_end.oldest=57"],
    ),
    ("Medelåldern vid avslut var 34,9 år.", ["age_at_closing=34,9"]),
    # scanned
    ("Genomstrémningstiden ar 19,1 manader.", ["throughput_months=19,1"]),
    (
        "Tiden i offentlig forsorjning var 1,15 ar, man 0.37 ar.",
        ["public_support_months.years=1,15", "public_support_months.gender.man.years=0.37"],
    ),
    # of another time, and with something left out
    (
        "Tiden med offentlig försörjning har ökat från 5 till 6 år.",
        ["public_support_months.years@previous=5", "public_support_months.years=6"],
    ),
    (
        (
            "Genomströmningstiden är 24 månader. Frånräknat en lång inskrivning är "
            "genomströmningstiden 17 månader."
        ),
        ["throughput_months=24", "throughput_months=17 (exception)"],
    ),
    (
        (
            "En person har varit med sedan starten. Räknas det avslutet bort är\n\n"
            "genomströmningstiden genast 17 månader."
        ),
        ["throughput_months=17 (exception)"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MEANS)
def test_a_mean_is_a_figure(text: str, expected: list[str]) -> None:
    assert stated(text, "3") == expected


NOTHING = [
    "Genomströmningstiden minskade med 3 månader till 18 månader.",
    "Genomströmningstiden varierar från 3 till 60 månader.",
    "Tiden i offentlig försörjning varierar mellan 6 månader och 10 år.",
    "Den längsta genomströmningstiden var 72 månader.",
    "Den genomsnittliga genomströmningstiden för 2021 var 19 månader.",
    "Medelåldern bland de nyinskrivna är 33 år.",
    "Genomströmningstiden har ökat kraftigt sedan senaste mätningen.",
    "Kvinnorna är i snitt 9 år äldre än männen vid avslut.",
    "Genomströmningstiden förväntas bli 15 månader.",
    "Genomströmningstid 2101-2112 2107-2206 17,9 mån 18,6 mån",
    "16 personer har avslutats. Medelåldern var 38 år.",  # at the end, or of those?
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_are_no_means(text: str) -> None:
    assert [each for each in stated(text, "3") if "closed" not in each] == []
