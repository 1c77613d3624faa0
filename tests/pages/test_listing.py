"""Lists: addresses, order, pages, and addresses that make no sense."""

import pytest
from django.http import QueryDict

from samspel.accounts.models import User
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import wants_part
from tests.people import make_user

COLUMNS = (Column("name", "Name", ("name",)), Column("mail", "Mail", ("-email",)), Column("x", "X"))
FILTERS = (Filter("kind", "Kind", [("", "All"), ("a", "A"), ("b", "B")]),)


def listing(query: str = "", size: int = 2) -> Listing:
    return Listing(
        QueryDict(query), path="/list/", columns=COLUMNS, filters=FILTERS, sort="name", size=size
    )


@pytest.fixture
def users(db: None) -> list[User]:
    made = [make_user(name) for name in "CABED"]
    for each in made:
        # Their order by address: running numbers sort as text (“user10” before “user9”).
        User.objects.filter(pk=each.pk).update(email=f"{made.index(each)}@example.org")
    return made


def names(found: list[User]) -> str:
    return "".join(each.name for each in found)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "AB"),
        ("page=2", "CD"),
        ("page=3", "E"),
        ("page=4", "E"),
        ("page=0", "AB"),
        ("page=-1", "AB"),
        ("page=x", "AB"),
        ("page=٢", "AB"),
        ("page=" + "9" * 50, "AB"),
        ("page=999999999", "E"),
        ("sort=-name", "ED"),
        ("sort=mail", "DE"),
        ("sort=-mail", "CA"),
        ("sort=x", "AB"),
        ("sort=password", "AB"),
        ("sort=--name", "AB"),
        ("sort=", "AB"),
    ],
)
def test_the_rows_of_an_address(users: list[User], query: str, shown: str) -> None:
    assert names(listing(query).take(User.objects.all())) == shown


def test_rows_without_a_value_stand_last_either_way(users: list[User]) -> None:
    User.objects.filter(name="C").update(last_login=None)
    User.objects.exclude(name="C").update(last_login="2025-01-01T00:00Z")
    columns = (Column("seen", "Seen", ("last_login",)),)
    for query in ("sort=seen", "sort=-seen"):
        found = Listing(QueryDict(query), path="/", columns=columns).take(User.objects.all())
        assert found[-1].name == "C"


def test_all_pages_in_the_same_order(users: list[User]) -> None:
    assert names(listing("sort=-name&page=2").all(User.objects.all())) == "EDCBA"


def test_the_numbers_of_the_rows(users: list[User]) -> None:
    found = listing("page=3")
    found.take(User.objects.all())
    assert (found.first, found.last, found.count, found.pages) == (5, 5, 5, 3)
    found.take(User.objects.none())
    assert (found.first, found.last, found.count, found.pages) == (0, 0, 0, 1)


def test_addresses_hold_what_differs_from_the_beginning_only() -> None:
    assert listing().url() == "/list/"
    assert listing("kind=a&sort=-mail&page=7&evil=1").url() == "/list/?kind=a&sort=-mail"
    assert listing("kind=a").url(kind="", page=2) == "/list/?page=2"
    assert listing("kind=<script>").chosen == {"kind": ""}


def test_headings_sort_and_turn() -> None:
    name, mail, fixed = listing().headings()
    assert (name.url, name.aria_sort) == ("/list/?sort=-name", "ascending")
    assert (mail.url, mail.aria_sort) == ("/list/?sort=mail", "")
    assert (fixed.url, fixed.aria_sort) == ("", "")
    turned = listing("sort=-name").headings()[0]
    assert (turned.url, turned.aria_sort) == ("/list/", "descending")


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, "[1]"),
        (1, 3, "[1] 2 3"),
        (5, 9, "1 … 3 4 [5] 6 7 … 9"),
        (9, 9, "1 … 7 8 [9]"),
        (4, 9, "1 2 3 [4] 5 6 … 9"),
    ],
)
def test_the_pager(page: int, pages: int, shown: str) -> None:
    found = listing(f"page={page}")
    found.pages = pages
    links = found.pager()
    assert " ".join(f"[{each.title}]" if each.is_current else each.title for each in links) == shown
    assert all(each.url or each.title == "…" for each in links)
    assert bool(found.previous_url) == (page > 1)
    assert bool(found.next_url) == (page < pages)


@pytest.mark.parametrize(
    ("headers", "is_part"),
    [
        ({}, False),
        ({"HX-Request": "true"}, True),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, False),
    ],
)
def test_only_htmx_gets_a_part(rf, headers: dict[str, str], is_part: bool) -> None:
    from django_htmx.middleware import HtmxDetails

    request = rf.get("/", headers=headers)
    request.htmx = HtmxDetails(request)
    assert wants_part(request) is is_part


def test_a_request_that_no_middleware_saw_gets_the_page(rf) -> None:
    assert not wants_part(rf.get("/"))
