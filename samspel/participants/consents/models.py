"""The models of this part, gathered where Django looks for them."""

from samspel.participants.consents.consent import Consent
from samspel.participants.consents.meeting import EnrolmentMeeting

__all__ = ["Consent", "EnrolmentMeeting"]
