"""The report's row about the personnel."""
