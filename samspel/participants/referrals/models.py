"""The models of this part, gathered where Django looks for them."""

from samspel.participants.referrals.attachment import Attachment
from samspel.participants.referrals.referral_form import ReferralForm, ReferralMessage

__all__ = ["Attachment", "ReferralForm", "ReferralMessage"]
