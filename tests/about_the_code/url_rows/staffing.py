"""Rows of the staff: read by all who may see the organisation, kept by the leader."""

from tests.about_the_code.url_rows.row import FIGURES, LEADER, TEAM, Row

_ONE = TEAM | {"pk": "position"}
_LEAVE = _ONE | {"leave_pk": "leave"}
STAFFING = [
    Row("personnel", FIGURES, 200, 405, args=TEAM),
    Row("position_new", LEADER, 200, 200, args=TEAM),
    Row("position", FIGURES, 200, 405, args=_ONE),
    Row("position_change", LEADER, 200, 200, args=_ONE),
    Row("position_end", LEADER, 200, 200, args=_ONE),
    Row("position_take_back", LEADER, 200, 200, args=_ONE),
    Row("position_share", LEADER, 200, 200, args=_ONE),
    Row("position_share_take_back", LEADER, 405, 302, args=_ONE | {"share_pk": "position_share"}),
    Row("leave_new", LEADER, 200, 200, args=_ONE),
    Row("leave_change", LEADER, 200, 200, args=_LEAVE),
    Row("leave_take_back", LEADER, 200, 200, args=_LEAVE),
]
