"""The pages of employers."""
