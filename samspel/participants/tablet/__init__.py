"""The team's own scales, answered by the participant on a tablet through a one-time code."""
