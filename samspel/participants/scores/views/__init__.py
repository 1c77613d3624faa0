"""The pages of scores: of one case, of the team, and what the leader settles."""
