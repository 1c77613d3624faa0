"""The report as HTML: headings, anchors, links and escaping."""

from collections.abc import Callable
from dataclasses import replace

from samspel.documents.document import Document, Number
from samspel.documents.render.page import document_html, standalone_html


def to_figure(number: Number) -> str | None:
    return f"/figures/{number.address}?a=1&b=2" if not number.withheld else None


def test_a_number_links_to_its_definition(document: Document) -> None:
    page = document_html(document, link=to_figure)
    assert (
        '<a class="figure" href="/figures/newly_enrolled?a=1&amp;b=2"'
        ' title="Nyinskrivna under perioden">27</a>'
    ) in page


def test_a_number_without_a_link_is_only_a_number(document: Document) -> None:
    page = document_html(document, link=to_figure)
    assert (
        '<span class="figure withheld" title="Avslutade: flyttat från kommunen">&lt;5</span>'
    ) in page
    assert "<a " not in document_html(document, link=lambda number: None)


def test_headings_begin_at_the_second_level_and_skip_none(document: Document) -> None:
    page = document_html(document, link=to_figure)
    assert "<h1" not in page
    assert '<section class="report-level-1" id="participants"><h2>Deltagare</h2>' in page
    assert '<section class="report-level-2" id="participants-results"><h3>3. Deltagare' in page
    assert (
        '<section class="report-level-3" id="participants-conditions-analysis"><h4>Analys</h4>'
    ) in page
    assert page.count("<section") == page.count("</section>")


def test_a_field_named_as_its_chapter_has_one_heading(document: Document) -> None:
    page = document_html(document, link=to_figure)
    assert page.count(">Sammanfattning<") == 1
    assert "<h2>Sammanfattning</h2><section" in page.replace("\n", "")
    assert "<h3>Deltagare</h3>" in page


def test_tables_name_their_headers(document: Document) -> None:
    page = document_html(document, link=to_figure)
    assert '<th scope="col" class="text-end">Till arbete</th>' in page
    assert '<th scope="row">Kvinnor</th>' in page
    assert "<caption>Tabell 3. Deltagarresultat 2024-01-01 – 2024-12-31</caption>" in page
    assert 'role="region" aria-label="Tabell 3. Deltagarresultat' in page


def test_a_charts_table_is_one_click_away(document: Document) -> None:
    page = document_html(document, link=to_figure)
    assert page.count('<figure class="report-chart"') == 3
    assert page.count("<details><summary>Tabell") == 3


def test_ids_are_unique(document: Document) -> None:
    page = document_html(document, link=to_figure)
    ids = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) > 20


def test_texts_are_escaped(document: Document) -> None:
    page = standalone_html(replace(document, title="<script>alert('&')</script>"))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_file_that_stands_alone_needs_nothing_else(
    rendered: Callable[[str], bytes],
) -> None:
    page = rendered("html").decode()
    assert page.startswith('<!doctype html>\n<html lang="sv">')
    assert "<h1>Verksamhetsrapport</h1>" in page
    assert "src=" not in page
    assert "url(" not in page
    assert "<link" not in page
    targets = [part.split('"')[0] for part in page.split('href="')[1:]]
    assert len(targets) > 5
    assert all(target[0] == "#" and f'id="{target[1:]}"' in page for target in targets)
