"""Every page of the product and who gets it: one row for each address, none left out.

A row says who may (`who`), what they get by GET and by POST, and everybody else gets 404; where
a method is not for anybody it is 405. Whoever is not signed in is sent to sign in, except from
the pages in `OPEN`. POST is tried with `data`, often none: a form then answers 200 with errors.
"""

from tests.about_the_code.url_rows.attendance import ATTENDANCE
from tests.about_the_code.url_rows.budget import BUDGET
from tests.about_the_code.url_rows.employers import EMPLOYERS
from tests.about_the_code.url_rows.groups import GROUPS
from tests.about_the_code.url_rows.house import (
    ACCOUNTS,
    MAIL,
    ORGANISATION,
    SECOND_FACTOR,
    SIGN_IN,
    WEB,
)
from tests.about_the_code.url_rows.ideas import IDEAS
from tests.about_the_code.url_rows.ledger import LEDGER
from tests.about_the_code.url_rows.methods import METHODS
from tests.about_the_code.url_rows.participants import (
    ABSENCES,
    CLOSINGS,
    DAY,
    FLOW,
    NOTES,
    PARTICIPANTS,
    PLANS,
    QUESTIONS,
    TRIAL,
)
from tests.about_the_code.url_rows.partners import PARTNERS
from tests.about_the_code.url_rows.placements import PLACEMENTS
from tests.about_the_code.url_rows.published import PUBLISHED
from tests.about_the_code.url_rows.reports import IMPORTS, REPORTS
from tests.about_the_code.url_rows.row import ROLES, SIGNED_IN, Row
from tests.about_the_code.url_rows.scores import SCORES
from tests.about_the_code.url_rows.staffing import STAFFING
from tests.about_the_code.url_rows.steering import STEERING
from tests.about_the_code.url_rows.surveys import SURVEYS
from tests.about_the_code.url_rows.tablet import TABLET
from tests.about_the_code.url_rows.terms import TERMS
from tests.about_the_code.url_rows.way_in import CONSENTS, FOLLOW_UPS, QUEUE, REFERRALS, VISITS

__all__ = ["OPEN", "ROLES", "SIGNED_IN", "TABLE", "WRITES_ON_GET", "Row"]

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
        "own_follow_up",
        "tablet",
        "tablet_thanks",
        "tablet_answer",
        "wall",
        "wall_idea",
        "wall_propose",
        "wall_suggest",
        "wall_take_back",
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
        "placements_of",
        "placement_new",
        "placement_match",
        "readiness",
        "placement",
        "placement_change",
        "placement_ladder",
        "placement_weeks",
        "placement_end",
        "placement_follow_up_new",
        "placement_follow_up",
        "placement_agreement",
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
        "session_pdf",
        "group_month_pdf",
        "episode_groups",
        "group_member_leave",
        "scores_of",
        "score_new",
        "score_correct",
        "tablet_code",
    ),
    "opening a page about a person is told of in the access log",
)
"""Pages that write although they are only read, each with why. Sessions are not meant."""

TABLE = [
    *WEB,
    *SIGN_IN,
    *SECOND_FACTOR,
    *ACCOUNTS,
    *ORGANISATION,
    *MAIL,
    *PARTICIPANTS,
    *REPORTS,
    *PUBLISHED,
    *IMPORTS,
    *TRIAL,
    *ATTENDANCE,
    *SURVEYS,
    *SCORES,
    *TABLET,
    *TERMS,
    *STEERING,
    *PARTNERS,
    *ABSENCES,
    *DAY,
    *QUESTIONS,
    *NOTES,
    *PLANS,
    *CLOSINGS,
    *PLACEMENTS,
    *VISITS,
    *QUEUE,
    *CONSENTS,
    *FOLLOW_UPS,
    *REFERRALS,
    *FLOW,
    *IDEAS,
    *GROUPS,
    *EMPLOYERS,
    *STAFFING,
    *BUDGET,
    *LEDGER,
    *METHODS,
]
