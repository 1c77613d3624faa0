"""Enrolment: the checklist meeting, consents, a whole start group at once."""
