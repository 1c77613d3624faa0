"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.participants.groups.views import (
    groups,
    kinds,
    people,
    recesses,
    sessions,
    sharing,
    times,
    week,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("groups/", groups.group_list, name="groups"),
    path("groups/new/", groups.new, name="group_new"),
    path("groups/week/", week.week, name="sessions_week"),
    path("groups/activity/new/", sessions.activity_new, name="activity_new"),
    path("groups/breaks/", recesses.recesses, name="group_recesses"),
    path("groups/breaks/<uuid:recess_id>/end/", recesses.end, name="group_recess_end"),
    path("groups/kinds/", kinds.kinds, name="group_kinds"),
    path("groups/kinds/new/<slug:slug>/", kinds.new, name="group_kind_new"),
    path("groups/kinds/starter/<slug:slug>/", kinds.starter, name="group_kinds_starter"),
    path("groups/kinds/<int:kind_id>/", kinds.kind, name="group_kind"),
    path("groups/kinds/<int:kind_id>/use/", kinds.use, name="group_kind_use"),
    path("groups/times/<uuid:time_id>/", times.change, name="group_time"),
    path("groups/sessions/<uuid:session_id>/", sessions.change, name="session_change"),
    path("groups/sessions/<uuid:session_id>/cancel/", sessions.cancel, name="session_cancel"),
    path("groups/sessions/<uuid:session_id>/restore/", sessions.restore, name="session_restore"),
    path("groups/sessions/<uuid:session_id>/note/", sessions.note, name="session_note"),
    path("groups/members/<uuid:member_id>/", people.leave, name="group_member_leave"),
    path(
        "groups/leaders/<uuid:leader_id>/remove/", people.leader_remove, name="group_leader_remove"
    ),
    path("groups/sharings/<int:sharing_id>/end/", sharing.unshare, name="group_unshare"),
    path("groups/case/<uuid:episode_id>/", people.case_groups, name="episode_groups"),
    path("groups/<uuid:group_id>/", groups.group, name="group"),
    path("groups/<uuid:group_id>/change/", groups.change, name="group_change"),
    path("groups/<uuid:group_id>/end/", groups.end, name="group_end"),
    path("groups/<uuid:group_id>/share/", sharing.share, name="group_share"),
    path("groups/<uuid:group_id>/members/", people.members, name="group_members"),
    path("groups/<uuid:group_id>/leaders/", people.leaders, name="group_leaders"),
    path("groups/<uuid:group_id>/times/new/", times.new, name="group_time_new"),
    path("groups/<uuid:group_id>/sessions/", week.group_sessions, name="group_sessions"),
    path("groups/<uuid:group_id>/sessions/new/", sessions.new, name="session_new"),
]
