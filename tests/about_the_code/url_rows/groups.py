"""Rows of groups: kinds, groups, times, sessions, and who is in them."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, EPISODE, LEADER, TEAM, Row

_GROUP = {"group_id": "group"}
_KIND = {"kind_id": "group_kind"}
_SESSION = {"session_id": "session"}

GROUPS = [
    Row("groups", ALL_CASEWORK, 200, 405),
    Row("group_new", ALL_CASEWORK, 200, 200, others={"stranger": (302, 302)}),
    Row("group", CASEWORK, 200, 405, args=_GROUP),
    Row("group_change", CASEWORK, 200, 200, args=_GROUP),
    Row("group_end", CASEWORK, 200, 200, args=_GROUP),
    Row("group_share", LEADER, 200, 200, args=_GROUP),
    Row("group_unshare", LEADER, 200, 302, args={"sharing_id": "sharing"}),
    Row("group_recesses", ALL_CASEWORK, 200, 200),
    Row("group_recess_end", CASEWORK, 405, 302, args={"recess_id": "recess"}),
    Row("group_kinds", ALL_CASEWORK, 200, 405),
    Row("group_kind_new", CASEWORK, 200, 200, args=TEAM),
    Row("group_kinds_starter", CASEWORK, 405, 302, args=TEAM),
    Row("group_kind", CASEWORK, 200, 200, args=_KIND),
    Row("group_kind_use", CASEWORK, 405, 302, args=_KIND),
    Row("group_time_new", CASEWORK, 200, 200, args=_GROUP),
    Row("group_time", CASEWORK, 200, 200, args={"time_id": "group_time"}),
    Row("group_sessions", CASEWORK, 200, 405, args=_GROUP),
    Row("sessions_week", ALL_CASEWORK, 200, 405),
    Row("session_new", CASEWORK, 200, 200, args=_GROUP),
    Row("activity_new", ALL_CASEWORK, 200, 200, others={"stranger": (302, 302)}),
    Row("session_change", CASEWORK, 200, 200, args=_SESSION),
    Row("session_cancel", CASEWORK, 200, 200, args=_SESSION),
    Row("session_restore", CASEWORK, 405, 302, args=_SESSION),
    Row("session_note", CASEWORK, 200, 200, args=_SESSION),
    Row("group_members", CASEWORK, 200, 200, args=_GROUP),
    Row("group_member_leave", CASEWORK, 200, 200, args={"member_id": "group_member"}),
    Row("group_leaders", CASEWORK, 200, 200, args=_GROUP),
    Row("group_leader_remove", CASEWORK, 405, 302, args={"leader_id": "group_leader"}),
    Row("episode_groups", CASEWORK, 200, 200, args=EPISODE),
]
