"""Rows of ideas, suggestions, planning days, and the wall page that is open to everybody."""

from tests.about_the_code.url_rows.row import ALL, ALL_CASEWORK, CASEWORK, TEAM, Row

_IDEA = {"idea_id": "idea"}
_SIGN_UP = {"sign_up_id": "sign_up"}
_SUGGESTION = {"suggestion_id": "suggestion"}
_DAY = {"day_id": "planning_day"}
_WALL = {"token": "wall_token"}
IDEAS = (
    Row("ideas", ALL_CASEWORK, 200, 405),
    Row("idea_new", ALL_CASEWORK, 200, 200),
    Row("idea", CASEWORK, 200, 405, args=_IDEA),
    Row("idea_change", CASEWORK, 200, 200, args=_IDEA),
    Row("idea_close", CASEWORK, 405, 302, args=_IDEA),
    Row("idea_reopen", CASEWORK, 405, 302, args=_IDEA),
    Row("idea_group", CASEWORK, 200, 200, args=_IDEA),
    Row("idea_sign_up", CASEWORK, 200, 200, args=_IDEA),
    Row("sign_ups_remove", CASEWORK, 405, 302, args=_IDEA),
    Row("sign_up_match", CASEWORK, 200, 302, args=_SIGN_UP),
    Row("sign_up_remove", CASEWORK, 405, 302, args=_SIGN_UP),
    Row("suggestions", ALL_CASEWORK, 200, 405),
    Row("suggestion_new", ALL_CASEWORK, 200, 200),
    Row("suggestions_print", ALL_CASEWORK, 200, 405),
    Row("suggestion", CASEWORK, 200, 200, args=_SUGGESTION),
    Row("suggestion_put_aside", CASEWORK, 200, 200, args=_SUGGESTION),
    Row("suggestion_take_up", CASEWORK, 405, 302, args=_SUGGESTION),
    Row("planning_days", ALL_CASEWORK, 200, 405),
    Row("planning_day_new", ALL_CASEWORK, 200, 200),
    Row("planning_day", CASEWORK, 200, 200, args=_DAY),
    Row("planning_day_change", CASEWORK, 200, 200, args=_DAY),
    Row("raised_change", CASEWORK, 200, 200, args={"raised_id": "raised"}),
    Row("wall_link", ALL_CASEWORK, 200, 405),
    Row("wall_open", CASEWORK, 405, 302, args=TEAM),
    Row("wall_keep", CASEWORK, 405, 302, args=TEAM),
    Row("wall_close", CASEWORK, 405, 302, args=TEAM),
    Row("wall_poster", CASEWORK, 200, 405, args=TEAM),
    Row("wall", ALL, 200, 405, args=_WALL),
    Row("wall_idea", ALL, 200, 200, args=_WALL | _IDEA),
    Row("wall_propose", ALL, 200, 200, args=_WALL),
    Row("wall_suggest", ALL, 200, 200, args=_WALL),
    Row("wall_take_back", ALL, 200, 200, args=_WALL),
)
