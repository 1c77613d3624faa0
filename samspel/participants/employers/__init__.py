"""Employers: what they offer, whom they have taken on before, and where it led."""
