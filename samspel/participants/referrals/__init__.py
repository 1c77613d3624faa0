"""Referral forms: from the first question to the team's answer."""
