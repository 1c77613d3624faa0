"""Every page of the product and who gets it: one row for each address, none left out.

A row says who may (`who`), what they get by GET and by POST, and everybody else gets 404; where
a method is not for anybody it is 405. Whoever is not signed in is sent to sign in, except from
the pages in `OPEN`. POST is tried with `data`, often none: a form then answers 200 with errors.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ROLES = (
    "coach",
    "colleague",
    "leader",
    "steering_member",
    "officer",
    "administrator",
    "stranger",
    "nobody",
)
SIGNED_IN = frozenset(ROLES) - {"nobody"}
ALL = frozenset(ROLES)
CASEWORK = frozenset({"coach", "colleague", "leader"})
ALL_CASEWORK = CASEWORK | {"stranger"}
LEADER = frozenset({"leader"})
FIGURES = CASEWORK | {"steering_member", "officer"}
ADMINISTRATOR = frozenset({"administrator"})
NOT_THEIRS: frozenset[str] = frozenset()
"""Nobody of the roles: the thing belongs to somebody else."""


@dataclass(frozen=True)
class Row:
    """One address: its name, what fills it (names of `things`), and what each role gets."""

    name: str
    who: frozenset[str]
    get: int
    post: int
    args: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    others: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Roles that get something else: (GET, POST)."""

    @property
    def key(self) -> tuple[str, frozenset[str]]:
        """What tells the row from others: a name may stand for two addresses."""
        return self.name, frozenset(self.args)

    def expected(self, role: str) -> tuple[int, int]:
        """The statuses that ``role`` gets by GET and by POST."""
        if role in self.others:
            return self.others[role]
        if role == "nobody" and "nobody" not in self.who:
            return 302, 302
        if role in self.who:
            return self.get, self.post
        return (405 if self.get == 405 else 404), (405 if self.post == 405 else 404)


OPEN = frozenset(
    {
        "theme",
        "set_language",
        "demo_day",
        "accessibility",
        "account_login",
        "account_logout",
        "account_inactive",
        "account_signup",
        "account_email",
        "account_email_verification_sent",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_reset_password_from_key",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "visit_booking",
        "visit_own",
        "visit_own_cancel",
        "follow_up_booking",
        "follow_up_booked",
        "referral_open",
        "self_referral",
        "self_referral_done",
        "own_referrals",
        "own_referrals_open",
    }
)
"""Pages for people who are not signed in; every other page asks them to sign in."""

WRITES_ON_GET = dict.fromkeys(
    (
        "participant",
        "participant_correct",
        "episode_refer",
        "episode_enrol",
        "episode_close",
        "episode_begin_closing",
        "closing_details",
        "closing_check",
        "statement",
        "statement_download",
        "episode_withdraw",
        "episode_correct",
        "trial_decide",
        "note",
        "note_new",
        "note_correct",
        "objection_new",
        "assessment",
        "plan",
        "plan_print",
        "plan_pdf",
        "goal_new",
        "goal_change",
        "goal_step_new",
        "goal_step_change",
        "scales",
        "scale_answer",
        "visit",
        "visit_change",
        "visit_came",
        "visit_no",
        "queue_priority",
        "enrolment_complete",
        "consents",
        "consent_new",
        "consent_renew",
        "consent_withdraw",
        "follow_ups",
        "follow_up",
        "follow_up_book",
        "follow_up_hold",
        "follow_up_leave_out",
        "referral_form",
        "referral_accept",
        "referral_decline",
        "referral_attachment",
        "referral_open",
        "own_referrals_open",
    ),
    "opening a page about a person is told of in the access log",
)
"""Pages that write although they are only read, each with why. Sessions are not meant."""

_AWAY = {"nobody": (200, 200)}

WEB = [
    Row("start", SIGNED_IN, 200, 200),
    Row("theme", ALL, 405, 302),
    Row("set_language", ALL, 405, 302),
    Row("accessibility", ALL, 200, 200),
    # There is none but in a demo: tests/web/test_demo_day.py.
    Row("demo_day", NOT_THEIRS, 405, 404, others={"nobody": (405, 404)}),
]
SIGN_IN = [
    Row("account_login", SIGNED_IN, 302, 302, others=_AWAY),
    Row("account_logout", ALL, 200, 302, others={"nobody": (302, 302)}),
    Row("account_inactive", ALL, 200, 405),
    Row("account_reauthenticate", NOT_THEIRS, 404, 404),
    Row("account_signup", NOT_THEIRS, 404, 404, others={"nobody": (404, 404)}),
    Row("account_email", NOT_THEIRS, 404, 404, others={"nobody": (404, 404)}),
    Row("account_email_verification_sent", NOT_THEIRS, 404, 404, others={"nobody": (404, 404)}),
    Row("account_change_password", SIGNED_IN, 302, 302),
    Row("account_set_password", SIGNED_IN, 200, 200),
    Row("account_reset_password", ALL, 200, 200),
    Row("account_reset_password_done", ALL, 200, 405),
    Row("account_reset_password_from_key_done", ALL, 200, 405),
    Row(
        "account_reset_password_from_key",
        ALL,
        200,
        200,
        args={"uidb36": "word", "key": "word"},
    ),
]
SECOND_FACTOR = [
    Row("mfa_index", SIGNED_IN, 200, 405),
    Row("mfa_authenticate", ALL, 302, 302),
    Row("mfa_reauthenticate", NOT_THEIRS, 404, 404),
    Row("mfa_activate_totp", SIGNED_IN, 200, 200),
    Row("mfa_deactivate_totp", NOT_THEIRS, 404, 404),
    Row("mfa_view_recovery_codes", NOT_THEIRS, 404, 405),
    Row("mfa_generate_recovery_codes", SIGNED_IN, 200, 200),
    Row("mfa_download_recovery_codes", NOT_THEIRS, 404, 404),
    Row("mfa_list_webauthn", SIGNED_IN, 200, 405),
    Row("mfa_add_webauthn", SIGNED_IN, 200, 200),
    Row("mfa_reauthenticate_webauthn", NOT_THEIRS, 404, 404),
    Row("mfa_edit_webauthn", NOT_THEIRS, 404, 404, args={"pk": "passkey"}),
    Row("mfa_remove_webauthn", NOT_THEIRS, 404, 404, args={"pk": "passkey"}),
    Row("mfa_login_webauthn", ALL, 302, 302),
]
_PERSON = {"pk": "user"}
ACCOUNTS = [
    Row("users", ADMINISTRATOR, 200, 405),
    Row("user_new", ADMINISTRATOR, 200, 200),
    Row("user", ADMINISTRATOR, 200, 405, args=_PERSON),
    Row("user_change", ADMINISTRATOR, 200, 200, args=_PERSON),
    Row("user_invite", ADMINISTRATOR, 405, 302, args=_PERSON),
    Row("user_block", ADMINISTRATOR, 405, 302, args=_PERSON),
    Row("user_allow", ADMINISTRATOR, 405, 302, args=_PERSON),
    Row("user_reset_second_factor", ADMINISTRATOR, 405, 302, args=_PERSON),
]
_ASSOCIATION = {"association_pk": "association"}
_TEAM = {"slug": "team_slug"}
ORGANISATION = [
    Row("teams", SIGNED_IN, 200, 405),
    Row("team_new", ADMINISTRATOR, 200, 200),
    Row("team_change", ADMINISTRATOR, 200, 200, args={"pk": "team"}),
    Row("team", FIGURES, 200, 405, args=_TEAM),
    Row("team_settings", LEADER, 200, 200, args=_TEAM),
    Row("organisation", ADMINISTRATOR, 200, 405),
    Row("association_new", ADMINISTRATOR, 200, 200),
    Row("association_change", ADMINISTRATOR, 200, 200, args={"pk": "association"}),
    Row("host_new", ADMINISTRATOR, 200, 200, args=_ASSOCIATION),
    Row("host_change", ADMINISTRATOR, 200, 200, args={"pk": "host"}),
    Row("agency_new", ADMINISTRATOR, 200, 200, args=_ASSOCIATION),
    Row("agency_change", ADMINISTRATOR, 200, 200, args={"pk": "agency"}),
    Row("membership_new", ADMINISTRATOR, 200, 200, args={"user_pk": "user"}),
    Row("membership_end", ADMINISTRATOR, 405, 302, args={"pk": "membership"}),
    Row("log", ADMINISTRATOR | LEADER, 200, 405),
]
MAIL = [
    Row("mails", ADMINISTRATOR | LEADER, 200, 405),
    Row("mail_again", LEADER, 405, 302, args={"pk": "mail"}),
]
_PARTICIPANT = {"participant_id": "participant"}
_PROTECTED = {"participant_id": "protected"}
_EPISODE = {"episode_id": "episode"}
_QUEUED = {"episode_id": "queued_episode"}
PARTICIPANTS = [
    Row("participants", ALL_CASEWORK, 200, 302),
    Row("participant_register", ALL_CASEWORK, 200, 200),
    Row("participants_protected", LEADER, 200, 200),
    Row("participant", CASEWORK, 200, 200, args=_PARTICIPANT),
    Row("episode_refer", CASEWORK, 302, 302, args=_PARTICIPANT),
    Row("participant_correct", CASEWORK, 200, 200, args=_PARTICIPANT),
    Row("participant_staff", LEADER, 200, 200, args=_PROTECTED),
    Row("episode_enrol", CASEWORK, 200, 200, args=_QUEUED),
    Row("episode_close", CASEWORK, 200, 200, args=_EPISODE),
    Row("episode_withdraw", CASEWORK, 200, 200, args=_QUEUED),
    Row("episode_correct", CASEWORK, 200, 200, args=_EPISODE),
]
_REPORT = {"pk": "report"}
_SECTION = {"pk": "report", "section": "section"}
_PLACE = {"pk": "report", "place": "place"}
_VERSION = {"pk": "report", "version": "version"}
_FIGURES = {"slug": "team_slug", "period": "period"}
REPORTS = [
    Row("reports", SIGNED_IN, 200, 405),
    Row("report_create", ALL_CASEWORK, 200, 200),
    Row("report", FIGURES, 200, 405, args=_REPORT),
    Row("report_download", FIGURES, 200, 405, args={"pk": "report", "ending": "json_ending"}),
    Row("report_edit", CASEWORK, 200, 405, args=_SECTION),
    Row("report_writers", CASEWORK, 405, 200, args=_SECTION),
    Row("report_text", CASEWORK, 405, 302, args=_PLACE),
    Row("report_versions", CASEWORK, 200, 405, args=_PLACE),
    Row("report_restore", CASEWORK, 405, 302, args=_VERSION),
    Row("report_settle", CASEWORK, 405, 302, args=_VERSION),
    Row("figures", SIGNED_IN, 302, 405, others={"administrator": (200, 405)}),
    Row("definitions", SIGNED_IN, 200, 405),
    Row("figures", FIGURES, 200, 405, args=_FIGURES),
    Row("figures_download", FIGURES, 200, 405, args=_FIGURES | {"ending": "json_ending"}),
    Row("figure", FIGURES, 200, 405, args=_FIGURES | {"address": "figure_address"}),
]
_JOB = {"job_id": "job"}
IMPORTS = [
    Row("imports", LEADER, 200, 405),
    Row("import_new", LEADER, 200, 200),
    Row("import_job", LEADER, 200, 405, args=_JOB),
    Row("import_confirm", LEADER, 405, 302, args=_JOB),
    Row("import_leave", LEADER, 405, 302, args=_JOB),
    # A job without faults has no list of them; who gets one is in tests/exchange.
    Row("import_faults", LEADER, 404, 405, args=_JOB),
]
_ASKED = {"slug": "team_slug", "form": "question_form"}
_QUESTION = {"question_id": "question"}
QUESTIONS = [
    Row("questions", LEADER, 200, 405, args=_TEAM),
    Row("question_new", LEADER, 200, 200, args=_ASKED),
    Row("questions_starter", LEADER, 405, 302, args=_ASKED),
    Row("question", LEADER, 200, 200, args=_QUESTION),
    Row("question_place", LEADER, 405, 302, args=_QUESTION, data={"act": "down"}),
]
_NOTE = {"note_id": "note"}
_SHEET = _EPISODE | {"note_id": "empty_note"}
NOTES = [
    Row("note_new", CASEWORK, 200, 405, args=_EPISODE),
    Row("note_save", CASEWORK, 405, 200, args=_SHEET),
    Row("note_sign", CASEWORK, 405, 200, args=_SHEET),
    Row("note_throw", CASEWORK, 405, 302, args=_SHEET),
    Row("note", CASEWORK, 200, 405, args=_NOTE),
    # A draft is its author's alone.
    Row("note_take_back", frozenset({"coach"}), 405, 302, args={"note_id": "draft"}),
    Row("note_correct", CASEWORK, 200, 200, args=_NOTE),
    Row("objection_new", CASEWORK, 200, 200, args=_EPISODE),
    Row("objection_new", CASEWORK, 200, 200, args=_NOTE),
]
DAY = [Row("my_participants", ALL_CASEWORK, 200, 405)]
_ABSENCE = {"absence_id": "absence"}
ABSENCES = [
    Row("absences", ALL_CASEWORK, 200, 405),
    Row("absence_new", CASEWORK, 200, 200, args=_TEAM),
    Row("absence_change", frozenset({"coach", "leader"}), 200, 200, args=_ABSENCE),
    Row("absence_end", frozenset({"coach", "leader"}), 405, 302, args=_ABSENCE),
]
TRIAL = [
    Row("attendance", ALL_CASEWORK, 200, 405),
    Row(
        "attend",
        CASEWORK,
        405,
        302,
        args=_EPISODE,
        data={"on": "2025-03-03", "came": "yes", "back": "team"},
    ),
    Row("trial_decide", CASEWORK, 200, 200, args=_EPISODE),
]
_GOAL = {"goal_id": "goal"}
_STEP = {"step_id": "goal_step"}
PLANS = [
    Row("assessment", CASEWORK, 200, 200, args=_EPISODE),
    Row("plan", CASEWORK, 200, 405, args=_EPISODE),
    Row("plan_print", CASEWORK, 200, 405, args=_EPISODE),
    Row("plan_pdf", CASEWORK, 200, 405, args=_EPISODE),
    Row("goal_new", CASEWORK, 200, 200, args=_EPISODE),
    Row("goal_change", CASEWORK, 200, 200, args=_GOAL),
    Row("goal_step_new", CASEWORK, 200, 200, args=_GOAL),
    Row("goal_step_change", CASEWORK, 200, 200, args=_STEP),
    Row("goal_step_done", CASEWORK, 405, 302, args=_STEP),
    Row("goal_step_move", CASEWORK, 405, 302, args=_STEP),
    Row("scales", CASEWORK, 200, 200, args=_EPISODE),
    Row("scale_answer", CASEWORK, 200, 200, args=_EPISODE),
    Row("scale_asked", CASEWORK, 405, 302, args={"scale_id": "scale"}),
]
_VISIT = {"visit_id": "visit"}
_TIME = {"standing_time_id": "standing_time"}
VISITS = [
    Row("visits", ALL_CASEWORK, 200, 405),
    Row("visit_book", ALL_CASEWORK, 200, 200),
    Row("standing_times", ALL_CASEWORK, 200, 405),
    Row("standing_time_new", ALL_CASEWORK, 200, 200),
    Row("standing_time", CASEWORK, 200, 200, args=_TIME),
    Row("standing_time_day", CASEWORK, 405, 302, args=_TIME),
    Row("visit_links", ALL_CASEWORK, 200, 200),
    Row("visit_link_take_back", CASEWORK, 405, 302, args={"link_id": "booking_link"}),
    Row("visit", CASEWORK, 200, 405, args=_VISIT),
    Row("visit_change", CASEWORK, 200, 200, args=_VISIT),
    Row("visit_came", CASEWORK, 200, 200, args=_VISIT),
    Row("visit_absent", CASEWORK, 405, 302, args=_VISIT),
    Row("visit_cancel", CASEWORK, 405, 302, args=_VISIT),
    Row("visit_undo", CASEWORK, 405, 302, args=_VISIT),
    Row("visit_no", CASEWORK, 200, 200, args={"visit_id": "visited"}),
    Row("visit_booking", ALL, 200, 200, args={"token": "booking_token"}),
    Row("visit_own", ALL, 200, 200, args={"token": "own_visit_token"}),
    Row("visit_own_cancel", ALL, 405, 302, args={"token": "own_visit_token"}),
]
_CLOSED = {"episode_id": "closed_episode"}
CLOSINGS = [
    Row("episode_begin_closing", CASEWORK, 200, 200, args=_EPISODE),
    Row("closing_take_back", CASEWORK, 405, 302, args=_EPISODE),
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
_PAUSE = {"pause_id": "pause"}
_CONSENT = {"consent_id": "consent"}
QUEUE = [
    Row("queue", ALL_CASEWORK, 200, 405),
    Row("queue_priority", CASEWORK, 200, 200, args=_QUEUED),
    Row("queue_groups", LEADER, 200, 302, args=_TEAM),
    Row("intake_pauses", CASEWORK, 200, 405, args=_TEAM),
    Row("intake_pause_new", LEADER, 200, 200, args=_TEAM),
    Row("intake_pause_change", LEADER, 200, 200, args=_PAUSE),
    Row("intake_pause_end", LEADER, 200, 200, args=_PAUSE),
]
CONSENTS = [
    Row("enrolment_complete", CASEWORK, 200, 200, args=_EPISODE),
    Row("enrolments_to_complete", ALL_CASEWORK, 200, 405),
    Row("enrol_group", ALL_CASEWORK, 302, 302),
    Row("consents", CASEWORK, 200, 405, args=_EPISODE),
    Row("consent_new", CASEWORK, 200, 200, args=_EPISODE),
    Row("consent_renew", CASEWORK, 200, 200, args=_CONSENT),
    Row("consent_withdraw", CASEWORK, 200, 200, args=_CONSENT),
]
_FOLLOW_UP = {"episode_id": "episode", "due_on": "follow_up_day"}
_BY_FOLLOW_UP_LINK = {"token": "follow_up_token"}
FOLLOW_UPS = [
    Row("follow_ups_overdue", ALL_CASEWORK, 200, 405),
    Row("follow_ups", CASEWORK, 200, 405, args=_EPISODE),
    Row("follow_up", CASEWORK, 200, 405, args=_FOLLOW_UP),
    Row("follow_up_book", CASEWORK, 200, 200, args=_FOLLOW_UP),
    Row("follow_up_hold", CASEWORK, 200, 200, args=_FOLLOW_UP),
    Row("follow_up_leave_out", CASEWORK, 200, 200, args=_FOLLOW_UP),
    Row("follow_up_cancel", CASEWORK, 405, 302, args=_FOLLOW_UP),
    Row("follow_up_take_back", CASEWORK, 405, 302, args=_FOLLOW_UP),
    Row("follow_up_link", CASEWORK, 405, 302, args=_FOLLOW_UP),
    Row("follow_up_booking", ALL, 200, 200, args=_BY_FOLLOW_UP_LINK),
    Row("follow_up_booked", ALL, 200, 405, args=_BY_FOLLOW_UP_LINK),
]
_REFERRAL = {"form_id": "referral"}
REFERRALS = [
    Row("referral_inbox", ALL_CASEWORK, 200, 405),
    Row("referral_new", ALL_CASEWORK, 200, 302),
    Row("referral_form", CASEWORK, 200, 200, args=_REFERRAL),
    Row("referral_link", CASEWORK, 405, 302, args=_REFERRAL),
    Row("referral_take_back", CASEWORK, 405, 302, args=_REFERRAL),
    Row("referral_ask_back", CASEWORK, 405, 302, args=_REFERRAL),
    Row("referral_accept", CASEWORK, 200, 200, args=_REFERRAL),
    Row("referral_decline", CASEWORK, 200, 200, args=_REFERRAL),
    Row("referral_attachment", CASEWORK, 200, 405, args={"attachment_id": "attachment"}),
    Row("referral_open", ALL, 200, 302, args={"token": "referral_token"}),
    Row("self_referral", ALL, 200, 200, args=_TEAM),
    Row("self_referral_done", ALL, 200, 405, args=_TEAM),
    Row("own_referrals", ALL, 200, 200),
    Row("own_referrals_open", ALL, 200, 405, args={"token": "own_referrals_token"}),
]

TABLE = [
    *WEB,
    *SIGN_IN,
    *SECOND_FACTOR,
    *ACCOUNTS,
    *ORGANISATION,
    *MAIL,
    *PARTICIPANTS,
    *REPORTS,
    *IMPORTS,
    *TRIAL,
    *ABSENCES,
    *DAY,
    *QUESTIONS,
    *NOTES,
    *PLANS,
    *VISITS,
    *QUEUE,
    *CONSENTS,
    *FOLLOW_UPS,
    *REFERRALS,
]
