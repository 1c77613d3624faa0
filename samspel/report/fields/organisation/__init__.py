"""The report's row about the organisation."""
