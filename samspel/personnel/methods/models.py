"""The models of this part, gathered where Django looks for them."""

from samspel.personnel.methods.attendee import Attendee
from samspel.personnel.methods.development_area import DevelopmentArea, DevelopmentStep
from samspel.personnel.methods.meeting_kind import MeetingKind
from samspel.personnel.methods.series import TeamMeetingSeries
from samspel.personnel.methods.staff_session import StaffSession
from samspel.personnel.methods.team_meeting import MeetingAgency, TeamMeeting

__all__ = [
    "Attendee",
    "DevelopmentArea",
    "DevelopmentStep",
    "MeetingAgency",
    "MeetingKind",
    "StaffSession",
    "TeamMeeting",
    "TeamMeetingSeries",
]
