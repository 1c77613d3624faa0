"""Rows of the way in and of those who help on it: visits, referrals, queue, consents."""

from tests.about_the_code.url_rows.row import (
    ALL,
    ALL_CASEWORK,
    CASEWORK,
    EPISODE,
    LEADER,
    QUEUED,
    TEAM,
    Row,
)

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
    Row("self_referral", ALL, 200, 200, args=TEAM),
    Row("self_referral_done", ALL, 200, 405, args=TEAM),
    Row("own_referrals", ALL, 200, 200),
    Row("own_referrals_open", ALL, 200, 405, args={"token": "own_referrals_token"}),
    Row("own_follow_up", ALL, 405, 302, args={"token": "own_referrals_token"}),
]
_PAUSE = {"pause_id": "pause"}
QUEUE = [
    Row("queue", ALL_CASEWORK, 200, 405),
    Row("queue_priority", CASEWORK, 200, 200, args=QUEUED),
    Row("queue_groups", LEADER, 200, 302, args=TEAM),
    Row("intake_pauses", CASEWORK, 200, 405, args=TEAM),
    Row("intake_pause_new", LEADER, 200, 200, args=TEAM),
    Row("intake_pause_change", LEADER, 200, 200, args=_PAUSE),
    Row("intake_pause_end", LEADER, 200, 200, args=_PAUSE),
]
_CONSENT = {"consent_id": "consent"}
CONSENTS = [
    Row("enrolment_complete", CASEWORK, 200, 200, args=EPISODE),
    Row("enrolments_to_complete", ALL_CASEWORK, 200, 405),
    Row("enrol_group", ALL_CASEWORK, 302, 302),
    Row("consents", CASEWORK, 200, 405, args=EPISODE),
    Row("consent_new", CASEWORK, 200, 200, args=EPISODE),
    Row("consent_renew", CASEWORK, 200, 200, args=_CONSENT),
    Row("consent_withdraw", CASEWORK, 200, 200, args=_CONSENT),
]
_FOLLOW_UP = {"episode_id": "episode", "due_on": "follow_up_day"}
_BY_FOLLOW_UP_LINK = {"token": "follow_up_token"}
FOLLOW_UPS = [
    Row("follow_ups_overdue", ALL_CASEWORK, 200, 405),
    Row("follow_ups", CASEWORK, 200, 405, args=EPISODE),
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
