"""The day: what is due for me, and for my team."""
