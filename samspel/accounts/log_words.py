"""What the log's codes are called on its page; a test holds that every act is among them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ACTS: dict[str, Any] = {
    "signed_in": _("signed in"),
    "signed_out": _("signed out"),
    "sign_in_failed": _("failed to sign in"),
    "password_changed": _("changed the password"),
    "second_factor_added": _("added a second step"),
    "second_factor_removed": _("removed a second step"),
    "second_factor_reset": _("took away the second step"),
    "account_made": _("made an account"),
    "account_invited": _("sent a link for a password"),
    "account_changed": _("changed an account"),
    "sign_in_blocked": _("closed an account"),
    "sign_in_allowed": _("opened an account again"),
    "role_given": _("gave a role"),
    "role_ended": _("ended a role"),
    "association_made": _("added an association"),
    "association_changed": _("changed an association"),
    "host_made": _("added a host"),
    "host_changed": _("changed a host"),
    "agency_made": _("added an agency"),
    "agency_changed": _("changed an agency"),
    "team_made": _("added a team"),
    "team_changed": _("changed a team"),
    "team_settings_changed": _("changed a team's settings"),
    "registered": _("registered a participant"),
    "opened": _("opened a participant's page"),
    "exported": _("took a list along as a file"),
    "study_visit_entered": _("entered a study visit"),
    "referred": _("entered a referral"),
    "enrolled": _("enrolled a participant"),
    "closed": _("closed a case"),
    "closing_begun": _("began to prepare a closing"),
    "withdrawn": _("entered a withdrawal from the queue"),
    "corrected": _("corrected"),
    "number_refused": _("was refused a number that belongs to a protected person"),
    "staff_named": _("named staff for a protected person"),
    "assessment_saved": _("wrote in an assessment"),
    "goal_set": _("set a goal"),
    "goal_changed": _("changed a goal"),
    "goal_step_added": _("added a step to a goal"),
    "goal_step_changed": _("changed a step of a goal"),
    "goal_step_moved": _("changed the order of a goal's steps"),
    "goal_step_done": _("said whether a step of a goal is done"),
    "scale_added": _("added a scaling question"),
    "scale_changed": _("changed whether a scaling question is asked"),
    "scales_answered": _("entered answers to scaling questions"),
    "plan_printed": _("took a plan along as a file"),
    "report_begun": _("began a report"),
    "text_saved": _("saved a text in a report"),
    "import_asked_for": _("handed over a file of cases"),
    "import_confirmed": _("asked for a file to be imported"),
    "import_left": _("let a file be"),
    "import_episodes": _("imported cases from a file"),
    "backup_made": _("made a backup of everything"),
    "mail_sent_again": _("let a mail be sent again"),
    "note_signed": _("signed a note"),
    "note_corrected": _("corrected a note"),
    "objection_recorded": _("recorded an objection"),
    "visit_opened": _("opened a study visit"),
    "visit_booked": _("booked a study visit"),
    "visit_changed": _("changed a booked study visit"),
    "visit_cancelled": _("cancelled a study visit"),
    "visit_came": _("entered that somebody came to a study visit"),
    "visit_absent": _("entered that nobody came to a study visit"),
    "visit_undone": _("took back what was entered of a study visit"),
    "standing_time_added": _("added a time for study visits"),
    "standing_time_changed": _("changed a time for study visits"),
    "standing_day_cancelled": _("cancelled a day of a time for study visits"),
    "standing_day_restored": _("put back a day of a time for study visits"),
    "booking_link_made": _("made a link for booking study visits"),
    "booking_link_withdrawn": _("took back a link for booking study visits"),
    "fill_demo": _("filled the demo"),
}
SUBJECTS: dict[str, Any] = {
    "user": _("account"),
    "membership": _("role"),
    "association": _("association"),
    "host": _("host"),
    "agency": _("agency"),
    "team": _("team"),
    "participant": _("participant"),
    "participants": _("list of participants"),
    "visit": _("study visit"),
    "standing_time": _("time for study visits"),
    "link": _("link"),
    "episode": _("case"),
    "report": _("report"),
    "import": _("import"),
    "mail": _("mail"),
    "backup": _("backup"),
}


def act_title(act: str) -> Any:
    """What an act is called; the code itself where an older release wrote another one."""
    return ACTS.get(act, act)


def subject_title(subject: str) -> Any:
    """What kind of thing an entry is about."""
    kind = subject.partition(":")[0]
    return SUBJECTS.get(kind, kind)
