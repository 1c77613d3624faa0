"""Reports drafted from the demo's records, as text and as Word files, under the checker's eye."""

import random
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import TestCase

from samspel.documents.document import Document
from samspel.documents.render.formats import render
from samspel.exchange.demo.fill import fill
from samspel.figures.period import parse_period
from samspel.organisation.models import Team
from samspel.report.build import document_of
from samspel.report.checking.examination import examine
from samspel.report.checking.opening.opened import open_report
from samspel.report.checking.source import Source
from tests.report.checking.altering import Rates, rates_of

TODAY = date(2026, 3, 14)
PERIODS = ("2024", "2025")
LEAST_FOUND = 0.95
LEAST_UNDERSTOOD = 0.5
TRIED_IN_EACH = 6


def as_text(document: Document) -> Source:
    return Source.of_text(render(document, "txt").decode(), "rapport.txt")


def as_word(document: Document) -> Source:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rapport.docx"
        path.write_bytes(BytesIO(render(document, "docx")).getvalue())
        return open_report(path)


class TestChecked(TestCase):
    """The demo's reports as they stand on one day; filled once for all of these."""

    @classmethod
    def setUpTestData(cls) -> None:
        fill(today=TODAY)

    def documents(self) -> list[Document]:
        teams = Team.objects.filter(closed_on=None).order_by("name")
        return [
            document_of(team, parse_period(period), language="sv")
            for team in teams
            for period in PERIODS
        ]

    def test_nothing_is_told_of_reports_that_follow_their_records(self) -> None:
        for document in self.documents():
            for source in (as_text(document), as_word(document)):
                found = examine(source)
                told = [(each.at.line, each.message) for each in found.findings]
                assert told == [], (document.subtitle, source.name)
                assert found.reading.outline.team == document.team
                assert str(found.reading.outline.period) == f"{document.start}..{document.end}"
                assert len(found.understood) > LEAST_UNDERSTOOD * found.statements

    def test_altered_numbers_are_noticed(self) -> None:
        rates = Rates(0, 0, 0)
        for number, document in enumerate(self.documents()):
            source = as_word(document) if number % 2 else as_text(document)
            rates += rates_of(source, random.Random(number), TRIED_IN_EACH)
        print(rates)  # noqa: T201 - for whoever reads the tests' output
        assert rates.share >= LEAST_FOUND, rates.missed
