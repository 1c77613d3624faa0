"""The pages of the budget."""
