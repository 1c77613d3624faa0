"""The pages of study visits."""
