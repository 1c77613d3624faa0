"""Rows of the scores: of a case, of the team, and what the leader settles."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, EPISODE, LEADER, TEAM, Row

_SCORE = {"score_id": "score"}
SCORES = (
    Row("scores", ALL_CASEWORK, 200, 405),
    Row("score_licence", CASEWORK, 200, 404, args=TEAM, others={"leader": (200, 200)}),
    Row("score_licence_withdraw", LEADER, 405, 302, args=TEAM),
    Row("score_limits", LEADER, 200, 200, args=TEAM),
    Row("scores_of", CASEWORK, 200, 405, args=EPISODE),
    Row("score_new", CASEWORK, 200, 200, args=EPISODE | {"instrument": "score_form"}),
    Row("score_correct", CASEWORK, 200, 200, args=_SCORE),
    Row("score_take_back", CASEWORK, 405, 302, args=_SCORE),
)
