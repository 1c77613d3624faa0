"""What the templates of scores need."""
