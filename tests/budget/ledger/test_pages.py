"""The pages: columns, rules, lists, and what is refused when a file is handed over."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samspel.budget.ledger.models import LedgerImport, MappingRule, SavedColumns
from samspel.budget.ledger.source import LARGEST
from samspel.budget.ledger.steps import KEPT_UNCONFIRMED, erase_forgotten
from samspel.budget.models import Budget, Entry
from tests.budget.ledger.conftest import Send, url
from tests.budget.ledger.sie_writer import HEAD, Trans, Ver, sie
from tests.budget.ledger.test_importing import confirmed
from tests.budget.ledger.test_table import bomb, csv_of, xlsx_of

State = LedgerImport.State
RENT = Ver("2", date(2024, 2, 1), [Trans("6010", "4164.50", (), "Hyra")])
TABLE = csv_of("Datum;Konto;Vernr;Belopp;Text", "2024-02-01;6010;2;4 164,50;Hyra")
HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "bok.se", "Filen är tom."),
        (b"Konto;Datum;Belopp\n", "bok.se", "inte SIE"),
        (b"hej", "bok.txt", "ingen tabell"),
        (sie(head=["#FLAGGA 0", "#SIETYP 2"]), "bok.se", "SIE av typ 2"),
        (sie(RENT)[:-40], "bok.se", "avklippt"),
        (b"\0\1\2", "bok.csv", "inte text"),
        (bomb(), "bok.xlsx", "alldeles för stor"),
        (b"PK\x03\x04", "bok.xlsx", "ingen Excelfil"),
    ],
)
def test_what_cannot_be_read_is_said_at_the_field_and_nothing_is_kept(
    content: bytes, name: str, sentence: str, send: Send
) -> None:
    page = send(content, name)
    assert (page.status_code, LedgerImport.objects.count()) == (200, 0)
    shown = page.content.decode()
    assert "field-error" in shown
    assert sentence in shown


def test_a_file_of_a_hundred_megabytes_is_refused(keeping: Client, budget: Budget) -> None:
    with TemporaryUploadedFile("bok.se", "text/plain", 2 * LARGEST, None) as file:
        file.file.truncate(2 * LARGEST)
        page = keeping.post(url("ledger_new", budget), {"file": file})
    assert "större än 50 MB" in page.content.decode()
    assert not LedgerImport.objects.exists()


def test_no_file_at_all(keeping: Client, budget: Budget) -> None:
    assert "Välj en fil." in keeping.post(url("ledger_new", budget)).content.decode()


def test_the_wrong_year_is_one_sentence(
    send: Send, keeping: Client, budget: Budget, rules: list[MappingRule]
) -> None:
    page = send(sie(RENT._replace(day=date(2023, 2, 1))))
    shown = keeping.get(page["Location"]).content.decode()
    assert "Budgeten gäller 2024-01-01–2024-12-31 men filen har 2023-02-01–2023-02-01" in shown
    assert LedgerImport.objects.get().file.name == ""


def test_a_file_that_may_be_cut_off_says_so_before_it_is_imported(
    send: Send, keeping: Client, rules: list[MappingRule]
) -> None:
    whole = Ver("2", date(2024, 2, 1), [Trans("6010", "4164.50"), Trans("1930", "-4164.50")])
    head = [*HEAD, "#RES 0 6010 9000.00", "#RES 0 6410 12.00"]
    page = send(sie(whole, head=head))
    shown = keeping.get(page["Location"]).content.decode()
    assert LedgerImport.objects.get().state == State.CHECKED
    assert "För 2 konton säger filens egna saldon en annan summa" in shown
    assert "En del av filen kan saknas" in shown


def test_faults_are_told_by_their_lines(
    send: Send, keeping: Client, rules: list[MappingRule]
) -> None:
    page = send(sie(RENT, head=[*HEAD, "<b>fel</b>"]))
    shown = keeping.get(page["Location"]).content.decode()
    assert "1 sak är fel i filen" in shown
    assert "etikett" in shown
    assert (LedgerImport.objects.get().state, Entry.objects.count()) == (State.FAULTY, 0)


def test_a_spreadsheets_columns_are_offered_as_people_write_them(
    send: Send, keeping: Client, rules: list[MappingRule]
) -> None:
    row = [date(2024, 2, 1), 6010, 4164.5, None, "Hyra"]
    page = send(xlsx_of(["Datum", "Konto", "Belopp"], row), "bok.xlsx")
    shown = keeping.get(page["Location"]).content.decode()
    assert "Datum (2024-02-01)" in shown
    assert "Belopp (4164,5)" in shown
    assert "kolumn 5 (Hyra)" in shown
    assert "kolumn 6" not in shown
    chosen = {"day": "0", "account": "1", "amount": "2", "text": "4"}
    page = keeping.post(page["Location"], chosen)
    assert LedgerImport.objects.get().result["new"] == 1
    bare = xlsx_of(["Datum", "Konto", "Belopp"], row[:3])
    send(bare, "bok.xlsx")
    assert LedgerImport.objects.latest("asked_at").state == State.CHECKED


def test_the_columns_of_a_table_are_said_once(
    send: Send, keeping: Client, budget: Budget, rules: list[MappingRule]
) -> None:
    page = send(TABLE, "bok.csv")
    job = LedgerImport.objects.get()
    assert (job.state, page["Location"]) == (State.COLUMNS, url("ledger_columns", budget, job))
    shown = keeping.get(page["Location"]).content.decode()
    assert "Belopp (4 164,50)" in shown
    assert '<option value="3" selected>' in shown
    chosen = {"day": "0", "account": "1", "voucher": "2", "amount": "3"}
    keeping.post(page["Location"], chosen)
    job.refresh_from_db()
    assert (job.state, job.result["new"]) == (State.CHECKED, 1)
    send(TABLE, "bok.csv")
    again = LedgerImport.objects.exclude(pk=job.pk).get()
    assert (again.state, again.places) == (State.CHECKED, SavedColumns.objects.get().places)


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"day": "0", "account": "1"}, "belopp eller debet och kredit"),
        ({"day": "0", "account": "1", "amount": "1"}, "vald två gånger"),
        ({"day": "0", "account": "1", "amount": "3", "debit": "4"}, "inte båda"),
        ({"day": "0", "account": "x", "amount": "3"}, "field-error"),
        ({}, "Välj en kolumn."),
    ],
)
def test_columns_that_do_not_fit_are_refused(
    chosen: dict[str, str], sentence: str, send: Send, keeping: Client
) -> None:
    page = send(TABLE, "bok.csv")
    assert sentence in keeping.post(page["Location"], chosen).content.decode()
    assert not SavedColumns.objects.exists()


def test_columns_are_chosen_anew_after_a_check(
    send: Send, keeping: Client, budget: Budget, rules: list[MappingRule]
) -> None:
    send(xlsx_of(["Datum", "Konto", "Belopp", "Annat"], ["20240201", 6010, -5, 7]), "bok.xlsx")
    job = LedgerImport.objects.get()
    address = url("ledger_columns", budget, job)
    columns = {"day": "0", "account": "1", "amount": "3"}
    keeping.post(address, columns)
    keeping.post(address, columns | {"amount": "2", "costs_are_negative": "on"})
    confirmed(keeping, job)
    assert Entry.objects.get().amount_ore == 500
    assert keeping.get(address)["Location"] == url("ledger_import", budget, job)


def test_the_same_costs_from_another_kind_of_file_are_not_entered_unsaid(
    send: Send, keeping: Client, budget: Budget, rules: list[MappingRule]
) -> None:
    send(sie(RENT))
    first = confirmed(keeping, LedgerImport.objects.get())
    page = send(TABLE, "bok.csv")
    keeping.post(page["Location"], {"day": "0", "account": "1", "voucher": "2", "amount": "3"})
    second = LedgerImport.objects.exclude(pk=first.pk).get()
    shown = keeping.get(url("ledger_import", budget, second)).content.decode()
    assert "skulle den läsas in två gånger" in shown
    confirmed(keeping, second)
    assert Entry.objects.count() == 1
    data = {"digest": second.result["digest"], "are_other_rows": "on"}
    keeping.post(url("ledger_confirm", budget, second), data)
    assert Entry.objects.count() == 2


def test_lists_filter_sort_and_page_with_few_queries(
    send: Send,
    keeping: Client,
    budget: Budget,
    rules: list[MappingRule],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    rows = [Trans(f"60{n:02}", f"{n}.00") for n in range(60)]
    send(sie(Ver("1", date(2024, 1, 5), rows)))
    job = confirmed(keeping, LedgerImport.objects.get())
    address = url("ledger_rows", budget)
    with django_assert_max_num_queries(16):
        shown = keeping.get(f"{address}?sort=-amount").content.decode()
    assert (shown.count("<tr>"), ">59,00<" in shown, ">1,00<" in shown) == (51, True, False)
    part = keeping.get(f"{address}?account=6003", headers=HTMX).content.decode()
    assert (part.count("<tr>"), "3,00" in part) == (2, True)
    assert part.strip() in keeping.get(f"{address}?account=6003").content.decode()
    none = keeping.get(f"{address}?line={budget.lines.first().pk}").content.decode()  # type: ignore[union-attr]
    assert "Ingen post passar" in none
    listed = keeping.get(f"{url('ledger_imports', budget)}?state=done").content.decode()
    assert url("ledger_import", budget, job) in listed
    empty = keeping.get(f"{url('ledger_imports', budget)}?state=left").content.decode()
    assert "Ingen fil är i det läget" in empty


def test_accounts_without_a_rule_are_sorted_and_paged(
    send: Send, keeping: Client, budget: Budget
) -> None:
    rows = [Trans(f"{4000 + n}", f"{n}.00") for n in range(60)]
    send(sie(Ver("1", date(2024, 1, 5), rows)))
    job = LedgerImport.objects.get()
    address = f"{url('ledger_import', budget, job)}?sort=-ore"
    part = keeping.get(address, headers={**HTMX, "HX-Target": "listing"}).content.decode()
    assert part.index("account=4059&") < part.index("account=4058&")
    assert "account=4009&" not in part
    assert part.strip() in keeping.get(address).content.decode()


def test_an_empty_page_tells_how_to_get_a_file(keeping: Client, budget: Budget) -> None:
    shown = keeping.get(url("ledger_imports", budget)).content.decode()
    assert "Så får du filen" in shown
    assert url("ledger_new", budget) in shown


def test_a_page_follows_what_goes_on(
    send: Send, keeping: Client, budget: Budget, rules: list[MappingRule]
) -> None:
    send(sie(RENT))
    LedgerImport.objects.update(state=State.IMPORTING, percent=60)
    address = url("ledger_import", budget, LedgerImport.objects.get())
    whole = keeping.get(address).content.decode()
    part = keeping.get(address, headers=HTMX).content.decode()
    assert 'http-equiv="refresh"' in whole
    assert 'hx-trigger="every 1s"' in part
    assert part.strip() in whole


def test_a_file_that_nobody_confirms_is_erased_after_a_week(
    send: Send, rules: list[MappingRule]
) -> None:
    send(sie(RENT))
    job = LedgerImport.objects.get()
    erase_forgotten(job.asked_at + KEPT_UNCONFIRMED)
    job.refresh_from_db()
    assert job.file.name
    erase_forgotten(timezone.now() + KEPT_UNCONFIRMED + timedelta(minutes=1))
    job.refresh_from_db()
    assert (job.state, job.file.name) == (State.LEFT, "")


def test_the_name_of_a_file_is_shown_as_text(send: Send, keeping: Client, budget: Budget) -> None:
    file = SimpleUploadedFile("<b>bok\u202e.se", sie(RENT))
    keeping.post(url("ledger_new", budget), {"file": file})
    shown = keeping.get(url("ledger_imports", budget)).content.decode()
    assert "&lt;b&gt;bok" in shown
    assert "\u202e" not in shown
