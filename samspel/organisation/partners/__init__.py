"""Those the team works with, and visits received and made."""
