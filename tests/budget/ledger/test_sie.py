"""Reading SIE 4: what it reads, what it passes over, and what it refuses with one sentence."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.budget.ledger.reading.faults import Faults, FileRefused
from samspel.budget.ledger.reading.sie import LONGEST_LINE, SieFile
from samspel.budget.ledger.reading.sie_balances import Beside
from samspel.budget.ledger.reading.sie_fields import LineRefused, fields_of
from tests.budget.ledger.sie_writer import HEAD, Trans, Ver, lines_of, read, sie

DAY = date(2024, 1, 5)
RENT = Ver("12", DAY, [Trans("6010", "1900.50", ("6", "F1"), "Hyra för åäö ÅÄÖ")])


def told(content: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        read(content)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_swedish_letters_come_out_right_however_they_are_written(encoding: str, end: str) -> None:
    rows, faults, file = read(sie(RENT, encoding=encoding, end=end))
    assert not faults
    assert rows[0].text == "Hyra för åäö ÅÄÖ"
    assert file.account_names["5011"] == "Månadslön"


@pytest.mark.parametrize("letter", "åäöÅÄÖé")
def test_one_letter_is_enough_to_tell_code_page_437(letter: str) -> None:
    head = [line for line in HEAD if line.isascii()]
    rows, _faults, _file = read(sie(Ver("1", DAY, [Trans("6010", "1", (), letter)]), head=head))
    assert rows[0].text == letter


def test_letters_written_in_two_ways_are_refused() -> None:
    assert "två olika sätt" in told(sie(RENT) + "#ORT Ängsö\r\n".encode("cp1252"))


def test_a_row_has_all_that_the_ledger_says() -> None:
    objects = ("1", "4711", "6", "F1", "7", "anställningsnummer")
    ver = Ver("12", DAY, [Trans("5011", "-27.05", objects, "", "20240107")], "Lön januari", "L")
    [row], faults, _file = read(sie(ver))
    assert not faults
    assert (row.account, row.ore, row.on) == ("5011", -2705, date(2024, 1, 7))
    assert (row.project, row.cost_centre, row.is_about_employee) == ("F1", "4711", True)
    assert (row.voucher, row.text) == ("L 12", "Lön januari")
    assert (row.origin, row.voucher_key) == ("sie:2024:L:12:1", "sie:2024:L:12")


def test_dimensions_of_the_ledgers_own_are_known_by_their_names() -> None:
    head = [*HEAD, '#DIM 20 "Ansvarsenhet"', '#UNDERDIM 21 "Aktivitet" 6', '#DIM 22 "Motpart"']
    ver = Ver("1", DAY, [Trans("6010", "1", ("20", "A7", "21", "P9", "22", "M"))])
    [row], _faults, _file = read(sie(ver, head=head))
    assert (row.cost_centre, row.project) == ("A7", "P9")


def test_rows_that_only_tell_of_a_change_are_passed_over() -> None:
    lines = lines_of(RENT)
    lines[3:3] = ['#BTRANS 6010 {} 5.00 "" "" 1 "Namn"', '#RTRANS 6010 {"6" "F1"} 1900.50']
    rows, faults, _file = read(sie(head=[*HEAD, *lines]))
    assert ([row.ore for row in rows], bool(faults)) == ([190050], False)


def test_labels_and_blocks_that_are_not_known_are_passed_over() -> None:
    odd = ["#NYTT 1 {", "#PSALDO 0 202401 6010 {6 F1} 5.00", "#BLOCK", "{", "#RAD 1", "}", ""]
    rows, faults, _file = read(sie(RENT, head=[*HEAD, *odd]))
    assert (len(rows), bool(faults)) == (1, False)


def test_a_number_that_comes_back_goes_on_counting_and_another_year_is_another_voucher() -> None:
    head = [*HEAD, "#RAR -1 20220701 20231231"]
    earlier = RENT._replace(day=date(2023, 3, 1))
    rows, _faults, _file = read(sie(RENT, RENT, earlier, head=head))
    assert [row.origin for row in rows] == [
        "sie:2024:A:12:1",
        "sie:2024:A:12:2",
        "sie:2022-07-01:A:12:1",
    ]


def test_vouchers_without_a_number_are_known_by_account_day_and_amount() -> None:
    rows, _faults, file = read(sie(RENT._replace(number=""), RENT._replace(number="")))
    assert [row.origin for row in rows] == [
        "sie:2024:A::6010:2024-01-05:190050:1",
        "sie:2024:A::6010:2024-01-05:190050:2",
    ]
    assert file.has_unnumbered
    assert {row.voucher_key for row in rows} == {""}


def test_a_dos_end_of_file_is_no_line() -> None:
    assert len(read(sie(RENT) + b"\x1a")[0]) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen är tom."),
        (b"\r\n \r\n", "Filen är tom."),
        (b"%PDF-1.7", "annat slag (PDF)"),
        (b"PK\x03\x04....", "annat slag (ZIP)"),
        (b"#FLAGGA 0\0\0", "inte text"),
        ("#FLAGGA".encode("utf-16"), "UTF-16"),
        (b"Konto;Datum;Belopp\r\n", "inte SIE"),
        (b"# Rubrik\r\n", "inte SIE"),
        (b'<?xml version="1.0"?>', "XML"),
        (sie(), "inga verifikationer"),
        (sie(head=["#FLAGGA 0", "#SIETYP 1"]), "SIE av typ 1"),
        (b"#FLAGGA " + b"x" * LONGEST_LINE, "alldeles för lång"),
        (sie(RENT)[:-5], "rad 12"),
        (sie(RENT)[:-30], "rad 12"),
        (sie(RENT).rpartition(b"}")[0] + sie(RENT), "rad 12"),
        (sie(RENT, head=[*HEAD, "#KSUMMA"]), "avklippt"),
        (sie(RENT, head=[*HEAD, "#NYTT", "{"]), "avklippt"),
        (b"\xef\xbb\xbf#FLAGGA 0\n#FNAMN \xc3", "mitt i en bokstav"),
    ],
)
def test_what_is_no_whole_sie_file_is_told_in_one_sentence(content: bytes, sentence: str) -> None:
    assert sentence in told(content)


@pytest.mark.parametrize("cut", range(len(sie(RENT)) - 3, len(sie(RENT)) - 90, -7))
def test_a_file_cut_off_inside_a_voucher_is_never_read(cut: int) -> None:
    whole = sie(RENT._replace(number="11")) + sie(RENT, head=())
    assert "avklippt" in told(whole[: cut - len(sie(RENT))])


BALANCED = [
    Ver(str(number), DAY, [Trans("6010", "100.50"), Trans("1930", "-100.50")]) for number in (1, 2)
]
BALANCES = ("#IB 0 1930 500.00", "#UB 0 1930 299.00", "#RES 0 6010 201.00", "#RES -1 6010 7.00")


def test_vouchers_that_come_to_the_files_own_balances_are_left_in_peace() -> None:
    _rows, faults, file = read(sie(*BALANCED, head=[*HEAD, *BALANCES]))
    assert (bool(faults), file.beside) == (False, Beside())


def test_a_file_cut_off_between_two_vouchers_is_seen_by_its_balances() -> None:
    whole = sie(*BALANCED, head=[*HEAD, *BALANCES])
    rows, faults, file = read(whole[: whole.rindex(b"#VER")])
    assert (len(rows), bool(faults)) == (2, False)
    assert file.beside == Beside(2, "1930", -20100, -10050)


def test_an_account_whose_vouchers_are_all_cut_off_is_seen() -> None:
    head = [*HEAD, *BALANCES, "#RES 0 6410 12.00"]
    _rows, _faults, file = read(sie(*BALANCED, head=head))
    assert file.beside == Beside(1, "6410", 1200, 0)


def test_balances_after_the_vouchers_and_of_a_broken_year_count_as_well() -> None:
    head = [*(line for line in HEAD if "#RAR" not in line), "#RAR 0 20230701 20240630"]
    content = sie(*BALANCED, head=head) + b"#RES 0 6010 1.00\r\n"
    assert read(content)[2].beside == Beside(1, "6010", 100, 20100)


def test_an_extract_is_known_by_its_vouchers_that_lack_their_other_side() -> None:
    _rows, _faults, file = read(sie(RENT, head=[*HEAD, "#RES 0 6010 5000.00"]))
    assert file.beside == Beside(1, "6010", 500000, 190050, is_extract=True)


def test_a_balance_that_cannot_be_read_is_no_fault_of_the_rows() -> None:
    head = [*HEAD, "#RES 0 60A0 1.00", "#RES 0 6010 1e3", '#UB 0 "1930', "#IB 0"]
    rows, faults, file = read(sie(RENT, head=head))
    assert (len(rows), bool(faults), file.beside) == (1, False, Beside())


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("#TRANS 6010 {} 1900,505", "inget belopp"),
        ("#TRANS 6010 {} 1 900", "inget datum"),
        ("#TRANS 6010 {} 1e3", "inget belopp"),
        ("#TRANS 60A0 {} 1.00", "inget kontonummer"),
        ("#TRANS 6010 {}", "avklippt"),
        ("#TRANS 6010 1.00", "avklippt"),
        ("#TRANS 6010 {6 F1 1.00", "klammer"),
        ("#TRANS 6010 {6 {F1}} 1.00", "klammer"),
        ("#TRANS 6010 {6} 1.00", "dimension"),
        ('#TRANS 6010 {} 1.00 "20240230"', "inget datum"),
        ('#TRANS 6010 {} 1.00 "" "Hyra', "citattecken"),
        ("6010 1.00", "etikett"),
    ],
)
def test_what_is_wrong_in_a_row_is_told_by_its_line(row: str, sentence: str) -> None:
    lines = lines_of(RENT)
    lines[2] = row
    _rows, faults, _file = read(sie(head=[*HEAD, *lines]))
    assert [(fault.line, sentence in fault.sentence) for fault in faults] == [(14, True)]


def test_a_voucher_without_a_day_is_told_once() -> None:
    lines = ["#VER A 1 2024-01-05", *lines_of(RENT)[1:], "#TRANS 6010 {} 1.00"]
    rows, faults, _file = read(sie(head=[*HEAD, *lines]))
    assert (rows, [fault.line for fault in faults]) == ([], [12, 16])


def test_amounts_are_exact_to_the_ore() -> None:
    amounts = ["0.1", "0.2", "-0.01", "999999999999.99", "-4164", "12,5"]
    rows, _faults, _file = read(sie(Ver("1", DAY, [Trans("6010", each) for each in amounts])))
    assert [row.ore for row in rows] == [10, 20, -1, 99999999999999, -416400, 1250]


texts = st.text('abåäöÅÄÖ 1-#"{}', max_size=20).map(lambda text: " ".join(text.split()))
rows_written = st.builds(
    Trans,
    account=st.from_regex(r"[1-9][0-9]{3,5}", fullmatch=True),
    amount=st.decimals(-(10**9), 10**9, places=2).map(str),
    objects=st.lists(texts.filter(bool), max_size=3).map(
        lambda codes: tuple(x for code in codes for x in ("6", code))
    ),
    text=texts,
    day=st.just(""),
)
vers_written = st.builds(
    Ver,
    number=texts.filter(bool),
    day=st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    rows=st.lists(rows_written, max_size=4),
    text=texts,
    series=texts,
)


@given(
    st.lists(vers_written, min_size=1, max_size=4), st.sampled_from(["cp437", "cp1252", "utf-8"])
)
def test_what_is_written_is_read_back(vers: list[Ver], encoding: str) -> None:
    rows, faults, _file = read(sie(*vers, encoding=encoding))
    assert not faults
    wanted = [(row, ver) for ver in vers for row in ver.rows]
    got = [(row.account, row.ore, row.on, row.project, row.text) for row in rows]
    assert got == [
        (
            row.account,
            int(Decimal(row.amount) * 100),
            ver.day,
            row.objects[1] if row.objects else "",
            row.text or ver.text,
        )
        for row, ver in wanted
    ]
    assert len({row.origin for row in rows}) == len(rows)


@given(st.lists(st.text(st.characters(blacklist_characters="\\\r\n")), min_size=1))
def test_fields_are_read_back(texts: list[str]) -> None:
    line = " ".join('"' + text.replace('"', '\\"') + '"' for text in texts)
    assert fields_of(line) == texts


@given(st.text(st.sampled_from('"{}\\ a\t'), max_size=12))
def test_any_line_is_read_or_refused(line: str) -> None:
    with suppress(LineRefused):
        assert all(isinstance(each, str | tuple) for each in fields_of(line))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for whole in (content, b"#FLAGGA 0\n#VER A 1 20240101\n{\n" + content):
        with suppress(FileRefused):
            assert isinstance(list(SieFile(BytesIO(whole), Faults()).rows()), list)


def test_a_large_file_is_read_row_by_row() -> None:
    content = BytesIO(sie(*[RENT._replace(number=str(n)) for n in range(20_000)]))
    file = SieFile(content, Faults())
    first: Callable[[], object] = file.rows().__next__
    first()
    assert content.tell() < 100_000
