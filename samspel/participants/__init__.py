"""Casework: participants and their episodes, from referral to closing."""
