"""The questions that a team asks, in its own words."""
