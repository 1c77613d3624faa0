"""The national indicator survey: who was asked, who answered, and the results in sums."""
