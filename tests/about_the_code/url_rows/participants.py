"""Rows of the casework with a person: record, notes, trial, plan, closing, and the day."""

from tests.about_the_code.url_rows.row import (
    ALL_CASEWORK,
    CASEWORK,
    EPISODE,
    LEADER,
    QUEUED,
    TEAM,
    Row,
)

_PARTICIPANT = {"participant_id": "participant"}
_PROTECTED = {"participant_id": "protected"}
PARTICIPANTS = [
    Row("participants", ALL_CASEWORK, 200, 302),
    Row("participant_register", ALL_CASEWORK, 200, 200),
    Row("participants_protected", LEADER, 200, 200),
    Row("participant", CASEWORK, 200, 200, args=_PARTICIPANT),
    Row("episode_refer", CASEWORK, 302, 302, args=_PARTICIPANT),
    Row("participant_correct", CASEWORK, 200, 200, args=_PARTICIPANT),
    Row("participant_staff", LEADER, 200, 200, args=_PROTECTED),
    Row("episode_enrol", CASEWORK, 200, 200, args=QUEUED),
    Row("episode_close", CASEWORK, 200, 200, args=EPISODE),
    Row("episode_withdraw", CASEWORK, 200, 200, args=QUEUED),
    Row("episode_correct", CASEWORK, 200, 200, args=EPISODE),
]
DAY = [Row("my_participants", ALL_CASEWORK, 200, 405)]
FLOW = [Row("flow", ALL_CASEWORK, 200, 405)]
_ABSENCE = {"absence_id": "absence"}
ABSENCES = [
    Row("absences", ALL_CASEWORK, 200, 405),
    Row("absence_new", CASEWORK, 200, 200, args=TEAM),
    Row("absence_change", frozenset({"coach", "leader"}), 200, 200, args=_ABSENCE),
    Row("absence_end", frozenset({"coach", "leader"}), 405, 302, args=_ABSENCE),
]
_ASKED = {"slug": "team_slug", "form": "question_form"}
_QUESTION = {"question_id": "question"}
QUESTIONS = [
    Row("questions", LEADER, 200, 405, args=TEAM),
    Row("question_new", LEADER, 200, 200, args=_ASKED),
    Row("questions_starter", LEADER, 405, 302, args=_ASKED),
    Row("question", LEADER, 200, 200, args=_QUESTION),
    Row("question_place", LEADER, 405, 302, args=_QUESTION, data={"act": "down"}),
]
_NOTE = {"note_id": "note"}
_SHEET = EPISODE | {"note_id": "empty_note"}
NOTES = [
    Row("note_new", CASEWORK, 200, 405, args=EPISODE),
    Row("note_save", CASEWORK, 405, 200, args=_SHEET),
    Row("note_sign", CASEWORK, 405, 200, args=_SHEET),
    Row("note_throw", CASEWORK, 405, 302, args=_SHEET),
    Row("note", CASEWORK, 200, 405, args=_NOTE),
    # A draft is its author's alone.
    Row("note_take_back", frozenset({"coach"}), 405, 302, args={"note_id": "draft"}),
    Row("note_correct", CASEWORK, 200, 200, args=_NOTE),
    Row("objection_new", CASEWORK, 200, 200, args=EPISODE),
    Row("objection_new", CASEWORK, 200, 200, args=_NOTE),
]
TRIAL = [
    Row("trial_came", CASEWORK, 405, 302, args=EPISODE, data={"came": "yes"}),
    Row("trial_decide", CASEWORK, 200, 200, args=EPISODE),
]
_GOAL = {"goal_id": "goal"}
_STEP = {"step_id": "goal_step"}
PLANS = [
    Row("assessment", CASEWORK, 200, 200, args=EPISODE),
    Row("plan", CASEWORK, 200, 405, args=EPISODE),
    Row("plan_print", CASEWORK, 200, 405, args=EPISODE),
    Row("plan_pdf", CASEWORK, 200, 405, args=EPISODE),
    Row("goal_new", CASEWORK, 200, 200, args=EPISODE),
    Row("goal_change", CASEWORK, 200, 200, args=_GOAL),
    Row("goal_reached", CASEWORK, 405, 302, args=_GOAL),
    Row("goal_step_new", CASEWORK, 200, 200, args=_GOAL),
    Row("goal_step_change", CASEWORK, 200, 200, args=_STEP),
    Row("goal_step_done", CASEWORK, 405, 302, args=_STEP),
    Row("goal_step_move", CASEWORK, 405, 302, args=_STEP),
    Row("scales", CASEWORK, 200, 200, args=EPISODE),
    Row("scale_answer", CASEWORK, 200, 200, args=EPISODE),
    Row("scale_asked", CASEWORK, 405, 302, args={"scale_id": "scale"}),
]
_CLOSED = {"episode_id": "closed_episode"}
CLOSINGS = [
    Row("episode_begin_closing", CASEWORK, 200, 200, args=EPISODE),
    Row("closing_take_back", CASEWORK, 405, 302, args=EPISODE),
    Row("closing_details", CASEWORK, 200, 200, args=_CLOSED),
    Row("statement", CASEWORK, 200, 200, args=_CLOSED),
    Row("statement_sign", CASEWORK, 405, 200, args=_CLOSED),
    Row("statement_open", CASEWORK, 405, 302, args=_CLOSED),
    Row(
        "statement_download",
        CASEWORK,
        200,
        405,
        args={"episode_id": "closed_episode", "ending": "docx_ending"},
    ),
    Row(
        "closing_check", CASEWORK, 200, 200, args={"episode_id": "closed_episode", "months": "six"}
    ),
]
