"""The pages about placements, by subject."""
