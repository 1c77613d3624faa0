"""A coach who is away, and who has the list meanwhile."""
