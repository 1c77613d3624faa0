"""Work placements: purpose, agreement, the ladder of hours, what came of them; matching."""
