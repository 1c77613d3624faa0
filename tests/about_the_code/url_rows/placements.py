"""Placements: lists, one with its ladder and hours, matching, the agreement, the team's words."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, EPISODE, LEADER, TEAM, Row

_PLACEMENT = {"placement_id": "placement"}
PLACEMENTS = [
    Row("placements", ALL_CASEWORK, 200, 405),
    Row("placement_matching", ALL_CASEWORK, 200, 405),
    Row("task_people", CASEWORK, 200, 405, args={"task_id": "employer_task"}),
    Row("placements_of", CASEWORK, 200, 405, args=EPISODE),
    Row("placement_new", CASEWORK, 200, 200, args=EPISODE),
    Row("placement_match", CASEWORK, 200, 405, args=EPISODE),
    Row("readiness", CASEWORK, 200, 200, args=EPISODE),
    Row("placement", CASEWORK, 200, 405, args=_PLACEMENT),
    Row("placement_change", CASEWORK, 200, 200, args=_PLACEMENT),
    Row("placement_ladder", CASEWORK, 200, 200, args=_PLACEMENT),
    Row("placement_weeks", CASEWORK, 200, 302, args=_PLACEMENT),
    Row("placement_end", CASEWORK, 200, 200, args=_PLACEMENT),
    Row("placement_call_off", CASEWORK, 405, 302, args=_PLACEMENT),
    Row("placement_take_up", CASEWORK, 405, 302, args=_PLACEMENT),
    Row("placement_follow_up_new", CASEWORK, 200, 200, args=_PLACEMENT),
    Row("placement_follow_up", CASEWORK, 200, 200, args={"follow_up_id": "placement_follow_up"}),
    Row("placement_agreement", CASEWORK, 200, 405, args=_PLACEMENT | {"ending": "docx_ending"}),
    Row("placement_settings", LEADER, 200, 200, args=TEAM),
    Row("subsidy_add", LEADER, 405, 200, args=TEAM),
    Row("subsidy_starter", LEADER, 405, 302, args=TEAM),
    Row("subsidy_used", LEADER, 405, 302, args={"subsidy_id": "subsidy"}),
]
