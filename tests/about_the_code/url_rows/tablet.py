"""Rows of the tablet: the coach's page with the code, and the open pages."""

from tests.about_the_code.url_rows.row import ALL, CASEWORK, EPISODE, Row

TABLET = (
    Row("tablet_code", CASEWORK, 200, 200, args=EPISODE),
    Row("tablet_code_withdraw", CASEWORK, 405, 302, args=EPISODE),
    Row("tablet", ALL, 200, 200),
    Row("tablet_thanks", ALL, 200, 405),
    Row("tablet_answer", ALL, 200, 200, args={"letters": "tablet_letters"}),
)
