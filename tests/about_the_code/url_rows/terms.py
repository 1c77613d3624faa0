"""Rows of the terms of reference: read by all who may see the organisation, kept by the leader."""

from tests.about_the_code.url_rows.row import FIGURES, LEADER, TEAM, Row

TERMS = [
    Row("terms", FIGURES, 200, 405, args=TEAM),
    Row("terms_write", LEADER, 200, 200, args=TEAM),
    Row("terms_decide", LEADER, 200, 200, args=TEAM),
    Row("terms_throw_away", LEADER, 405, 302, args=TEAM),
    Row("terms_version", FIGURES, 200, 405, args=TEAM | {"pk": "terms_second"}),
    Row(
        "terms_compare",
        FIGURES,
        200,
        405,
        args=TEAM | {"old": "terms_first", "new": "terms_second"},
    ),
]
