"""Taking episodes in from a file: reading, checking, comparing with what is recorded, writing."""
