"""Outcome and session scores (ORS and SRS): the scores only, their curve and what it says."""
