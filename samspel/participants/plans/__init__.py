"""Assessment and plan: the person's story, goals with steps, scaling questions."""
