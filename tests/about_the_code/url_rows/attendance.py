"""Rows of attendance: the sheet of a day."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, EPISODE, Row

ATTENDANCE = [
    Row("attendance", ALL_CASEWORK, 200, 405),
    Row(
        "attend",
        CASEWORK,
        405,
        302,
        args=EPISODE,
        data={"on": "2025-03-03", "came": "yes"},
    ),
]
