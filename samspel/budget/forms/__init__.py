"""The forms of the budget."""
