"""The wing for personnel: who works in the team, and how the staff work together."""
