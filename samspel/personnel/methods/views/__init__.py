"""The pages of the working methods."""
