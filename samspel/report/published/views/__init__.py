"""The pages of older reports and of the team's history."""
