"""Samspel: casework and reports for inter-agency rehabilitation teams."""
