"""The pages about closings, by subject."""
