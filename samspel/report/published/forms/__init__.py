"""The forms of older reports."""
