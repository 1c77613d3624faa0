"""The template's headings cut a report, however they are written and scanned."""

import pytest

from samspel.report.checking.reading.headings import Heading, heading_of
from samspel.report.checking.reading.outlining import outline_of
from samspel.report.checking.reading.parts import Part
from samspel.report.checking.source import Source


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("1. Deltagare", "1"),
        (" 1. Deltagare – insatsens förutsättningar ", "1"),
        ("2. Deltagare genomförande och process:", "2"),
        ("2. Deltagare genomfdrande och process:", "2"),
        ("3. Deltagare-resultat och effekter", "3"),
        ("3. Deltagare resultat", "3"),
        ("Deltagare – resultat och effekter", "3"),
        ("4. Personalen- insatsens förutsättningar", "4"),
        ("4. Personalen-insatsens forutsattningar", "4"),
        ("5. Personal-arbetsätt och metoder", "5"),
        ("5. Personal - arbetss&tt och metoder", "5"),
        ("5. Personal – genomförande och process", "5"),
        ("VI. Personal – resultat och effekter", "6"),
        ("7) Organisation - férutsattningar", "7"),
        ("8 Organisation – genomförande och process", "8"),
        ("l. Deltagare", "1"),
        ("Fält 9: Organisation – Resultat och effekter", "9"),
        ("**9. Organisation — Resultat och effekter**", "9"),
        ("9. Resultat och effekter", "9"),
    ],
)
def test_a_field_is_known_by_its_number_and_its_words(line: str, field: str) -> None:
    assert heading_of(line) == Heading("field", field)


@pytest.mark.parametrize(
    "line",
    [
        "Deltagare och personal planerar tillsammans.",
        "deltagarna.",
        "1. Deltagarna vill ha fler promenader",
        "3. Personal från tre myndigheter",
        "Resultaten är goda",
        "Personalen har haft handledning",
        "se bilaga 1.",
        "Bilaga 1 visar hur många som gick vidare.",
        "12 deltagare",
        "18-30 8",
        "",
    ],
)
def test_other_lines_are_no_headings_of_fields(line: str) -> None:
    found = heading_of(line)
    assert found is None or found.kind in ("subject", "question")


@pytest.mark.parametrize(
    ("line", "kind", "key"),
    [
        ("Sammanfattning", "summary", ""),
        ("Beskrivning:", "text", "description"),
        ("Beskrivnlng", "text", "description"),
        ("Analys", "text", "analysis"),
        ("Reflektion:", "text", "reflection"),
        ("Bilaga 1: Resultat efter ålder", "appendix", ""),
        ("Bilagor", "appendix", ""),
        ("Resultat sedan teamet startade", "appendix", "own"),
        ("Innehållsförteckning", "contents", ""),
    ],
)
def test_other_headings(line: str, kind: str, key: str) -> None:
    found = heading_of(line)
    assert found is not None
    assert (found.kind, found.key) == (kind, key)


REPORT = """Lugnets verksamhetsrapport

Innehåll
Sammanfattning ........ 2
1. Deltagare – förutsättningar .... 3
2. Deltagare – genomförande och process ... 5
3. Deltagare – resultat och effekter 7
Bilaga 1 ... 9
Sammanfattning
Deltagare
Många kom till oss i höstas.
Personal
Två handledare.
1. Deltagare – förutsättningar
Beskrivning
Vi hade 12 deltagare.
Analys:
Det är fler än vi trodde.
2. Deltagare – genomförande och process
Sju grupper träffades.
3. Deltagare – resultat och effekter
Reflektion
Resultat efter ålder och kön
är svåra att läsa.
Bilaga 1
Resultat efter ålder och kön
18-30 4
"""


def part_of(text: str, report: str = REPORT) -> Part:
    source = Source.of_text(report)
    line = next(line.number for line in reversed(source.lines) if line.text.startswith(text))
    return outline_of(source).part_of(line)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Lugnets", Part("front")),
        ("Innehåll", Part("front")),
        ("Många kom", Part("summary")),
        ("Två handledare", Part("summary")),
        ("Vi hade 12", Part("1", "description")),
        ("Det är fler", Part("1", "analysis")),
        ("Sju grupper", Part("2")),
        ("är svåra", Part("3", "reflection")),
        ("18-30 4", Part("appendix")),
    ],
)
def test_every_line_has_its_part(line: str, part: Part) -> None:
    assert part_of(line) == part


def test_the_contents_do_not_cut_but_are_no_running_text() -> None:
    outline = outline_of(Source.of_text(REPORT))
    assert {outline.part_of(line).field for line in range(3, 9)} == {"front"}
    assert set(range(3, 9)) <= outline.headings


def test_a_subject_alone_above_its_fields_and_questions_without_it() -> None:
    report = "Personal\nFörutsättningar\nVi är tre.\nResultat och effekter\nDet går bra.\n"
    assert part_of("Vi är", report) == Part("4")
    assert part_of("Det går", report) == Part("6")


def test_a_word_of_a_table_is_no_heading_outside_the_summary() -> None:
    report = "1. Deltagare\nAntal\nPersonal\n12\n"
    assert part_of("12", report) == Part("1")
    assert 3 not in outline_of(Source.of_text(report)).headings


def test_an_empty_report_has_no_parts() -> None:
    outline = outline_of(Source.of_text(""))
    assert (outline.parts, outline.team, outline.period) == ({}, "", None)
