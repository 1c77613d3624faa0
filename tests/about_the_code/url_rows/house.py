"""Rows of the house: the frame, signing in, users, organisation and mails."""

from tests.about_the_code.url_rows.row import (
    ADMINISTRATOR,
    ALL,
    ALL_CASEWORK,
    FIGURES,
    LEADER,
    NOT_THEIRS,
    SIGNED_IN,
    TEAM,
    Row,
)

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
ORGANISATION = [
    Row(
        "teams",
        SIGNED_IN,
        200,
        405,
        others=dict.fromkeys(ALL_CASEWORK | {"steering_member"}, (302, 405)),
    ),
    Row("team_new", ADMINISTRATOR, 200, 200),
    Row("team_change", ADMINISTRATOR, 200, 200, args={"pk": "team"}),
    Row("team", FIGURES, 200, 405, args=TEAM),
    Row("team_settings", LEADER, 200, 200, args=TEAM),
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
