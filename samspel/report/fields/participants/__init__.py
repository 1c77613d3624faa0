"""The report's row about the participants."""
