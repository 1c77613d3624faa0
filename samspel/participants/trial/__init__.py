"""The trial period: attendance by week, and the decision at its end."""
